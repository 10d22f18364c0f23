import { z } from 'zod';
import { addMonths } from '../../platform/clock.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { addressOf, afterIn, chosenIn, orderField, orderIn } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { officerOf } from '../officer-only.ts';
import { findLastAnchor } from '../look-log/anchor.ts';
import { recordLook } from '../look-log/record-look.ts';
import { askForHold, decideHold } from './holds.ts';
import { countClosing, holdOrders, holdsPerPage, holdStates, listHolds, listRuns, type HoldsWanted } from './holds.queries.ts';
import { listDue } from './list-due.ts';
import { RetentionPage } from './pages/retention-page.tsx';
import { words } from './words.ts';

const runsShown = 14;
const longestHoldMonths = 120;
type Typed = { values: Record<string, string>; errors: FieldError[] };

const everyHold = { text: '', state: undefined, order: 'latest', after: undefined } as const;

export const retention = (visit: Visit): Promise<Response> => {
  const { url } = visit;
  const asked = { state: chosenIn(url, 'lage', holdStates), order: orderIn(url, holdOrders), after: afterIn(url) };
  return retentionPage(visit, { text: '', ...asked });
};

/** By POST: an address that is searched for must not stand in another (E-04). What else is chosen may, and is led to one. */
export async function searchHolds(visit: Visit): Promise<Response> {
  const { tooLong } = words[visit.locale].list;
  const form = await readForm(
    visit.request,
    z.object({
      sought: z.string(tooLong).trim().max(100, tooLong),
      lage: z.enum(holdStates).optional().catch(undefined),
      ordning: z.enum(holdOrders).catch('latest'),
      after: z.uuid().optional().catch(undefined),
    }),
  );
  if (!form.ok) return retentionPage(visit, { ...everyHold, text: form.typed.one['sought'] ?? '' }, undefined, tooLong);
  const { sought, lage, ordning: order, after } = form.value;
  if (sought !== '' || after) return retentionPage(visit, { text: sought, state: lage, order, after });
  officerOf(visit);
  return redirect(addressOf(href('retention'), Object.entries({ lage: lage ?? '', [orderField]: order === 'latest' ? '' : order })));
}

async function retentionPage(visit: Visit, wanted: HoldsWanted, form?: Typed, error?: string): Promise<Response> {
  const actorId = officerOf(visit);
  const text = words[visit.locale];
  const flash = visit.url.searchParams.get('besked');
  const [due, anchor, { holds, next, runs, closing }] = await Promise.all([
    listDue(visit.house),
    findLastAnchor(visit.house),
    readBooks(visit, actorId, wanted, error),
  ]);
  return page(
    visit,
    {
      title: text.title,
      width: 'wide',
      status: form || error ? 422 : 200,
      ...(flash === 'begart' || flash === 'beslutat'
        ? { flash: { kind: 'done', text: flash === 'begart' ? text.asked : text.decided } }
        : {}),
    },
    <RetentionPage
      locale={visit.locale}
      now={visit.house.clock.now()}
      actorId={actorId}
      due={due}
      closing={closing}
      runs={runs}
      anchor={anchor}
      found={{ wanted, holds, next, error }}
      form={form}
    />,
  );
}

/** The people of the holds are named to the officer, which is a look like any other. */
function readBooks(visit: Visit, actorId: string, wanted: HoldsWanted, error?: string) {
  const { house } = visit;
  return house.database.transaction({ purpose: 'accountability', accountId: actorId, across: 'retention' }, async (tx) => {
    const found = error ? [] : await listHolds(tx, wanted);
    const holds = found.slice(0, holdsPerPage);
    await recordLook(tx, house.clock, {
      actorId,
      customerId: null,
      purpose: 'accountability',
      room: 'privacy',
      fields: ['account.email', 'legal_hold.law', 'legal_hold.reason'],
      subjects: holds.map((hold) => hold.account_id),
    });
    const next = found.length > holds.length ? holds.at(-1)?.id : undefined;
    return { holds, next, runs: await listRuns(tx, runsShown), closing: await countClosing(tx) };
  });
}

export async function saveHoldRequest(visit: Visit): Promise<Response> {
  const actorId = officerOf(visit);
  const { wrong } = words[visit.locale];
  const now = visit.house.clock.now();
  const rules = z.object({
    email: z.string().trim().toLowerCase().min(3, wrong.email).max(254, wrong.email),
    law: z.string().trim().min(3, wrong.law).max(200, wrong.law),
    reason: z.string().trim().min(3, wrong.reason).max(2000, wrong.reason),
    until: z.iso.date(wrong.until).refine((day) => isInReach(new Date(day), now), wrong.until),
  });
  const form = await readForm(visit.request, rules);
  if (!form.ok) return retentionPage(visit, everyHold, { values: form.typed.one, errors: form.errors });
  const { until, ...asked } = form.value;
  const done = await askForHold(visit.house, actorId, { ...asked, endsAt: endOfDay(until) });
  if (done !== 'asked') return retentionPage(visit, everyHold, { values: form.typed.one, errors: [{ name: 'email', text: wrong[done] }] });
  return redirect(`${href('retention')}?besked=begart`);
}

/** The last day is the person's own, in Swedish time. */
function endOfDay(day: string): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('Europe/Stockholm');
  return new Date(next.epochMilliseconds);
}

const isInReach = (day: Date, now: Date) => day > now && day < addMonths(now, longestHoldMonths);

export async function saveHoldDecision(visit: Visit): Promise<Response> {
  const actorId = officerOf(visit);
  const form = await readForm(visit.request, z.object({ decision: z.enum(['placed', 'refused', 'lifted']) }));
  if (!form.ok || !(await decideHold(visit.house, actorId, visit.params['hold'] ?? '', form.value.decision))) throw new NotFound();
  return redirect(`${href('retention')}?besked=beslutat`);
}
