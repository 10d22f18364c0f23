import { acrossCustomers, type Scope } from '../../platform/database.ts';
import { addDays } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { liftAside, noteChoices } from '../../privacy/index.ts';
import { isInForce, keptAfterAnswer } from './request.ts';
import { listInForce, listToLift, lockRequest, updateRequest } from './requests.queries.ts';

/** How long before it is lifted the person is told, so that there is time to object. */
const toldBeforeDays = 7;

/** Art. 18(3): the person is told first, and it is lifted on the day that they were told. False: it is not in force, or has been told. */
export async function announceLift(house: House, scope: Scope, requestId: string): Promise<boolean> {
  const told = await house.database.transaction(scope, async (tx) => {
    const request = await lockRequest(tx, requestId);
    if (!request || !isInForce(request) || request.lifts_at) return undefined;
    await updateRequest(tx, requestId, { lifts_at: addDays(house.clock.now(), toldBeforeDays) });
    const { email: address, language } = request;
    await postMail(tx, house.clock, { to: { address }, template: 'request-answered', language, about: { requestId } });
    return request;
  });
  if (told) await noteChoices(house, { email: told.email });
  return told !== undefined;
}

/** Each day: what was told to be lifted is. */
export async function liftDue(house: House): Promise<void> {
  const lifted = await house.database.transaction(acrossCustomers('restriction'), async (tx) => {
    const at = house.clock.now();
    const due = await listToLift(tx, at);
    for (const { id, email } of due) {
      await updateRequest(tx, id, { lifted_at: at, due_at: keptAfterAnswer(at) });
      await liftAside(tx, { requestId: id, email });
    }
    return due;
  });
  for (const email of new Set(lifted.map((one) => one.email))) await noteChoices(house, { email });
}

/** Once what stood aside has been erased there is nothing to lift, and the requests are kept no longer than others. */
export async function endRestrictions(house: House, email: string): Promise<void> {
  await house.database.transaction(acrossCustomers('restriction'), async (tx) => {
    const at = house.clock.now();
    for (const { id } of await listInForce(tx, email))
      await updateRequest(tx, id, { lifts_at: at, lifted_at: at, due_at: keptAfterAnswer(at) });
  });
}
