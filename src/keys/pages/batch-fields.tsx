import type { FieldError } from '../../platform/read-body.ts';
import { Select, TextField } from '../../ui/form.tsx';
import { formatNumber, formatShortDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import type { CourseForKeys } from '../batch.queries.ts';
import { batchWords } from '../batch-words.ts';
import type { FreeSeats } from '../free-seats.queries.ts';

export type BatchFieldsProps = {
  locale: Locale;
  courses: readonly CourseForKeys[];
  typed: Record<string, string>;
  errors: readonly FieldError[];
};

export const errorOf = (errors: readonly FieldError[], name: string) => {
  const error = errors.find((fault) => fault.name === name);
  return error ? { error: error.text } : {};
};

/** How many keys there is room for, told before anyone counts them out. */
export function SeatsLeft({ locale, seats }: { locale: Locale; seats: FreeSeats | undefined }) {
  if (!seats) return null;
  const { left, full } = batchWords[locale].agreement;
  const all = formatNumber(seats.seats, locale);
  return <p>{seats.free > 0 ? left(formatNumber(seats.free, locale), all) : full(all)}</p>;
}

/** Which course and what the batch is called: first in both forms that make keys. */
export function CourseAndLabel({ locale, courses, typed, errors }: BatchFieldsProps) {
  const text = batchWords[locale].form;
  const only = courses.length === 1 ? courses : [{ slug: '', title: text.choose }, ...courses];
  return (
    <>
      <Select
        name="course"
        label={text.course}
        options={only.map(({ slug, title }) => ({ value: slug, text: title }))}
        selected={typed['course'] ?? ''}
        {...errorOf(errors, 'course')}
      />
      <TextField
        name="label"
        label={text.label}
        hint={text.labelHint}
        value={typed['label'] ?? ''}
        maxlength={100}
        autocomplete="off"
        {...errorOf(errors, 'label')}
      />
    </>
  );
}

/** How long the keys and the course are open: last in both. */
export function LastDayAndAccess({ locale, typed, errors, today }: Omit<BatchFieldsProps, 'courses'> & { today: Date }) {
  const text = batchWords[locale].form;
  const inAYear = formatShortDate(new Date(today.getTime() + 365 * 86_400_000));
  return (
    <>
      <TextField
        name="expires"
        type="date"
        label={text.expires}
        value={typed['expires'] ?? inAYear}
        size={12}
        {...errorOf(errors, 'expires')}
      />
      <TextField
        name="days"
        label={text.days}
        hint={text.daysHint}
        value={typed['days'] ?? ''}
        inputmode="numeric"
        size={6}
        maxlength={5}
        required={false}
        autocomplete="off"
        {...errorOf(errors, 'days')}
      />
    </>
  );
}
