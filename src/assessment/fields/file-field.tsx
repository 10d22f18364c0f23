import { formatNumber } from '../../ui/format.ts';
import { TextField } from '../../ui/form.tsx';
import type { FieldsProps } from '../question-fields.tsx';
import type { QuestionOf } from '../question.ts';
import { words } from '../words.ts';

/** A file to choose. Its name is not kept, so that a marker does not learn whose it is. */
export function FileField({ question, prompt, locale, name, id, error }: FieldsProps<QuestionOf<'file'>>) {
  const { types, megabytes } = question.body;
  const names = new Intl.ListFormat(locale, { type: 'disjunction' }).format(types.map((type) => type.toUpperCase()));
  return (
    <TextField
      type="file"
      name={name}
      id={id}
      label={prompt}
      hint={words[locale].file.hint(names, formatNumber(megabytes, locale))}
      accept={types.map((type) => `.${type}`).join(',')}
      {...(error === undefined ? {} : { error })}
    />
  );
}
