import type { House } from '../../platform/house.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { acrossCustomers, type Scope } from '../../platform/database.ts';
import { findOperator } from '../../platform/find-operator.ts';
import { correctAddress, eraseAddress, noteChoices, restrictAddress, settingAside, type Corrections } from '../../privacy/index.ts';
import { endSubscriptions } from '../newsletters/index.ts';
import { endRestrictions } from './lift-restriction.ts';
import { isOver, keptAfterAnswer, stepsFrom, type DataRequest, type Receipt, type RequestState, type Step } from './request.ts';
import { findRequest, insertStep, listExecutives, lockRequest, takeReminders, untilLifted, updateRequest } from './requests.queries.ts';

/** `corrections` are done when a rectification is answered (Art. 16); the values are kept where they belong and nowhere else. */
export type Decision = { step: Step; note: string; until?: Date | undefined; corrections?: Corrections };

const stateAfter: Record<Step, RequestState> = {
  identified: 'in_progress',
  extended: 'extended',
  answered: 'answered',
  refused: 'refused',
};

/** The tables that tell of the request itself: kept a year to show that it was answered (Art. 17(3)(b) and (e)). */
const ofTheRequest = ['data_request', 'data_request_event', 'data_request_look'] as const;

/** Does what is asked for, as far as the house can by itself, and gives what the letter tells of it. */
async function carryOut(house: House, { kind, email }: DataRequest, { corrections = {} }: Decision): Promise<Receipt> {
  if (kind === 'erasure') {
    const erased = await eraseAddress(house, email, ofTheRequest);
    await endRestrictions(house, email);
    return erased;
  }
  if (kind === 'rectification') return { corrected: await correctAddress(house, email, corrections) };
  if (kind === 'objection') return { ended: await endSubscriptions(house, email) };
  return {};
}

/**
 * One step of the officer's. What is asked for is carried out before it is said to be: what stops on the way leaves the request
 * open, and doing it again finishes it. A restriction is carried out in the transaction that says so. False: the step is not to be taken
 * now.
 */
export async function decideRequest(house: House, scope: Scope, requestId: string, decision: Decision): Promise<boolean> {
  const { database, clock } = house;
  const request = await database.transaction(scope, (tx) => findRequest(tx, requestId));
  if (!request || !stepsFrom(request, clock.now()).includes(decision.step)) return false;
  const receipt = decision.step === 'answered' ? await carryOut(house, request, decision) : {};
  const restricts = decision.step === 'answered' && request.kind === 'restriction';
  const isDone = await database.transaction(restricts ? settingAside(scope) : scope, async (tx) => {
    const locked = await lockRequest(tx, requestId);
    const at = clock.now();
    if (!locked || !stepsFrom(locked, at).includes(decision.step)) return false;
    const state = stateAfter[decision.step];
    const done = restricts ? { restricted: await restrictAddress(tx, { requestId, email: locked.email }) } : receipt;
    await insertStep(tx, { requestId, state, actorId: scope.accountId ?? null, at, note: decision.note, receipt: done });
    // What is open is kept until it has been answered, however late that is.
    const keptUntil = keptAfterAnswer(isOver(state) ? at : (decision.until ?? locked.answer_by));
    const until = decision.step === 'extended' && decision.until ? { answer_by: decision.until, reminded: 0 } : {};
    const aside = restricts ? { restricted_at: at, due_at: untilLifted } : {};
    await updateRequest(tx, requestId, { due_at: keptUntil, ...until, ...aside });
    if (decision.step !== 'identified') await tell(house, tx, locked, 'request-answered');
    return true;
  });
  if (isDone && restricts) await noteChoices(house, { email: request.email });
  return isDone;
}

/** The mail says only that there is something to read. */
function tell(house: House, tx: Parameters<typeof postMail>[0], { id, email, language }: DataRequest, template: string): Promise<void> {
  return postMail(tx, house.clock, { to: { address: email }, template, language, about: { requestId: id } });
}

export const remindTask = 'remind-requests';

/** Each day: the officer is reminded a week before, two days before, and when the time is out; then the management as well. */
export async function remindOfRequests(house: House): Promise<void> {
  await house.database.transaction(acrossCustomers('mail'), async (tx) => {
    const operator = await findOperator(tx);
    if (!operator) return;
    const told = await takeReminders(tx, house.clock.now());
    const { language } = operator;
    if (told.length > 0) {
      await postMail(tx, house.clock, { to: { address: operator.dpoEmail.toLowerCase() }, template: 'request-reminder', language });
    }
    if (!told.some(({ level }) => level === 3)) return;
    for (const one of await listExecutives(tx)) {
      await postMail(tx, house.clock, { to: { accountId: one.id }, template: 'request-overdue', language: one.language });
    }
  });
}
