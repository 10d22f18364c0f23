import { TextField } from '../../ui/form.tsx';
import { useLocale } from '../../ui/language.ts';
import { formWords } from './form-words.ts';

type EmailFieldProps = { label?: string; hint?: string; value?: string; error?: string; id?: string };

/** The address that an open form is answered at. */
export function EmailField(props: EmailFieldProps) {
  const text = formWords[useLocale()];
  return (
    <TextField
      name="email"
      type="email"
      label={text.email}
      hint={text.emailHint}
      autocomplete="email"
      inputmode="email"
      spellcheck={false}
      maxlength={254}
      {...props}
    />
  );
}
