import type { Locale } from './locale.ts';
import { recent } from './recent.ts';

const timeZone = 'Europe/Stockholm';
const tag: Record<Locale, string> = { sv: 'sv-SE', en: 'en-GB' };
const nbsp = '\u00a0';

const perLocale = <Format>(make: (tag: string) => Format): Record<Locale, Format> => ({ sv: make(tag.sv), en: make(tag.en) });

const longDate = perLocale((tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone }));
const clock = perLocale((tag) => new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }));
const isoDate = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
const whole = perLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }));
const upToTwo = perLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }));
const exactlyTwo = perLocale((tag) => new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));

/** 21 november 2026 */
export const formatDate = (date: Date, locale: Locale): string => longDate[locale].format(date);

/** 2026-11-21, where space is tight; the same in both languages */
export const formatShortDate = (date: Date): string => isoDate.format(date);

// A time of day takes long to work out (summer time), and a page asks for the same minutes again and again.
const minutesKept = 2000;
const times = perLocale(() => recent<string>(minutesKept));

/** kl. 14.03 and kl. 9.30 */
export function formatTime(date: Date, locale: Locale): string {
  return times[locale](String(Math.floor(date.getTime() / 60_000)), () => {
    const time = clock[locale].format(date);
    return locale === 'sv' ? `kl.${nbsp}${time.replace(':', '.').replace(/^0(?=\d)/, '')}` : time;
  });
}

/** 21 november 2026 kl. 14.03 */
export const formatDateTime = (date: Date, locale: Locale): string =>
  `${formatDate(date, locale)}${locale === 'sv' ? ' ' : ', '}${formatTime(date, locale)}`;

const nearDays: Record<Locale, Record<number, string>> = {
  sv: { [-1]: 'i går', 0: 'i dag', 1: 'i morgon' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};

/** i går, i dag, i morgon; further away the date itself */
export function formatRelativeDay(date: Date, now: Date, locale: Locale): string {
  const days = (Date.parse(formatShortDate(date)) - Date.parse(formatShortDate(now))) / 86_400_000;
  return nearDays[locale][days] ?? formatDate(date, locale);
}

/** 12 345,5 */
export const formatNumber = (value: number, locale: Locale): string => upToTwo[locale].format(value);

/** 12 345,50 kr and 495 kr: the price in öre, so that no sum is ever rounded on its way here */
export function formatMoney(ore: number, locale: Locale): string {
  const amount = (Number.isInteger(ore / 100) ? whole : exactlyTwo)[locale].format(ore / 100);
  return locale === 'sv' ? `${amount}${nbsp}kr` : `SEK${nbsp}${amount}`;
}

const shares = perLocale(() => recent<string>(200));

/** 80 %, of a share between 0 and 1 */
export const formatPercent = (share: number, locale: Locale): string =>
  shares[locale](String(share), () => `${whole[locale].format(share * 100)}${locale === 'sv' ? nbsp : ''}%`);

/** The size of a file as a person says it: 840 kB, 2,4 MB. */
export function formatBytes(bytes: number, locale: Locale): string {
  if (bytes < 1e6) return `${formatNumber(Math.max(1, Math.round(bytes / 1e3)), locale)}${nbsp}kB`;
  const [unit, size] = bytes < 1e9 ? (['MB', 1e6] as const) : (['GB', 1e9] as const);
  return `${formatNumber(Math.round((10 * bytes) / size) / 10, locale)}${nbsp}${unit}`;
}

/** 1 tim 25 min */
export function formatMinutes(minutes: number, locale: Locale): string {
  const total = Math.round(minutes);
  const hours = Math.floor(total / 60);
  const rest = total % 60;
  const parts = [hours > 0 && `${hours}${nbsp}${locale === 'sv' ? 'tim' : 'h'}`, (rest > 0 || hours === 0) && `${rest}${nbsp}min`];
  return parts.filter(Boolean).join(' ');
}

/** Reads what a person types: 12 345,50 · 12345.5 · 1,234.50 · −3. Not a number: undefined. */
export function parseNumber(text: string): number | undefined {
  const bare = text
    .trim()
    .replaceAll(/(?<=\d)\s(?=\d)/g, '')
    .replace('\u2212', '-');
  if (/^-?\d+(?:[.,]\d+)?$/.test(bare)) return Number(bare.replace(',', '.'));
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''));
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  return undefined;
}
