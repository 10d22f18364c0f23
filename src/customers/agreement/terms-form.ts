import { z } from 'zod';
import { readDay, startOfDay } from '../../platform/calendar.ts';
import { parseNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import type { PriceLine } from './price.ts';
import { termsWords } from './terms-words.ts';

export const mostLines = 5;
export const lineNumbers = Array.from({ length: mostLines }, (_, index) => String(index + 1));

const wholeNumber = (least: number, most: number, text: string) =>
  z
    .string(text)
    .trim()
    .regex(/^\d{1,7}$/, text)
    .transform(Number)
    .refine((number) => number >= least && number <= most, text);

/** One ticked box comes as a text, several as a list, none not at all. */
const ticked = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid()).max(1000));

/** What an agreement and an offer have in common. */
export function termsFields(locale: Locale) {
  const text = termsWords[locale].form;
  return {
    seats: wholeNumber(1, 1_000_000, text.seatsWrong),
    months: wholeNumber(1, 60, text.monthsWrong),
    renews: z.enum(['yes', 'no'], text.renewsMissing),
    notice: wholeNumber(0, 12, text.noticeWrong),
    courses: ticked,
    ...Object.fromEntries(lineNumbers.flatMap((number) => lineFields(locale, number))),
  };
}

export const startsField = (locale: Locale) =>
  z.string(termsWords[locale].form.startsWrong).transform((typed, context) => {
    const day = readDay(typed.trim());
    if (day) return startOfDay(day);
    context.addIssue({ code: 'custom', message: termsWords[locale].form.startsWrong });
    return z.NEVER;
  });

function lineFields(locale: Locale, number: string): [string, z.ZodType][] {
  const text = termsWords[locale].form;
  const empty = z.literal('');
  return [
    [`what${number}`, z.string().trim().max(200, text.descriptionLong(number)).default('')],
    [`quantity${number}`, z.union([empty, wholeNumber(1, 1_000_000, text.quantityWrong(number))], text.quantityWrong(number)).default('')],
    [`unit${number}`, z.union([empty, money(text.unitWrong(number))], text.unitWrong(number)).default('')],
    [`vat${number}`, z.enum(['25', '12', '6', '0']).catch('25')],
  ];
}

/** Kronor as they are written, kept as öre: no sum is ever rounded on its way. */
const money = (text: string) =>
  z.string().transform((typed, context) => {
    const kronor = parseNumber(typed);
    if (kronor !== undefined && kronor >= 0 && kronor <= 10_000_000) return Math.round(kronor * 100);
    context.addIssue({ code: 'custom', message: text });
    return z.NEVER;
  });

/** The price lines of a form, and what is missing in those that are half filled in. */
export function linesOf(values: Record<string, unknown>, locale: Locale): { lines: PriceLine[]; errors: { name: string; text: string }[] } {
  const text = termsWords[locale].form;
  const lines: PriceLine[] = [];
  const errors: { name: string; text: string }[] = [];
  for (const number of lineNumbers) {
    const [description, quantity, unitOre] = [values[`what${number}`], values[`quantity${number}`], values[`unit${number}`]];
    if (description === '' && quantity === '' && unitOre === '') continue;
    if (description === '') errors.push({ name: `what${number}`, text: text.descriptionMissing(number) });
    if (quantity === '') errors.push({ name: `quantity${number}`, text: text.quantityWrong(number) });
    if (unitOre === '') errors.push({ name: `unit${number}`, text: text.unitWrong(number) });
    lines.push({
      description: String(description),
      quantity: Number(quantity),
      unitOre: Number(unitOre),
      vatPercent: Number(values[`vat${number}`]),
    });
  }
  return { lines, errors };
}
