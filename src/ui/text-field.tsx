import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { describe, fieldId, FieldNotes, Optional } from './field-notes.tsx';
import { useWords } from './language.ts';

type SharedProps = {
  name: string;
  label: string;
  hint?: ComponentChildren;
  value?: string;
  error?: string;
  autocomplete?: string;
  /** `false` says "optional" beside the label. */
  required?: boolean;
  maxlength?: number;
  spellcheck?: boolean;
  /** Needed where two forms of one page have a field of the same name. */
  id?: string;
};

type TextFieldProps = SharedProps & {
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'date' | 'datetime-local' | 'time' | 'number' | 'file';
  inputmode?: 'text' | 'email' | 'numeric' | 'decimal' | 'tel' | 'url' | 'search';
  autocapitalize?: 'off' | 'none' | 'sentences' | 'words' | 'characters';
  /** The field is as wide as its answer: a key, a year, a one-time code. */
  size?: number;
  accept?: string;
  multiple?: boolean;
};

export function TextField({ label, hint, error, type = 'text', id, ...input }: TextFieldProps) {
  const field = id ?? fieldId(input.name);
  const attributes = { ...input, id: field, type, ...describe({ id: field, hint, error }) } as InputHTMLAttributes;
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={field}>
        {label}
        <Optional required={input.required} />
      </label>
      <FieldNotes id={field} hint={hint} error={error} />
      <span class={input.size ? 'sized' : undefined}>
        <input {...attributes} />
        {type === 'password' && <ShowPassword field={field} />}
      </span>
    </div>
  );
}

// Hidden until a script can make it work.
function ShowPassword({ field }: { field: string }) {
  const text = useWords();
  return (
    <button type="button" class="as-link" hidden aria-controls={field} data-show-password={field} data-hide-text={text.hidePassword}>
      {text.showPassword}
    </button>
  );
}

type TextAreaProps = SharedProps & { rows?: number };

export function TextArea({ label, hint, error, value, rows = 5, id, ...input }: TextAreaProps) {
  const field = id ?? fieldId(input.name);
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={field}>
        {label}
        <Optional required={input.required} />
      </label>
      <FieldNotes id={field} hint={hint} error={error} />
      <textarea {...input} id={field} rows={rows} {...describe({ id: field, hint, error })}>
        {value}
      </textarea>
    </div>
  );
}
