import type { FieldError } from '../../../platform/read-body.ts';
import { fieldId } from '../../../ui/field-notes.tsx';
import { Choices, Select, Submit, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { vatRates } from '../price.ts';
import { lineNumbers } from '../terms-form.ts';
import { termsWords } from '../terms-words.ts';

export type Typed = { values: Record<string, string>; courses: readonly string[]; errors: readonly FieldError[] };
export type CourseChoice = { id: string; title: string; from?: string };

export const emptyTyped: Typed = { values: {}, courses: [], errors: [] };

/** The error of a field, if it has one. */
export function faultOf(errors: readonly FieldError[], name: string): { error?: string } {
  const found = errors.find((error) => error.name === name);
  return found ? { error: found.text } : {};
}

type TermsFieldsProps = {
  locale: Locale;
  typed: Typed;
  courses: readonly CourseChoice[];
  /** There are courses that are not shown. */
  hasMore?: boolean;
  hints?: { courses: string; search: string };
  /** Where the form is sent. */
  action: string;
};

/** The part of a form that an offer and an agreement have in common. */
export function TermsFields({ locale, typed, courses, hasMore, hints, action }: TermsFieldsProps) {
  const text = termsWords[locale].form;
  const { values, errors } = typed;
  const field = (name: string, usual: string) => ({ name, value: values[name] ?? usual, ...faultOf(errors, name) });
  return (
    <>
      <TextField {...field('seats', '')} label={text.seats} hint={text.seatsHint} inputmode="numeric" size={8} />
      <TextField {...field('months', '12')} label={text.months} inputmode="numeric" size={4} />
      <Choices
        kind="radio"
        name="renews"
        legend={text.renews}
        options={[
          { value: 'yes', text: text.renewsYes },
          { value: 'no', text: text.renewsNo },
        ]}
        selected={values['renews'] ?? 'yes'}
        {...faultOf(errors, 'renews')}
      />
      <TextField {...field('notice', '1')} label={text.noticeMonths} inputmode="numeric" size={4} />
      {(hasMore || values['course_search']) && (
        <CourseSearch {...{ locale, typed, action }} hint={hints?.search} isNone={courses.every(({ id }) => typed.courses.includes(id))} />
      )}
      {courses.length > 0 && (
        <Choices
          kind="checkbox"
          name="courses"
          legend={text.courses}
          hint={hints?.courses ?? text.coursesHint}
          required={false}
          options={courses.map(({ id, title, from }) => ({ value: id, text: title, ...(from ? { hint: from } : {}) }))}
          selected={typed.courses}
          {...faultOf(errors, 'courses')}
        />
      )}
      <h2>{text.lines}</h2>
      <p class="hint">{text.linesHint}</p>
      {lineNumbers.map((number) => (
        <Line key={number} locale={locale} number={number} typed={typed} />
      ))}
    </>
  );
}

type CourseSearchProps = { locale: Locale; typed: Typed; hint: string | undefined; action: string; isNone: boolean };

/** Sends the form without making anything: what is filled in and chosen stays. */
function CourseSearch({ locale, typed, hint, action, isNone }: CourseSearchProps) {
  const text = termsWords[locale].form;
  return (
    <>
      <div class="in-a-row">
        <TextField
          name="course_search"
          label={text.courseSearch}
          hint={hint ?? text.courseSearchHint}
          value={typed.values['course_search'] ?? ''}
          required={false}
        />
        <Submit text={text.findCourses} kind="quiet" name="find" value="courses" formaction={`${action}#${fieldId('course_search')}`} />
      </div>
      {isNone && <p role="status">{text.coursesNone}</p>}
    </>
  );
}

function Line({ locale, number, typed }: { locale: Locale; number: string; typed: Typed }) {
  const text = termsWords[locale].form;
  const field = (name: string) => ({
    name: name + number,
    value: typed.values[name + number] ?? '',
    ...faultOf(typed.errors, name + number),
  });
  return (
    <fieldset class="field">
      <legend>{text.line(number)}</legend>
      <TextField {...field('what')} label={text.description} />
      <TextField {...field('quantity')} label={text.quantity} inputmode="numeric" size={8} />
      <TextField {...field('unit')} label={text.unit} inputmode="decimal" size={10} />
      <Select
        name={`vat${number}`}
        label={text.vat}
        options={vatRates.map((rate) => ({ value: String(rate), text: text.vatRate(String(rate)) }))}
        selected={typed.values[`vat${number}`] ?? '25'}
      />
    </fieldset>
  );
}
