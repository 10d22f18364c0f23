import { randomUUID } from 'node:crypto';
import { addPerson, inHouse, signedIn } from '../../../tests/support/world.ts';
import { appoint } from '../../desk/index.ts';
import { makeKeys } from '../../keys/index.ts';
import { addDays } from '../../platform/clock.ts';
import { openOffice } from '../testing.ts';
import { findSeats } from './agreement.queries.ts';
import { makeAgreement } from './make-agreement.ts';

/** A customer with its administrator and the operator's Siri, and an agreement when a test asks for one. */
export async function openRegister() {
  const office = await openOffice();
  const { house, customer } = office;
  const siri = await addPerson(house, 'Siri');
  await appoint(house.house, siri.email, 'support');
  const desk = await signedIn(house, siri);
  const agree = async (more: { seats?: number; courses?: string[]; renews?: boolean; startsAt?: Date } = {}) => {
    const id = randomUUID();
    const terms = { language: 'sv', periodMonths: 12, renews: true, noticeMonths: 1, seats: 3, courses: [], lines: [], ...more } as const;
    const startsAt = more.startsAt ?? addDays(house.clock.now(), -10);
    const made = { ...terms, courses: [...terms.courses], lines: [], id, clientId: randomUUID(), customerId: customer.id, startsAt };
    const outcome = await inHouse(house, (tx) => makeAgreement(tx, made, house.clock.now()));
    if (outcome !== 'made') throw new Error(outcome);
    return id;
  };
  const keys = (count: number, courseId = office.course.courseId) =>
    inHouse(house, (tx) =>
      makeKeys(tx, house.house, { customerId: customer.id, courseId, label: 'x', count, expiresAt: addDays(house.clock.now(), 90) }),
    );
  const figures = async () => (await inHouse(house, (tx) => findSeats(tx, customer.id)))!;
  return { ...office, siri, desk, agree, keys, figures };
}
