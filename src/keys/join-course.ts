import { acrossCustomers } from '../platform/database.ts';
import { addDays } from '../platform/clock.ts';
import type { House } from '../platform/house.ts';
import { recordChoice } from '../privacy/index.ts';
import { deleteKeyChallenges } from './challenge.queries.ts';
import { findOwnAccount, insertEnrolment, insertStudent, setEnrolmentOfKey, takeKey, type KeyRow } from './keys.queries.ts';
import { takeKeyLooks } from './key-looks.queries.ts';
import { seatFault } from './seat-faults.ts';

/** What the person read before deciding, kept as proof that they were told (Art. 13). */
export type NoticeServed = { language: 'sv' | 'en'; text: string; form: string };
type Joining = { key: KeyRow; accountId: string; notice: NoticeServed };

class NotJoined extends Error {
  override name = 'NotJoined';
}

/**
 * Makes the person a student: key, enrolment, membership and the notice they were served are one
 * act. Not joined when the key went to someone else in the same instant, or has ended, or when the
 * person is in the course already; no seat when the agreement is full. Then nothing has changed.
 */
export async function joinCourse(house: House, { key, accountId, notice }: Joining): Promise<'joined' | 'not joined' | 'no seat'> {
  const place = { customerId: key.customer_id, courseId: key.course_id };
  const scope = { ...acrossCustomers('key redemption'), accountId, customerId: key.customer_id };
  try {
    await house.database.transaction(scope, async (tx) => {
      const holder = await findOwnAccount(tx, accountId);
      const taken = await takeKey(tx, { ...place, keyId: key.id }, { email: holder?.email ?? null });
      const endsAt = key.access_days ? addDays(house.clock.now(), key.access_days) : null;
      const enrolment = taken && (await insertEnrolment(tx, place, accountId, endsAt));
      if (!enrolment) throw new NotJoined();
      await setEnrolmentOfKey(tx, key.customer_id, key.id, enrolment.id);
      await takeKeyLooks(tx, { ...place, keyId: key.id }, accountId);
      await insertStudent(tx, key.customer_id, accountId);
      await deleteKeyChallenges(tx, key.id);
      await recordChoice(tx, house.clock, { accountId, event: 'notice', about: 'join-course', state: 'served', version: 1, ...notice });
    });
    return 'joined';
  } catch (error) {
    if (error instanceof NotJoined) return 'not joined';
    if (seatFault(error) === 'no seat') return 'no seat';
    throw error;
  }
}
