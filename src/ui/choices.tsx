import type { ComponentChildren } from 'preact';
import { describe, fieldId, FieldNotes, Optional } from './field-notes.tsx';

type Option = { value: string; text: ComponentChildren; hint?: ComponentChildren };

type CheckboxProps = {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string;
  checked?: boolean;
  value?: string;
  required?: boolean;
  id?: string;
};

export function Checkbox({ name, label, hint, error, checked, value = 'yes', required, id = fieldId(name) }: CheckboxProps) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      {error && <FieldNotes id={id} error={error} />}
      <div class="choice">
        <input type="checkbox" id={id} name={name} value={value} checked={checked} required={required} {...describe({ id, hint, error })} />
        <label for={id}>{label}</label>
        <FieldNotes id={id} hint={hint} />
      </div>
    </div>
  );
}

type ChoicesProps = {
  kind: 'radio' | 'checkbox';
  name: string;
  legend: ComponentChildren;
  options: readonly Option[];
  selected?: string | readonly string[];
  hint?: ComponentChildren;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  id?: string;
};

export function Choices({ kind, name, legend, options, selected = [], hint, error, required, disabled, id = fieldId(name) }: ChoicesProps) {
  const chosen = new Set(typeof selected === 'string' ? [selected] : selected);
  return (
    <fieldset
      class={error ? 'field choices wrong' : 'field choices'}
      aria-describedby={describe({ id, hint, error })['aria-describedby']}
      disabled={disabled}
    >
      <legend>
        {legend}
        <Optional required={required} />
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {options.map((option, index) => (
        <Choice
          key={option.value}
          kind={kind}
          name={name}
          option={option}
          checked={chosen.has(option.value)}
          invalid={error !== undefined}
          id={index === 0 ? id : `${id}-${index + 1}`}
        />
      ))}
    </fieldset>
  );
}

type ChoiceProps = { kind: 'radio' | 'checkbox'; name: string; option: Option; checked: boolean; invalid: boolean; id: string };

function Choice({ kind, name, option, checked, invalid, id }: ChoiceProps) {
  const hintId = option.hint ? `${id}-note` : undefined;
  return (
    <div class="choice">
      <input
        type={kind}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={hintId}
        aria-invalid={invalid && kind === 'checkbox' ? 'true' : undefined}
      />
      <label for={id}>{option.text}</label>
      {option.hint && (
        <p class="hint" id={hintId}>
          {option.hint}
        </p>
      )}
    </div>
  );
}

type SelectProps = {
  name: string;
  label: string;
  options: readonly { value: string; text: string }[];
  selected?: string;
  hint?: ComponentChildren;
  error?: string;
  required?: boolean;
  autocomplete?: string;
  id?: string;
};

export function Select({ name, label, options, selected, hint, error, required, autocomplete, id = fieldId(name) }: SelectProps) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {label}
        <Optional required={required} />
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      <select id={id} name={name} required={required} autocomplete={autocomplete} {...describe({ id, hint, error })}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === selected}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
