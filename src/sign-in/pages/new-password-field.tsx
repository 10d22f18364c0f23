import type { FieldError } from '../../platform/read-body.ts';
import { TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { errorAt } from '../form-errors.ts';
import { words } from '../words.ts';

type Props = { locale: Locale; errors: readonly FieldError[] };

export const NewPasswordField = ({ locale, errors }: Props) => (
  <TextField
    name="password"
    label={words[locale].password.new}
    hint={words[locale].password.hint}
    type="password"
    autocomplete="new-password"
    {...errorAt(errors, 'password')}
  />
);
