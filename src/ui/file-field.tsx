import { fileWords } from './file-words.ts';
import { useLocale } from './language.ts';
import type { Locale } from './locale.ts';
import { TextField } from './text-field.tsx';

type FileFieldProps = { name: string; accept: string; error?: string };

/** Files to go with what is written. It stands last among the fields: the server reads what is above it first. */
export function FileField({ name, accept, error }: FileFieldProps) {
  const text = fileWords[useLocale()];
  return (
    <TextField
      type="file"
      name={name}
      multiple
      accept={accept}
      required={false}
      label={text.label}
      hint={text.hint}
      {...(error ? { error } : {})}
    />
  );
}

type Refusal = { why: 'too large' | 'empty' | 'unknown type'; name: string } | { why: 'too many' };

/** What was wrong with a file and what to do. */
export function refusalText(refusal: Refusal, locale: Locale): string {
  const text = fileWords[locale];
  if (refusal.why === 'too many') return text.tooMany;
  if (refusal.why === 'too large') return text.tooLarge(refusal.name);
  return refusal.why === 'empty' ? text.empty(refusal.name) : text.unknownType(refusal.name);
}
