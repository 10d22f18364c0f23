import { formatNumber } from '../../ui/format.ts';
import type { FieldsProps } from '../question-fields.tsx';
import type { Gap, QuestionOf } from '../question.ts';
import { words } from '../words.ts';
import { PartGroup } from './part-group.tsx';

/** A text with gaps: some to write in, some to choose from. The fields come in the order of the gaps. */
export function BlanksFields({ question, prompt, own, locale, language, name, id, values, error }: FieldsProps<QuestionOf<'blanks'>>) {
  const text = words[locale].question;
  let order = 0;
  return (
    <PartGroup id={id} legend={own(prompt)} hint={text.blanks} error={error} kind="blanks">
      <p class="cloze" lang={language}>
        {question.body.text.map((part, index) => {
          if (typeof part === 'string') return <span key={index}>{part}</span>;
          order++;
          return (
            <GapField
              key={index}
              gap={part}
              name={name}
              id={order === 1 ? id : `${id}-${order}`}
              label={text.gap(formatNumber(order, locale))}
              choose={text.choose}
              value={values[order - 1] ?? ''}
              locale={locale}
            />
          );
        })}
      </p>
    </PartGroup>
  );
}

type GapFieldProps = { gap: Gap; name: string; id: string; label: string; choose: string; value: string; locale: string };

function GapField({ gap, name, id, label, choose, value, locale }: GapFieldProps) {
  if ('accepted' in gap) {
    const size = Math.min(24, Math.max(6, ...gap.accepted.map((word) => word.length + 2)));
    return <input type="text" name={name} id={id} aria-label={label} value={value} size={size} autocomplete="off" spellcheck={false} />;
  }
  return (
    <select name={name} id={id} aria-label={label}>
      <option value="" lang={locale}>
        {choose}
      </option>
      {gap.options.map((option) => (
        <option key={option.id} value={option.id} selected={option.id === value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
