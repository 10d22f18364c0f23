import { dataMap } from '../../../data-map/index.ts';
import { addDays } from '../../platform/clock.ts';
import { acrossCustomers, type Scope } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { addPeriod, liftAside, noteChoices } from '../../privacy/index.ts';
import { isInForce } from './request.ts';
import { listToLift, lockHanded, updateHanded } from './requests.queries.ts';

const { period } = dataMap.customer_request.retention;
/** How long before it is lifted the person is told, so that there is time to object. */
const toldBeforeDays = 7;

/** Art. 18(3): the person is told first, and it is lifted on the day that they were told. False: it is not in force, or has been told. */
export async function announceLift(house: House, scope: Scope, id: string): Promise<boolean> {
  const told = await house.database.transaction(scope, async (tx) => {
    const request = await lockHanded(tx, scope.customerId!, id);
    if (!request || !isInForce(request) || request.lifts_at) return undefined;
    await updateHanded(tx, id, { lifts_at: addDays(house.clock.now(), toldBeforeDays) });
    const { email: address, language } = request;
    await postMail(tx, house.clock, { to: { address }, template: 'handed-answered', language, about: { handedId: id } });
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
      await updateHanded(tx, id, { lifted_at: at, due_at: addPeriod(at, period) });
      await liftAside(tx, { requestId: id, email });
    }
    return due;
  });
  for (const email of new Set(lifted.map((one) => one.email))) await noteChoices(house, { email });
}
