import { FoundStudents, nameOf, type AskedStudents, type CourseWithStudents, type StudentRow } from '../../../people/index.ts';
import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextField } from '../../../ui/form.tsx';
import { formatShortDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { OwnDeadline } from '../deadlines.queries.ts';
import { deadlineWords } from '../words.ts';

type DeadlinesPageProps = {
  locale: Locale;
  at: { customer: string; course: string };
  course: CourseWithStudents;
  asked: AskedStudents;
  students: readonly StudentRow[];
  own: ReadonlyMap<string, OwnDeadline>;
  next: string | undefined;
  kept: { due_on: string; days_to_finish: string };
  typed: Record<string, string>;
  errors: readonly FieldError[];
  /** The student whose form was wrong; the course's own form when there is none. */
  wrong: string | undefined;
};

/** By when the course is to be done: for everyone, and for single students instead. */
export function DeadlinesPage(props: DeadlinesPageProps) {
  const { locale, at, course, kept, typed, errors, wrong } = props;
  const text = deadlineWords[locale];
  const field = (name: 'due_on' | 'days_to_finish') => ({
    name,
    value: (wrong ? undefined : typed[name]) ?? kept[name],
    required: false,
    ...faultOf(errors, name),
  });
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('students', at)}>{course.title}</a>} title={text.title(course.title)} />
      <section>
        <h2>{text.forAll}</h2>
        <Form action={href('saveDeadline', at)}>
          <p>{text.forAllText}</p>
          <TextField {...field('due_on')} label={text.dueOn} type="date" size={12} />
          <TextField {...field('days_to_finish')} label={text.days} hint={text.daysHint} inputmode="numeric" size={4} />
          <Submit text={text.save} />
        </Form>
      </section>
      <section>
        <h2>{text.forOne}</h2>
        <p>{text.forOneText}</p>
        <FoundStudents
          {...{ locale, asked: props.asked, shown: course.shown, next: props.next }}
          here={href('deadlines', at)}
          searchAt={href('searchDeadlines', at)}
        >
          {props.students.length > 0 &&
            props.students.map((student, index) => <Row key={student.id} {...props} student={student} order={index + 1} />)}
        </FoundStudents>
      </section>
    </>
  );
}

function Row({ locale, at, student, order, own, wrong, typed, errors }: DeadlinesPageProps & { student: StudentRow; order: number }) {
  const text = deadlineWords[locale];
  const who = nameOf(student) || text.student(String(order));
  const kept = own.get(student.id);
  const isWrong = wrong === student.id;
  const field = (name: 'own_due_on' | 'waiver_reason', value: string) => ({
    name,
    id: `field-${name}-${student.id}`,
    value: (isWrong ? typed[name] : undefined) ?? value,
    required: false,
    ...faultOf(errors, `${name}-${student.id}`),
  });
  return (
    <Form action={href('saveOwnDeadline', at)}>
      <HiddenField name="student" value={student.id} />
      <TextField
        {...field('own_due_on', kept?.dueAt ? formatShortDate(kept.dueAt) : '')}
        label={text.ownDueOn(who)}
        type="date"
        size={12}
      />
      <TextField {...field('waiver_reason', kept?.reason ?? '')} label={text.reason(who)} maxlength={500} autocomplete="off" />
      <Submit kind="quiet" text={text.saveFor(who)} />
    </Form>
  );
}

function faultOf(errors: readonly FieldError[], name: string): { error?: string } {
  const error = errors.find((fault) => fault.name === name)?.text;
  return error ? { error } : {};
}
