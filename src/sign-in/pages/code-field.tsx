import type { FieldError } from '../../platform/read-body.ts';
import { TextField } from '../../ui/form.tsx';
import { errorAt } from '../form-errors.ts';

type Props = { label: string; hint?: string; errors: readonly FieldError[]; size: number };

export const CodeField = ({ label, hint, errors, size }: Props) => (
  <TextField
    name="code"
    label={label}
    {...(hint ? { hint } : {})}
    inputmode="numeric"
    autocomplete="one-time-code"
    autocapitalize="off"
    spellcheck={false}
    size={size}
    {...errorAt(errors, 'code')}
  />
);
