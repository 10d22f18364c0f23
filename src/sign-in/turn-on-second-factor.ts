import { postMail } from '../platform/mail/post-mail.ts';
import { actorOf, scopeOf, type Visit } from '../platform/visit.ts';
import { makeRecoveryCodes, newSecret, useAppCode } from './second-factor.ts';
import { confirmFactor, deleteSecondFactor, findSecondFactor, saveNewSecret } from './second-factor.queries.ts';

/** A new secret each time until one is confirmed: one that was shown long ago is never the one that counts. */
export function startSecondFactor(visit: Visit): Promise<void> {
  const { accountId } = actorOf(visit);
  return visit.house.database.transaction(scopeOf(visit, 'security'), (tx) => saveNewSecret(tx, accountId, newSecret(visit.house)));
}

type TurnedOn = { state: 'on'; codes: string[] } | { state: 'wrong' | 'nothing to confirm' };

export function confirmNewSecondFactor(visit: Visit, code: string): Promise<TurnedOn> {
  const { house } = visit;
  const { accountId, language } = actorOf(visit);
  return house.database.transaction(scopeOf(visit, 'security'), async (tx) => {
    const factor = await findSecondFactor(tx, accountId);
    if (!factor || factor.confirmed_at) return { state: 'nothing to confirm' };
    if (!(await useAppCode(tx, house, accountId, code.replaceAll(/\s/g, '')))) return { state: 'wrong' };
    await confirmFactor(tx, accountId, house.clock.now());
    await postMail(tx, house.clock, { to: { accountId }, template: 'second-factor-added', language });
    return { state: 'on', codes: await makeRecoveryCodes(tx, house, accountId) };
  });
}

/** New codes end the old ones; undefined when no second factor is on. */
export function replaceCodes(visit: Visit): Promise<string[] | undefined> {
  const { accountId } = actorOf(visit);
  return visit.house.database.transaction(scopeOf(visit, 'security'), async (tx) => {
    const factor = await findSecondFactor(tx, accountId);
    return factor?.confirmed_at ? makeRecoveryCodes(tx, visit.house, accountId) : undefined;
  });
}

export function removeSecondFactor(visit: Visit): Promise<void> {
  const { house } = visit;
  const { accountId, language } = actorOf(visit);
  return house.database.transaction(scopeOf(visit, 'security'), async (tx) => {
    const wasOn = (await findSecondFactor(tx, accountId))?.confirmed_at;
    await deleteSecondFactor(tx, accountId);
    if (wasOn) await postMail(tx, house.clock, { to: { accountId }, template: 'second-factor-removed', language });
  });
}
