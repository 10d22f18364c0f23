import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../../platform/database.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { actorOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { afterIn, chosenIn } from '../../ui/asked-list.ts';
import { page } from '../../ui/page.tsx';
import { recordLook } from '../look-log/record-look.ts';
import { findOwnAccount } from '../my-data.queries.ts';
import { answerAppeal, appeal, decide } from './decide.ts';
import { decisionStates, decisionsPerPage, findDecision, listDecisions, listOwnDecisions, type Listed } from './decisions.queries.ts';
import { DecisionPage, DecisionsPage } from './desk-pages.tsx';
import { OwnDecisionsPage, type TypedAppeal } from './own-page.tsx';
import { decisionWords } from './words.ts';

type Typed = { values: Record<string, string>; errors: FieldError[] };
const untyped: Typed = { values: {}, errors: [] };

/** Support and the management decide; the data protection officer does not, who is to watch over it (Art. 38(6)). */
function deciderOf(visit: Visit): string {
  const actor = actorOf(visit);
  if (!actor.operatorRoles.some((role) => role === 'support' || role === 'executive')) throw new NotFound();
  return actor.accountId;
}

/** Whoever the decisions are about is told that they were looked at. */
async function readDecisions(visit: Visit, actorId: string, read: (tx: Tx) => Promise<Listed[]>): Promise<Listed[]> {
  const { house } = visit;
  return house.database.transaction({ purpose: 'accountability', accountId: actorId, across: 'retention' }, async (tx) => {
    const rows = await read(tx);
    await recordLook(tx, house.clock, {
      actorId,
      customerId: null,
      purpose: 'accountability',
      room: 'privacy',
      fields: ['account.email', 'terms_decision.reason', 'terms_decision.appeal'],
      subjects: rows.slice(0, decisionsPerPage).map(({ account_id }) => account_id),
    });
    return rows;
  });
}

const flashOf = (visit: Visit, typed: Typed) => {
  const text = decisionWords[visit.locale];
  const said = { beslutat: text.decided, besvarat: text.answered, overklagat: text.sent }[visit.url.searchParams.get('besked') ?? ''];
  return said && typed.errors.length === 0 ? { flash: { kind: 'done', text: said } as const } : {};
};

async function termsDecisions(visit: Visit, typed = untyped): Promise<Response> {
  const wanted = { state: chosenIn(visit.url, 'lage', decisionStates), after: afterIn(visit.url) };
  const found = await readDecisions(visit, deciderOf(visit), (tx) => listDecisions(tx, wanted));
  const rows = found.slice(0, decisionsPerPage);
  const next = found.length > rows.length ? rows.at(-1)?.id : undefined;
  const clientId = typed.values['client_id'] ?? randomUUID();
  const status = typed.errors.length > 0 ? 422 : 200;
  const shown = <DecisionsPage locale={visit.locale} {...{ wanted, rows, next }} typed={typed} clientId={clientId} />;
  return page(visit, { title: decisionWords[visit.locale].title, width: 'wide', status, ...flashOf(visit, typed) }, shown);
}

async function decideOnTerms(visit: Visit): Promise<Response> {
  const actorId = deciderOf(visit);
  const { wrong } = decisionWords[visit.locale];
  const schema = z.object({
    client_id: z.uuid().catch(() => randomUUID()),
    email: z.string().trim().toLowerCase().min(3, wrong.email).max(254, wrong.email),
    kind: z.enum(['warning', 'repeated', 'grave'], wrong.kind),
    rule: z.string().trim().min(3, wrong.rule).max(200, wrong.rule),
    reason: z.string().trim().min(3, wrong.reason).max(2000, wrong.reason),
  });
  const form = await readForm(visit.request, schema);
  if (!form.ok) return termsDecisions(visit, { values: form.typed.one, errors: form.errors });
  const { client_id: clientId, ...asked } = form.value;
  const done = await decide(visit.house, actorId, { ...asked, clientId });
  if (done === 'decided') return redirect(`${href('termsDecisions')}?besked=beslutat`);
  const name = done === 'not warned' ? 'kind' : 'email';
  return termsDecisions(visit, { values: form.typed.one, errors: [{ name, text: wrong[done] }] });
}

async function termsDecision(visit: Visit, typed = untyped): Promise<Response> {
  const me = deciderOf(visit);
  const [decision] = await readDecisions(visit, me, async (tx) =>
    [await findDecision(tx, visit.params['decision']!)].filter((one) => !!one),
  );
  if (!decision) throw new NotFound();
  const status = typed.errors.length > 0 ? 422 : 200;
  const shown = <DecisionPage locale={visit.locale} decision={decision} me={me} typed={typed} />;
  return page(visit, { title: decisionWords[visit.locale].one, status, ...flashOf(visit, typed) }, shown);
}

async function saveAnswer(visit: Visit): Promise<Response> {
  const actorId = deciderOf(visit);
  const { wrong } = decisionWords[visit.locale];
  const id = visit.params['decision'] ?? '';
  const schema = z.object({
    outcome: z.enum(['upheld', 'lifted'], wrong.outcome),
    answer: z.string().trim().min(3, wrong.answer).max(2000, wrong.answer),
  });
  const form = await readForm(visit.request, schema);
  if (!form.ok) return termsDecision(visit, { values: form.typed.one, errors: form.errors });
  if (!(await answerAppeal(visit.house, actorId, id, form.value))) throw new NotFound();
  return redirect(`${href('termsDecision', { decision: id })}?besked=besvarat`);
}

async function ownDecisions(visit: Visit, typed?: TypedAppeal): Promise<Response> {
  const { accountId } = actorOf(visit);
  const { house, locale } = visit;
  const { decisions, account } = await house.database.transaction(scopeOf(visit, 'identify-user'), async (tx) => ({
    decisions: await listOwnDecisions(tx, accountId),
    account: await findOwnAccount(tx, accountId),
  }));
  const props = { locale, now: house.clock.now(), decisions, dueAt: account?.erase_due_at ?? null, typed };
  const flash = typed ? {} : flashOf(visit, untyped);
  return page(visit, { title: decisionWords[locale].ownTitle, status: typed ? 422 : 200, ...flash }, <OwnDecisionsPage {...props} />);
}

async function appealDecision(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const decision = visit.params['decision'] ?? '';
  const form = await readForm(visit.request, z.object({ appeal: z.string().trim().min(3).max(5000) }));
  if (!form.ok) return ownDecisions(visit, { decision, appeal: form.typed.one['appeal'] ?? '' });
  if (!(await appeal(visit.house, accountId, decision, form.value.appeal))) throw new NotFound();
  return redirect(`${href('ownDecisions')}?besked=overklagat`);
}

export const decisionActions = {
  termsDecisions: (visit: Visit) => termsDecisions(visit),
  decideOnTerms,
  termsDecision: (visit: Visit) => termsDecision(visit),
  answerAppeal: saveAnswer,
  ownDecisions: (visit: Visit) => ownDecisions(visit),
  appealDecision,
};
