import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Decrypter } from 'age-encryption';
import { testSecret } from '../../../tests/support/test-server.ts';
import { withDatabase, type TestHouse } from '../../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, makeStaff, setUpOperator } from '../../../tests/support/world.ts';
import { asRuntimeRole } from '../../open-house.ts';
import { secretsFrom } from '../../platform/secrets.ts';

const runtimePassword = secretsFrom(testSecret).digest('database role', 'kursiv_runtime').toString('hex');

/** A database to restore into, and a connection as its owner. */
export async function emptyDatabase(test: TestHouse) {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await test.owner.query(`create database ${name}`);
  const ownerUrl = withDatabase(test.ownerUrl, name);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  return {
    target: { ownerUrl, runtimeUrl: asRuntimeRole(ownerUrl, runtimePassword), runtimePassword },
    client,
    async close() {
      await client.end();
      await test.owner.query(`drop database ${name} with (force)`);
    },
  };
}

/** What the age tool shows whoever has the identity and nothing else. */
export async function openedWithOuterKey(test: TestHouse, path: string): Promise<string> {
  return outerKey(test).decrypt(readFileSync(path), 'text');
}

export function outerKey(test: TestHouse): Decrypter {
  const decrypter = new Decrypter();
  decrypter.addIdentity(
    readFileSync(test.house.vault.identityFile, 'utf8')
      .split('\n')
      .find((line) => line.startsWith('AGE-'))!,
  );
  return decrypter;
}

/** An operator, a customer, a course and its administrator. */
export async function world(test: TestHouse) {
  await setUpOperator(test);
  const customer = await addCustomer(test);
  const course = await addCourse(test, customer.id);
  const admin = await addPerson(test, 'Adminsson');
  await makeStaff(test, admin, customer.id, course.courseId);
  return { course, admin };
}

/** What stands of a full person wherever a mark can stand. */
export const markersOf = (name: string) => [name, `${name.toLowerCase()}@person.example`, `Given${name}`, `Family${name}`, `Forr${name}`];
