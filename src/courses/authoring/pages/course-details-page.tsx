import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { Choices, ErrorSummary, Form, HiddenField, Select, Submit, TextArea, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TemplateChoice } from '../../templates/template-choice.tsx';
import type { Template } from '../../templates/template.queries.ts';
import { pageOrders } from '../../page-order.ts';
import { detailsWords } from '../details-words.ts';
import { words } from '../words.ts';

type CourseDetailsPageProps = {
  locale: Locale;
  customer: string;
  /** A course that exists; without it the form makes a new one. */
  course?: { slug: string; title: string };
  /** What a new course may begin from besides ours, and the one that is chosen. */
  own?: readonly Template[];
  chosen?: string | undefined;
  typed: Record<string, string>;
  errors: readonly FieldError[];
};

export function CourseDetailsPage({ locale, customer, course, own = [], chosen, typed, errors }: CourseDetailsPageProps) {
  const text = detailsWords[locale];
  const field = (name: string) => {
    const error = errors.find((fault) => fault.name === name)?.text;
    return { name, value: typed[name] ?? '', ...(error === undefined ? {} : { error }) };
  };
  const over = course ? (
    <a href={href('draft', { customer, course: course.slug })}>{course.title}</a>
  ) : (
    <a href={href('coursesToRun', { customer })}>{words[locale].list.title}</a>
  );
  const languageError = errors.find(({ name }) => name === 'language')?.text;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={over} title={course ? text.title : text.newTitle} lead={course ? text.lead : text.newLead} />
      {!course && <TemplateChoice locale={locale} customer={customer} own={own} chosen={chosen} />}
      <Form action={course ? href('saveCourseDetails', { customer, course: course.slug }) : href('createCourse', { customer })}>
        {!course && <HiddenField name="id" value={typed['id'] ?? ''} />}
        {chosen && <HiddenField name="template" value={typed['template'] ?? ''} />}
        <TextField {...field('title')} label={text.name} autocomplete="off" />
        <TextField {...field('tagline')} label={text.tagline} hint={text.taglineHint} autocomplete="off" />
        <TextArea {...field('description')} label={text.description} hint={text.descriptionHint} rows={6} />
        <TextArea {...field('audience')} label={text.audience} rows={2} required={false} />
        <TextArea {...field('outcomes')} label={text.outcomes} hint={text.outcomesHint} rows={4} required={false} />
        <Select
          name="language"
          label={text.language}
          hint={text.languageHint}
          selected={typed['language'] ?? locale}
          options={[
            { value: 'sv', text: 'Svenska' },
            { value: 'en', text: 'English' },
          ]}
          {...(languageError ? { error: languageError } : {})}
        />
        <Choices
          kind="radio"
          name="pageOrder"
          legend={text.pageOrder}
          hint={text.pageOrderHint}
          selected={typed['pageOrder'] ?? 'free'}
          options={pageOrders.map((value) => ({ value, text: text.pageOrders[value] }))}
        />
        <Submit text={course ? text.save : text.create} />
      </Form>
    </>
  );
}
