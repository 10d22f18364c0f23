import type { ComponentChildren } from 'preact';
import { fieldId } from './field-notes.tsx';
import type { Locale } from './locale.ts';
import { words } from './words.ts';

export { Checkbox, Choices, Select } from './choices.tsx';
export { TextArea, TextField } from './text-field.tsx';

type DataAttributes = { [name: `data-${string}`]: string | undefined };

type FormProps = DataAttributes & {
  action: string;
  children: ComponentChildren;
  method?: 'post' | 'get';
  enctype?: 'multipart/form-data';
  id?: string;
  /** For a form whose fields stand as the server has them, not as a browser remembers them. */
  autocomplete?: 'off';
};

/** The server judges every answer and says what to do in the page's own language; the browser's bubbles are left out. */
export function Form({ method = 'post', children, ...rest }: FormProps) {
  return (
    <form class="form" method={method} novalidate {...rest}>
      {children}
    </form>
  );
}

export const HiddenField = ({ name, value }: { name: string; value: string }) => <input type="hidden" name={name} value={value} />;

type SubmitProps = DataAttributes & {
  text: string;
  kind?: 'primary' | 'quiet' | 'danger';
  name?: string;
  value?: string;
  id?: string;
  form?: string;
  formaction?: string;
  /** A button of a form with files whose own action takes none. */
  formenctype?: 'application/x-www-form-urlencoded';
};

export function Submit({ text, kind = 'primary', ...rest }: SubmitProps) {
  return (
    <button class={kind} {...rest}>
      {text}
    </button>
  );
}

/** `field` is the place of a field that does not stand under its own name. */
type ErrorSummaryProps = { errors: readonly { name: string; text: string; field?: string }[]; locale: Locale };

export function ErrorSummary({ errors, locale }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div class="notice problem error-summary" role="alert" tabindex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{words[locale].errorSummaryTitle}</h2>
      <ul>
        {errors.map(({ name, text, field }) => (
          <li key={text}>
            <a href={`#${field ?? fieldId(name)}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
