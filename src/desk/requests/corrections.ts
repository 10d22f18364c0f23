import { z } from 'zod';
import type { Corrections } from '../../privacy/index.ts';
import type { Locale } from '../../ui/locale.ts';
import { requestDeskWords } from './desk-words.ts';

/** The fields of the officer's form, and what each corrects (Art. 16). */
const correctionFields = {
  given_name: { corrects: 'given name', longest: 100 },
  family_name: { corrects: 'family name', longest: 100 },
  enquirer: { corrects: 'name', longest: 200 },
  organisation: { corrects: 'organisation', longest: 200 },
  new_address: { corrects: 'address', longest: 254 },
} as const;
type CorrectionField = keyof typeof correctionFields;
const correctionNames = Object.keys(correctionFields) as CorrectionField[];

/** The officer's fields; an empty one changes nothing. */
export function correctionsShape(locale: Locale): Record<CorrectionField, z.ZodType<string>> {
  const text = requestDeskWords[locale].corrections;
  const field = (name: CorrectionField) => {
    const { longest } = correctionFields[name];
    return z.string().trim().max(longest, text.long(longest)).default('');
  };
  const new_address = field('new_address')
    .transform((typed) => typed.normalize('NFC').toLowerCase())
    .refine((typed) => typed === '' || z.email().safeParse(typed).success, text.address);
  return {
    given_name: field('given_name'),
    family_name: field('family_name'),
    enquirer: field('enquirer'),
    organisation: field('organisation'),
    new_address,
  };
}

export const correctionsOf = (typed: Record<CorrectionField, string>): Corrections =>
  Object.fromEntries(correctionNames.flatMap((name) => (typed[name] ? [[correctionFields[name].corrects, typed[name]]] : [])));
