import type { z } from 'zod';
import { looksLikePersonalNumber } from '../../platform/personal-number.ts';
import { discard as discardFiles, receiveFiles, type Refusal, type StoredFile } from '../../platform/attached-files/receive-files.ts';
import { isMultipart } from '../../platform/multipart.ts';
import { checkForm, readForm, type FieldError, type FormValues, type Parsed } from '../../platform/read-body.ts';
import type { Visit } from '../../platform/visit.ts';
import { refusalText } from '../../ui/file-field.tsx';
import { fileWords } from '../../ui/file-words.ts';
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

export type Taken<Value> =
  | {
      ok: true;
      value: Value;
      clientId: string;
      files: StoredFile[];
      /** Removes the files again: what they came with was not stored, or is there already. */
      discard(): Promise<void>;
    }
  | { ok: false; form: OpenForm };

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
  /** The id that files are kept under; without it the form takes none. */
  folder?: string;
};

/**
 * Takes a form from anyone, safe from robots and floods without a third party and without a script: a field that people
 * do not see, a signed time, and counted tries. Each refusal says what to do.
 */
export async function takeForm<Schema extends z.ZodType>(visit: Visit, rules: Rules<Schema>): Promise<Taken<z.output<Schema>>> {
  const { form, files, refusals, hadFiles, discard } = await readWithFiles(visit, rules);
  const seal = readSeal(visit.house, form.typed.one['seal'] ?? '');
  const why = faultOf(visit, rules, form, refusals) ?? (form.ok ? await tooMany(visit, rules, form.value) : undefined);
  if (form.ok && seal && !why) return { ok: true, value: form.value, clientId: seal.clientId, files, discard };
  await discard();
  return { ok: false, form: refused(visit, form.typed, withFilesLost(visit, why ?? {}, hadFiles)) };
}

/** A form, with its files when it may have any. Nothing is stored of what a robot sends. */
async function readWithFiles<Schema extends z.ZodType>(visit: Visit, { schema, folder }: Rules<Schema>) {
  const { request, house } = visit;
  if (!folder || !isMultipart(request))
    return { form: await readForm(request, schema), files: [], refusals: [], hadFiles: false, discard: async () => {} };
  const keeping = { files: house.attachments, folder, isWelcome: ({ one }: FormValues) => !one['website'] && isFresh(visit, one['seal']) };
  const { typed, files, refused: refusals, passedOver } = await receiveFiles(request, keeping);
  const hadFiles = passedOver || files.length > 0;
  return { form: checkForm(typed, schema), files, refusals, hadFiles, discard: () => discardFiles(keeping, files) };
}

function isFresh({ house }: Visit, text = ''): boolean {
  const seal = readSeal(house, text);
  return seal !== undefined && seal.ageMs <= longestMs && seal.ageMs >= shortestMs;
}

type Why = Partial<OpenForm>;

/** What is wrong with it, as it was written. */
function faultOf<Schema extends z.ZodType>(
  visit: Visit,
  rules: Rules<Schema>,
  form: Parsed<z.output<Schema>>,
  refusals: Refusal[],
): Why | undefined {
  const { one } = form.typed;
  const text = formWords[visit.locale];
  const wrongFiles = refusals.map((refusal) => refusalText(refusal, visit.locale)).join(' ');
  const errors = [...(form.ok ? [] : form.errors), ...(wrongFiles ? [{ name: 'files', text: wrongFiles }] : [])];
  if (!form.ok || errors.length > 0) return { errors };
  if (one['website']) return { trap: one['website'], problem: text.trapFilled };
  const seal = readSeal(visit.house, one['seal'] ?? '');
  if (!seal || seal.ageMs > longestMs || seal.ageMs < 0) return { seal: newSeal(visit.house), problem: text.tooOld };
  if (seal.ageMs < shortestMs) return { problem: text.tooFast };
  const warns = looksLikePersonalNumber(rules.free(form.value)) && one['has_warned'] !== 'yes';
  return warns ? { problem: text.number, hasWarned: true } : undefined;
}

async function tooMany<Schema extends z.ZodType>(visit: Visit, rules: Rules<Schema>, value: z.output<Schema>): Promise<Why | undefined> {
  const text = formWords[visit.locale];
  const minutes = await minutesToWait(visit, rules.act, rules.own(value));
  return minutes ? { problem: text.tooMany(text.minutes(minutes)), status: 429, retryAfterMinutes: minutes } : undefined;
}

/** A page cannot choose files for anyone: they are to be chosen again. */
function withFilesLost({ locale }: Visit, why: Why, hadFiles: boolean): Why {
  if (!hadFiles || why.errors?.some(({ name }) => name === 'files')) return why;
  return { ...why, errors: [...(why.errors ?? []), { name: 'files', text: fileWords[locale].again }] };
}

/** The same seal is given back, so that the time already spent counts. */
function refused(visit: Visit, { one }: FormValues, why: Why): OpenForm {
  const known = readSeal(visit.house, one['seal'] ?? '') ? one['seal']! : newSeal(visit.house);
  return { typed: one, errors: [], seal: known, hasWarned: one['has_warned'] === 'yes', status: 422, ...why };
}

export function withRetryAfter(response: Response, { retryAfterMinutes }: OpenForm): Response {
  if (retryAfterMinutes) response.headers.set('retry-after', String(retryAfterMinutes * 60));
  return response;
}
