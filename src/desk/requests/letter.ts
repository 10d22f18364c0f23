import { dataMap, type Entry } from '../../../data-map/index.ts';
import type { Operator } from '../../platform/visit.ts';
import { fieldInWords, howLong, keptByLaw } from '../../privacy/index.ts';
import { formatDate, formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { drawPdf } from '../../ui/pdf-document.ts';
import { letterWords } from './letter-words.ts';
import type { DataRequest, Receipt, RequestEvent } from './request.ts';
import { requestWords } from './words.ts';

/** A paragraph, or a list of what an erasure did. */
export type Letter = { title: string; at: Date; parts: (string | string[])[]; complain: string };
type Facts = { request: DataRequest; step: RequestEvent; locale: Locale };

/** The latest step that is told in a letter: an extension, a refusal or the answer. */
export const toldStep = (steps: readonly RequestEvent[]): RequestEvent | undefined =>
  steps.findLast(({ state }) => state === 'extended' || state === 'answered' || state === 'refused');

/** The letter is made from the step whenever it is read, in either language: nothing of it is kept besides. */
export function letterOf({ request, step, locale }: Facts): Letter {
  const text = letterWords[locale];
  const asked = [text.asked(formatDate(request.received_at, locale)), requestWords[locale].kinds[request.kind]];
  const title = step.state === 'extended' ? text.extendedTitle : text.title;
  return { title, at: step.at, parts: [...asked, ...outcome({ request, step, locale })], complain: text.complain };
}

function outcome({ request, step, locale }: Facts): (string | string[])[] {
  const text = letterWords[locale];
  // Art. 12(3) and (4): the reasons, in the officer's own words.
  if (step.state === 'extended') return [text.extended(formatDate(request.answer_by, locale)), step.note];
  if (step.state === 'refused') return [text.refused, step.note];
  return [
    text.done[request.kind],
    ...(request.kind === 'erasure' ? erased(step.receipt, locale) : []),
    ...corrected(step.receipt, locale),
    ...restricted(request, step.receipt, locale),
    ...(step.receipt.ended ? [text.newsletters] : []),
    text.account,
    ...(step.note ? [text.more, step.note] : []),
  ];
}

/** Art. 16 and 19: which values were corrected, and in how many places; the values themselves stand where they belong. */
function corrected({ corrected = {} }: Receipt, locale: Locale): (string | string[])[] {
  const lines = Object.entries(corrected).map(([field, count]) => `${fieldInWords(field, locale)}: ${formatNumber(count, locale)}`);
  return lines.length > 0 ? [letterWords[locale].corrected, lines] : [];
}

/** Art. 18: what stands aside, what that means, and when it is to be lifted (18(3)). */
function restricted({ lifts_at: lifts, lifted_at: lifted }: DataRequest, receipt: Receipt, locale: Locale): (string | string[])[] {
  const text = letterWords[locale];
  if (!receipt.restricted) return [];
  const lines = Object.entries(receipt.restricted).map(([table, count]) => `${titleOf(table, locale)}: ${formatNumber(count, locale)}`);
  const when = lifted ? [text.lifted(formatDate(lifted, locale))] : lifts ? [text.lifts(formatDate(lifts, locale))] : [];
  return [...when, ...(lines.length > 0 ? [text.aside, lines] : [text.nothingAside]), text.asideMeans];
}

function erased({ rows: counts = {} }: Receipt, locale: Locale): (string | string[])[] {
  const text = letterWords[locale];
  const [kept, rows] = [Object.keys(counts).filter(isKept), Object.entries(counts).filter(([name]) => !isKept(name))];
  const byTable = new Map<string, number>();
  for (const [name, count] of rows) {
    const title = titleOf(name.split(' ')[0]!, locale);
    byTable.set(title, (byTable.get(title) ?? 0) + count);
  }
  const lines = [...byTable].map(([title, count]) => `${title}: ${formatNumber(count, locale)}`);
  const laws = keptByLaw().map(({ entry, law }) => `${entry.title[locale]}. ${howLong(entry.retention, locale)}. ${text.by(law[locale])}`);
  return [
    ...(lines.length > 0 ? [text.counts, lines] : [text.nothing]),
    text.stays,
    // Art. 12(4) and 17(3): what is not erased is told, with the reason.
    ...(kept.length > 0 ? [text.keptByLaw, laws] : []),
  ];
}

/** A step of the erasure that leaves the row with its person: `purchase kept`. */
const isKept = (step: string): boolean => step.endsWith(' kept');

function titleOf(table: string, locale: Locale): string {
  const entry = (dataMap as Record<string, Entry>)[table];
  return entry && 'title' in entry ? entry.title[locale] : table;
}

const margins = { top: 64, bottom: 64, left: 64, right: 64 };

/** The letter as a tagged PDF; the same letter gives the same bytes. */
export function letterPdf(facts: Facts, operator: Operator): Promise<Buffer> {
  const { locale, request } = facts;
  const text = letterWords[locale];
  const { title, at, parts, complain } = letterOf(facts);
  return drawPdf({ locale, title, author: operator.name, createdAt: at, margins }, (pen) => {
    const look = { size: 11, before: 8 };
    pen.write('H1', title, { face: 'serif', size: 26 });
    pen.pairs([
      [text.to, request.email],
      [text.from, `${operator.dpoName}, ${operator.name}, ${operator.dpoEmail}`],
      [text.date, formatDate(at, locale)],
    ]);
    for (const part of parts) {
      if (typeof part === 'string') pen.write('P', part, look);
      else pen.list(part, look);
    }
    pen.write('P', complain, look);
  });
}
