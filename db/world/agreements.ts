import { randomUUID } from 'node:crypto';
import { acceptDataTerms, makeAgreement } from '../../src/customers/index.ts';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { WorldCustomer } from './customers.ts';

const seatOre = 49_500;
/** Every start makes two keys to try, and each of them holds a seat. */
const spareSeats = 400;

/** What each customer of the demo world has agreed: room for those it has and some more, renewed a year at a time. */
export async function addAgreement(tx: Tx, customer: WorldCustomer, at: { customerId: string; begun: Date; now: Date }): Promise<void> {
  const seats = customer.students + spareSeats;
  const agreementId = randomUUID();
  const terms = { language: 'sv', startsAt: at.begun, periodMonths: 12, renews: true, noticeMonths: 1, seats } as const;
  const lines = [{ description: 'Platser, per år', quantity: seats, unitOre: seatOre, vatPercent: 25 }];
  const made = { ...terms, id: agreementId, clientId: randomUUID(), customerId: at.customerId, courses: [], lines };
  await makeAgreement(tx, made, at.begun);
  const signer = customer.staff.at(-1)!;
  const parties = {
    customerId: at.customerId,
    agreementId,
    customer: customer.name,
    operator: 'Kursiv i Norden AB',
    language: 'sv',
  } as const;
  const by = {
    accountId: null,
    email: signer.email,
    name: `${signer.givenName} ${signer.familyName}`,
    title: 'verksamhetschef',
    formFingerprint: 'demo',
  };
  await acceptDataTerms(tx, parties, by, addDays(at.begun, -1));
}
