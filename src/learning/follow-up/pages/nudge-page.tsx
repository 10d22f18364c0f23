import { nameOf, type CourseWithStudents } from '../../../people/index.ts';
import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextArea } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { InNeed } from '../follow-up.queries.ts';
import { followUpWords } from '../words.ts';

type NudgePageProps = {
  locale: Locale;
  at: { customer: string; course: string };
  course: CourseWithStudents;
  student: InNeed;
  body: string;
  errors: readonly FieldError[];
  clientId: string;
};

export function NudgePage({ locale, at, course, student, body, errors, clientId }: NudgePageProps) {
  const text = followUpWords[locale];
  const error = errors.find(({ name }) => name === 'body')?.text;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('followUp', at)}>{text.title(course.title)}</a>} title={text.nudgeTitle} lead={text.nudgeLead} />
      <p>{nameOf(student) || text.noName}</p>
      <Form action={href('sendNudge', { ...at, enrolment: student.id })}>
        <HiddenField name="client_id" value={clientId} />
        <TextArea name="body" label={text.message} value={body} rows={8} maxlength={10_000} required {...(error ? { error } : {})} />
        <Submit text={text.send} />
      </Form>
    </>
  );
}
