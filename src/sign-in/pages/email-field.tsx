import type { FieldError } from '../../platform/read-body.ts';
import { TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { errorAt } from '../form-errors.ts';
import { words } from '../words.ts';

type Props = { locale: Locale; email: string; errors: readonly FieldError[]; label?: string; autocomplete?: string };

export const EmailField = ({ locale, email, errors, label = words[locale].email, autocomplete = 'email' }: Props) => (
  <TextField
    name="email"
    label={label}
    type="email"
    inputmode="email"
    autocomplete={autocomplete}
    autocapitalize="none"
    spellcheck={false}
    value={email}
    {...errorAt(errors, 'email')}
  />
);
