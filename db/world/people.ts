import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Tx } from '../../src/platform/database.ts';
import { proofOf } from '../../src/privacy/index.ts';
import type { DB } from '../types.ts';
import type { WorldCustomer } from './customers.ts';
import type { Dice } from './dice.ts';
import type { Student } from './history.ts';
import { insertMany } from './insert-many.ts';
import { familyNames, givenNames } from './names.ts';

/** Students of a customer, begun in the rhythm of the terms. They have no password: nobody signs in as them. */
export async function addStudents(tx: Tx, dice: Dice, customerId: string, count: number, day: (dice: Dice) => Date): Promise<Student[]> {
  const people = Array.from({ length: count }, (_, index) =>
    personOf(dice, day(dice), (name) => `${name}.${index + 1}${dice.below(1_000)}@person.example`),
  );
  await addPeople(tx, customerId, people, 'student');
  return people.map(({ id, created_at }) => ({ accountId: id, since: created_at }));
}

/** Colleagues of those who are told of at the start. The first of them is a customer's administrator, the others teach. */
export async function addColleagues(
  tx: Tx,
  dice: Dice,
  customerId: string,
  { colleagues, domain }: WorldCustomer,
  since: Date,
): Promise<string[]> {
  const people = Array.from({ length: colleagues }, (_, index) => personOf(dice, since, (name) => `${name}.${index + 1}@${domain}`));
  await addPeople(tx, customerId, people.slice(0, 1), 'customer_admin');
  await addPeople(tx, customerId, people.slice(1), 'teacher');
  return people.slice(1).map(({ id }) => id);
}

type Person = Insertable<DB['account']> & { id: string; created_at: Date };

function personOf(dice: Dice, since: Date, addressOf: (name: string) => string): Person {
  const [given_name, family_name] = [dice.pick(givenNames), familyNameOf(dice)];
  const email = addressOf(`${plain(given_name)}.${plain(family_name)}`);
  return {
    id: randomUUID(),
    kind: 'personal',
    email,
    email_confirmed_at: since,
    created_at: since,
    given_name,
    family_name,
    language: 'sv',
  };
}

/** One in nine has two family names. */
function familyNameOf(dice: Dice): string {
  const [first, second] = [dice.pick(familyNames), dice.pick(familyNames)];
  return dice.share() < 0.11 && first !== second && !first.includes('-') && !second.includes('-') ? `${first} ${second}` : first;
}

async function addPeople(tx: Tx, customerId: string, people: Person[], role: string): Promise<void> {
  await insertMany(tx, 'account', people);
  const memberships = people.map(({ id, created_at }) => ({ customer_id: customerId, account_id: id, role, created_at }));
  await insertMany(tx, 'membership', memberships);
  await insertMany(tx, 'ledger', await acceptances(tx, people));
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z-]/g, '');

/** Nobody begins without having accepted the terms that were in force. */
async function acceptances(tx: Tx, people: readonly Person[]): Promise<Insertable<DB['ledger']>[]> {
  const terms = await tx
    .selectFrom('document_version')
    .select(['version', 'text_sv'])
    .where('kind', '=', 'terms')
    .orderBy('version')
    .executeTakeFirstOrThrow();
  const proof = proofOf({ text: terms.text_sv, form: 'demo world' });
  const row = { event: 'acceptance', about: 'terms', state: 'accepted', version: terms.version, language: 'sv', ...proof };
  return people.map(({ id, created_at }) => ({ ...row, account_id: id, at: created_at }));
}
