import type { FormValues } from '../../../platform/read-body.ts';
import { HiddenField, TextArea, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { mostOptions } from '../question-form.ts';
import { questionWords } from '../question-words.ts';
import type { Field } from './question-page.tsx';

type OptionFieldsProps = { kind: 'single' | 'multiple'; locale: Locale; field: Field; typed: FormValues };

const fewest = 4;

/** Each answer with its reason. There is always an empty row to write in, until there are as many as may be. */
export function OptionFields({ kind, locale, field, typed }: OptionFieldsProps) {
  const text = questionWords[locale].question;
  const filled = Array.from({ length: mostOptions }, (_, index) => index + 1).findLast((row) => typed.one[`option-${row}`]) ?? 0;
  const rows = Math.min(mostOptions, Math.max(fewest, filled + 1));
  const correct = new Set(typed.all['correct']);
  return (
    <fieldset class="field options">
      <legend>{text.answers}</legend>
      <p class="hint">{text.answersHint}</p>
      {Array.from({ length: rows }, (_, index) => String(index + 1)).map((row) => (
        <fieldset key={row} class="field option">
          <legend>{text.answer(row)}</legend>
          {typed.one[`id-${row}`] && <HiddenField name={`id-${row}`} value={typed.one[`id-${row}`]!} />}
          <TextField {...field(`option-${row}`)} label={text.answer(row)} autocomplete="off" />
          <TextArea {...field(`why-${row}`)} label={text.why} rows={2} />
          <div class="choice">
            <input
              type={kind === 'single' ? 'radio' : 'checkbox'}
              id={`correct-${row}`}
              name="correct"
              value={row}
              checked={correct.has(row)}
            />
            <label for={`correct-${row}`}>{text.isRight}</label>
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}
