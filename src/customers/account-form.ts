import { z } from 'zod';
import { passwordFault } from '../sign-in/index.ts';
import type { Locale } from '../ui/locale.ts';
import { words } from './words.ts';

export function accountForm(locale: Locale, email: string) {
  const text = words[locale].account;
  const name = z.string(text.givenNameMissing).trim().max(100, text.nameLong);
  return z.object({
    givenName: name.min(1, text.givenNameMissing),
    familyName: name.catch(''),
    password: z.string(text.passwordMissing).superRefine((password, context) => {
      const message = passwordFault(locale, password, email);
      if (message) context.addIssue({ code: 'custom', message });
    }),
    language: z.enum(['sv', 'en'], text.languageMissing),
  });
}
