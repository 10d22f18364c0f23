import { FoundStudents, nameOf, type AskedStudents, type CourseWithStudents, type StudentRow } from '../../../people/index.ts';
import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { termsWords } from '../words.ts';

type TermsPageProps = {
  locale: Locale;
  at: { customer: string; course: string };
  course: CourseWithStudents;
  asked: AskedStudents;
  students: readonly StudentRow[];
  extra: ReadonlyMap<string, number>;
  next: string | undefined;
  typed: Record<string, string>;
  errors: readonly FieldError[];
  wrongRow: { id: string; typed: string } | undefined;
};

/** When the final test is open, and who has more time. */
export function TermsPage(props: TermsPageProps) {
  const { locale, at, course, typed, errors } = props;
  const text = termsWords[locale];
  const field = (name: string) => {
    const error = errors.find((fault) => fault.name === name)?.text;
    return { name, value: typed[name] ?? '', required: false, ...(error ? { error } : {}) };
  };
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('course', at)}>{course.title}</a>} title={text.title(course.title)} />
      <section>
        <h2>{text.opening}</h2>
        <Form action={href('saveTestOpening', at)}>
          <p>{text.openingText}</p>
          <TextField {...field('opensAt')} label={text.opensAt} type="datetime-local" size={20} />
          <TextField {...field('closesAt')} label={text.closesAt} hint={text.closesHint} type="datetime-local" size={20} />
          <Submit text={text.save} />
        </Form>
      </section>
      <section>
        <h2>{text.extra}</h2>
        <p>{text.extraText}</p>
        <FoundStudents
          {...{ locale, asked: props.asked, shown: course.shown, next: props.next }}
          here={href('testTerms', at)}
          searchAt={href('searchTestTerms', at)}
        >
          {props.students.length > 0 &&
            props.students.map((student, index) => <Row key={student.id} {...props} student={student} order={index + 1} />)}
        </FoundStudents>
      </section>
    </>
  );
}

function Row({ locale, at, student, order, extra, wrongRow, errors }: TermsPageProps & { student: StudentRow; order: number }) {
  const text = termsWords[locale];
  const isWrong = wrongRow?.id === student.id;
  const who = nameOf(student) || text.student(String(order));
  return (
    <Form action={href('saveExtraTime', at)}>
      <HiddenField name="student" value={student.id} />
      <TextField
        name="minutes"
        id={`field-minutes-${student.id}`}
        label={text.minutesFor(who)}
        value={isWrong ? wrongRow.typed : String(extra.get(student.id) ?? '')}
        inputmode="numeric"
        size={4}
        autocomplete="off"
        required={false}
        {...(isWrong ? { error: errors[0]!.text } : {})}
      />
      <Submit kind="quiet" text={text.saveFor(who)} />
    </Form>
  );
}
