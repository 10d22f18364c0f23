import type { FieldError } from '../../../platform/read-body.ts';
import { Select, TextArea, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { issueWords } from '../issue-words.ts';
import type { Topic } from '../subscriber.ts';

type LetterFieldsProps = { locale: Locale; topics: readonly Topic[]; typed: Record<string, string>; errors: readonly FieldError[] };

export function LetterFields({ locale, topics, typed, errors }: LetterFieldsProps) {
  const text = issueWords[locale];
  const errorOf = (name: string) => {
    const error = errors.find((one) => one.name === name)?.text;
    return error ? { error } : {};
  };
  return (
    <>
      <Select
        name="topic"
        label={text.topic}
        selected={typed['topic'] ?? ''}
        options={topics.map(({ id, title }) => ({ value: id, text: title[locale] }))}
        {...errorOf('topic')}
      />
      {(['sv', 'en'] as const).map((language) => (
        <>
          <TextField
            name={`subject_${language}`}
            label={text.subject[language]}
            maxlength={150}
            value={typed[`subject_${language}`] ?? ''}
            {...errorOf(`subject_${language}`)}
          />
          <TextArea
            name={`body_${language}`}
            label={text.body[language]}
            hint={text.bodyHint}
            rows={12}
            value={typed[`body_${language}`] ?? ''}
            {...errorOf(`body_${language}`)}
          />
        </>
      ))}
    </>
  );
}
