import { nameOf, type CourseWithStudents } from '../../../people/index.ts';
import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextArea } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { InNeed } from '../in-need.queries.ts';
import { followUpWords } from '../words.ts';

type NudgePageProps = {
  locale: Locale;
  at: { customer: string; course: string };
  course: CourseWithStudents;
  student: Omit<InNeed, 'in_own_group'>;
  body: string;
  errors: readonly FieldError[];
  clientId: string;
  /** What of the list is chosen, to come back to it. */
  chosen: readonly (readonly [name: string, value: string])[];
};

export function NudgePage({ locale, at, course, student, body, errors, clientId, chosen }: NudgePageProps) {
  const text = followUpWords[locale];
  const error = errors.find(({ name }) => name === 'body')?.text;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('followUp', at)}>{text.title(course.title)}</a>} title={text.nudgeTitle} lead={text.nudgeLead} />
      <p>{nameOf(student) || text.noName}</p>
      <Form action={href('sendNudge', { ...at, enrolment: student.id })}>
        <HiddenField name="client_id" value={clientId} />
        {chosen.map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <TextArea name="body" label={text.message} value={body} rows={8} maxlength={10_000} required {...(error ? { error } : {})} />
        <Submit text={text.send} />
      </Form>
    </>
  );
}
