import type { FieldError } from '../../../platform/read-body.ts';
import { Checkbox, Choices, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import type { CourseChoice } from '../groups.queries.ts';
import { groupWords } from '../words.ts';

export type TypedGroup = { id: string; name: string; courses: readonly string[]; keeps: boolean };

type GroupFieldsProps = { locale: Locale; courses: readonly CourseChoice[]; typed: TypedGroup; errors: readonly FieldError[] };

export function GroupFields({ locale, courses, typed, errors }: GroupFieldsProps) {
  const text = groupWords[locale].form;
  const errorAt = (name: string) => {
    const error = errors.find((one) => one.name === name)?.text;
    return error ? { error } : {};
  };
  return (
    <>
      <TextField name="name" label={text.name} hint={text.nameHint} value={typed.name} size={28} maxlength={100} {...errorAt('name')} />
      {courses.length > 0 ? (
        <Choices
          kind="checkbox"
          name="courses"
          legend={text.courses}
          hint={text.coursesHint}
          required
          options={courses.map(({ id, title }) => ({ value: id, text: title }))}
          selected={typed.courses}
          {...errorAt('courses')}
        />
      ) : (
        <p>{text.noCourses}</p>
      )}
      <Checkbox name="keeps" label={text.keeps} hint={text.keepsHint} checked={typed.keeps} />
    </>
  );
}
