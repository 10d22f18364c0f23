import type { z } from 'zod';
import { looksLikePersonalNumber } from '../../platform/personal-number.ts';
import { readForm, type FieldError, type FormValues } from '../../platform/read-body.ts';
import type { Visit } from '../../platform/visit.ts';
import { longestMs, newSeal, readSeal, shortestMs } from './form-seal.ts';
import { formWords } from './form-words.ts';
import { minutesToWait, type Act } from './limits.ts';

/** An open form as it is shown: empty, or with what was typed and why it was not taken. Nothing typed is ever lost. */
export type OpenForm = {
  typed: Record<string, string>;
  errors: FieldError[];
  seal: string;
  /** About the sending as a whole. */
  problem?: string;
  /** The field that only robots fill in, shown when it was filled in after all. */
  trap?: string;
  /** A personal identity number has been warned about; the next press sends. */
  hasWarned?: boolean;
  status: number;
  retryAfterMinutes?: number;
};

export type Taken<Value> = { ok: true; value: Value; clientId: string } | { ok: false; form: OpenForm };

export const emptyForm = (visit: Visit, typed: Record<string, string> = {}): OpenForm => ({
  typed,
  errors: [],
  seal: newSeal(visit.house),
  status: 200,
});

type Rules<Schema extends z.ZodType> = {
  schema: Schema;
  act: Act;
  /** Whose mailbox or enquiry the sending counts against. */
  own(value: z.output<Schema>): string;
  /** The free text in which a personal identity number is warned about. */
  free(value: z.output<Schema>): string;
};

/**
 * Takes a form from anyone, safe from robots and floods without a third party and without a script: a field that people
 * do not see, a signed time, and counted tries. Each refusal says what to do.
 */
export async function takeForm<Schema extends z.ZodType>(visit: Visit, rules: Rules<Schema>): Promise<Taken<z.output<Schema>>> {
  const form = await readForm(visit.request, rules.schema);
  const { typed } = form;
  if (!form.ok) return refused(visit, typed, { errors: form.errors });
  const text = formWords[visit.locale];
  if (typed.one['website']) return refused(visit, typed, { trap: typed.one['website'], problem: text.trapFilled });
  const seal = readSeal(visit.house, typed.one['seal'] ?? '');
  if (!seal || seal.ageMs > longestMs || seal.ageMs < 0) return refused(visit, typed, { seal: newSeal(visit.house), problem: text.tooOld });
  if (seal.ageMs < shortestMs) return refused(visit, typed, { problem: text.tooFast });
  const warns = looksLikePersonalNumber(rules.free(form.value)) && typed.one['has_warned'] !== 'yes';
  if (warns) return refused(visit, typed, { problem: text.number, hasWarned: true });
  const minutes = await minutesToWait(visit, rules.act, rules.own(form.value));
  if (minutes) return refused(visit, typed, { problem: text.tooMany(text.minutes(minutes)), status: 429, retryAfterMinutes: minutes });
  return { ok: true, value: form.value, clientId: seal.clientId };
}

/** The same seal is given back, so that the time already spent counts. */
function refused(visit: Visit, { one }: FormValues, why: Partial<OpenForm>): { ok: false; form: OpenForm } {
  const known = readSeal(visit.house, one['seal'] ?? '') ? one['seal']! : newSeal(visit.house);
  return { ok: false, form: { typed: one, errors: [], seal: known, hasWarned: one['has_warned'] === 'yes', status: 422, ...why } };
}

export function withRetryAfter(response: Response, { retryAfterMinutes }: OpenForm): Response {
  if (retryAfterMinutes) response.headers.set('retry-after', String(retryAfterMinutes * 60));
  return response;
}
