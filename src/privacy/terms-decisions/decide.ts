import { addDays } from '../../platform/clock.ts';
import type { Scope, Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { findOperator } from '../../platform/find-operator.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { appealDays, canAppeal, endsAccount, erasedAfterDays, isOpen, type Decision, type DecisionKind } from './decision.ts';
import {
  findPerson,
  hasWarning,
  findEnding,
  insertDecision,
  lockDecision,
  openAccount,
  saveAnswer,
  saveAppeal,
  shutAccount,
  signOutEverywhere,
} from './decisions.queries.ts';

/** Whether someone may sign in at all is decided, wherever they are a student; as the person themselves, the database holds the rules. */
const deciding = (accountId: string): Scope => ({ purpose: 'security', accountId, across: 'sign-in' });

type Asked = { email: string; kind: DecisionKind; rule: string; reason: string; clientId: string };
export type Refused = 'nobody' | 'oneself' | 'closed' | 'not warned';

/**
 * N-30: warns, or ends the account after a warning or a grave breach. Ending closes it at once; nothing is erased until the time to
 * appeal is over, and thirty days more. The person is told by mail that there is a decision, and reads it signed in.
 */
export function decide(house: House, actorId: string, asked: Asked): Promise<'decided' | Refused> {
  const now = house.clock.now();
  return house.database.transaction(deciding(actorId), async (tx) => {
    const person = await findPerson(tx, asked.email);
    if (!person) return 'nobody';
    if (person.id === actorId) return 'oneself';
    const { kind, rule, reason, clientId } = asked;
    const appealUntil = addDays(now, appealDays);
    const row = { account_id: person.id, kind, rule, reason, decided_by: actorId, decided_at: now, appeal_until: appealUntil };
    const refused = endsAccount(kind) && (await whyNot(tx, person, kind, clientId));
    if (refused) return refused;
    if (!(await insertDecision(tx, { ...row, client_id: clientId }))) return 'decided';
    if (endsAccount(kind)) {
      await shutAccount(tx, person.id, { closed_at: now, erase_due_at: addDays(appealUntil, erasedAfterDays) });
      await signOutEverywhere(tx, person.id);
    }
    const language = person.language === 'en' ? 'en' : 'sv';
    const template = endsAccount(kind) ? 'account-ended' : 'account-warned';
    await postMail(tx, house.clock, { to: { accountId: person.id }, template, language });
    return 'decided';
  });
}

/** A double press finds its own decision and is no refusal. */
async function whyNot(
  tx: Tx,
  person: { id: string; closed_at: Date | null },
  kind: DecisionKind,
  clientId: string,
): Promise<Refused | undefined> {
  const mine = await tx.selectFrom('terms_decision').select('id').where('client_id', '=', clientId).executeTakeFirst();
  if (mine) return undefined;
  if (person.closed_at || (await findEnding(tx, person.id))) return 'closed';
  return kind === 'repeated' && !(await hasWarning(tx, person.id)) ? 'not warned' : undefined;
}

/** The person appeals, once and in time. Until it is decided no day is set for the end. False: it is not theirs to appeal now. */
export function appeal(house: House, accountId: string, id: string, text: string): Promise<boolean> {
  const now = house.clock.now();
  return house.database.transaction(deciding(accountId), async (tx) => {
    const found = await lockDecision(tx, id);
    if (!found || found.account_id !== accountId || !canAppeal(found, now)) return false;
    await saveAppeal(tx, id, text, now);
    if (endsAccount(found.kind)) await shutAccount(tx, accountId, { erase_due_at: null });
    const operator = await findOperator(tx);
    if (operator) {
      const to = { address: operator.contactEmail.toLowerCase() };
      await postMail(tx, house.clock, { to, template: 'appeal-waiting', language: operator.language });
    }
    return true;
  });
}

type Answer = { outcome: 'upheld' | 'lifted'; answer: string };

/** Another person than the one who decided answers the appeal; the database refuses the same, and whoever it is about. */
export function answerAppeal(house: House, actorId: string, id: string, { outcome, answer }: Answer): Promise<boolean> {
  const now = house.clock.now();
  return house.database.transaction(deciding(actorId), async (tx) => {
    const found = await lockDecision(tx, id);
    if (!found || !isOpen(found) || !isOthers(found, actorId)) return false;
    await saveAnswer(tx, id, { outcome, answer, answered_by: actorId, answered_at: now });
    if (endsAccount(found.kind)) {
      if (outcome === 'lifted') await openAccount(tx, found.account_id);
      else await shutAccount(tx, found.account_id, { erase_due_at: addDays(now, erasedAfterDays) });
    }
    const person = await tx.selectFrom('account').select('language').where('id', '=', found.account_id).executeTakeFirst();
    const language = person?.language === 'en' ? 'en' : 'sv';
    await postMail(tx, house.clock, { to: { accountId: found.account_id }, template: 'appeal-answered', language });
    return true;
  });
}

export const isOthers = ({ decided_by, account_id }: Pick<Decision, 'decided_by' | 'account_id'>, actorId: string): boolean =>
  decided_by !== actorId && account_id !== actorId;
