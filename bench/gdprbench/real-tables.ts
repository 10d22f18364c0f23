import { CompiledQuery } from 'kysely';
import { dataMap } from '../../data-map/index.ts';
import { acrossCustomers, type Scope, type Tx } from '../../src/platform/database.ts';
import { countTables, engineOf, eraseForever, exportTables, recordLook } from '../../src/privacy/index.ts';
import { liftRestriction, restrict } from '../../src/privacy/restrict.ts';
import { sweepPlan } from '../../src/privacy/retention-plan.ts';
import { sweepStep } from '../../src/privacy/sweep.ts';
import { addDue } from '../privacy/readers.ts';
import type { World } from '../privacy/world.ts';
import type { BenchHouse } from '../support/house.ts';
import type { RealOperation, Side } from './real-workloads.ts';

export type Learner = { id: string; enrolment: string; thread: string };

const run = async (tx: Tx, text: string, values: unknown[]) => tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values));

/** As Kursiv does it: purposes, rules, looks and the engine's own plans; what is asked of a row's metadata is read from the map. */
export async function kursiv({ house }: BenchHouse, { place, adminId }: World, learners: Learner[], pages: string[]): Promise<Side> {
  const { catalog } = await engineOf(house.database);
  const due = sweepPlan(dataMap, catalog).find(({ table }) => table === 'notification')!;
  const { customerId } = place;
  const own = (who: Learner): Scope => ({ purpose: 'deliver-course', accountId: who.id, customerId });
  const staff = (purpose: 'correspond' | 'deliver-course'): Scope => ({ purpose, accountId: adminId, customerId, staffOf: customerId });
  const look = (tx: Tx, purpose: 'correspond' | 'deliver-course', subject: string) =>
    recordLook(tx, house.clock, { actorId: adminId, customerId, purpose, room: 'people', fields: ['message.body'], subjects: [subject] });
  return async (operation: RealOperation) => {
    const who = learners[operation.who]!;
    switch (operation.query) {
      case 'read data by key':
        return house.database.transaction(staff('correspond'), async (tx) => {
          const { rows } = await run(tx, 'select body from message where customer_id = $1 and correspondence_id = $2 and sequence = $3', [
            customerId,
            who.thread,
            operation.sequence,
          ]);
          await look(tx, 'correspond', who.id);
          return rows.length;
        });
      case 'read data not objecting':
        return house.database.transaction(staff('deliver-course'), async (tx) => {
          const { rows } = await run(tx, 'select count(*) as rows from enrolment where customer_id = $1 and id = any($2::uuid[])', [
            customerId,
            learners.map(({ enrolment }) => enrolment),
          ]);
          await look(tx, 'deliver-course', who.id);
          return Number(rows[0]!['rows']);
        });
      case 'read data by person': {
        let notes = 0;
        for (const { part, rows } of await exportTables(house, who.id)) for await (const _ of rows) if (part.table === 'note') notes++;
        return notes;
      }
      case 'read metadata by key':
      case 'read metadata by person':
        return (await countTables(house, who.id))['note'] ?? 0;
      case 'update data':
        return house.database.transaction(own(who), async (tx) =>
          Number(
            (
              await run(tx, 'update note set body = $4 where customer_id = $1 and enrolment_id = $2 and page_id = $3', [
                customerId,
                who.enrolment,
                pages[operation.page],
                'ändrad',
              ])
            ).numAffectedRows,
          ),
        );
      case 'delete by key':
        return house.database.transaction(own(who), async (tx) =>
          Number(
            (
              await run(tx, 'delete from note where customer_id = $1 and enrolment_id = $2 and page_id = $3', [
                customerId,
                who.enrolment,
                pages[operation.page],
              ])
            ).numAffectedRows,
          ),
        );
      case 'create':
        return house.database.transaction(own(who), async (tx) =>
          Number(
            (
              await run(
                tx,
                "insert into note (customer_id, enrolment_id, page_id, body) values ($1, $2, $3, 'ny') on conflict do nothing",
                [customerId, who.enrolment, pages[operation.page]],
              )
            ).numAffectedRows,
          ),
        );
      case 'update metadata':
        await (operation.restricted ? restrict : liftRestriction)(house, who.id);
        return 1;
      case 'delete by person':
        return (await eraseForever(house, [who.id], 'request')).length;
      case 'delete by expiry':
        return sweepStep(house.database, due, 1000);
      case 'read log':
        return house.database.transaction({ purpose: 'accountability', accountId: adminId }, async (tx) => {
          const { rows } = await run(tx, 'select id from access_log where actor_id = $1 order by at desc limit 1000', [adminId]);
          return rows.length;
        });
      case 'verify deletion':
        return house.database.transaction(acrossCustomers('scan'), async (tx) => {
          const { rows } = await run(tx, 'select id from account where id = $1', [who.id]);
          return rows.length;
        });
    }
  };
}

const tablesOfPerson = [
  "select to_jsonb(t) from account t where id = '%'",
  "select to_jsonb(t) from membership t where account_id = '%'",
  "select to_jsonb(t) from ledger t where account_id = '%'",
  "select to_jsonb(t) from notification t where account_id = '%'",
  "select to_jsonb(t) from notification_choice t where account_id = '%'",
  "select to_jsonb(t) from enrolment t where account_id = '%'",
  ...['page_visit', 'note', 'bookmark', 'answer', 'attempt'].map(
    (table) =>
      `select to_jsonb(t) from ${table} t where (customer_id, enrolment_id) in (select customer_id, id from enrolment where account_id = '%')`,
  ),
  "select to_jsonb(t) from message t where (customer_id, correspondence_id) in (select k.customer_id, k.id from correspondence k join enrolment e on e.customer_id = k.customer_id and e.id = k.enrolment_id where e.account_id = '%')",
];

/**
 * The floor: the same rows by hand-written statements of the database's owner, past every rule, without looks, plans, receipts or
 * keyring. Its answers are not graded: it has no restriction and no pseudonyms.
 */
export function floor({ owner }: BenchHouse, { place, adminId }: World, learners: Learner[], pages: string[]): Side {
  const { customerId } = place;
  const count = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rowCount ?? 0;
  return async (operation) => {
    const who = learners[operation.who]!;
    const note = [customerId, who.enrolment, 'page' in operation ? pages[operation.page] : null];
    switch (operation.query) {
      case 'read data by key':
        return count('select body from message where customer_id = $1 and correspondence_id = $2 and sequence = $3', [
          customerId,
          who.thread,
          operation.sequence,
        ]);
      case 'read data not objecting':
        return count(
          'select count(*) from enrolment where customer_id = $1 and id = any($2::uuid[]) and not exists (select from restriction r where r.account_id = enrolment.account_id and ended_at is null)',
          [customerId, learners.map(({ enrolment }) => enrolment)],
        );
      case 'read data by person':
        for (const text of tablesOfPerson) await owner.query(text.replaceAll('%', who.id));
        return 0;
      case 'read metadata by key':
      case 'read metadata by person':
        return count(tablesOfPerson.map((text) => text.replaceAll('%', who.id).replace('to_jsonb(t)', 'count(*)')).join(' union all '));
      case 'update data':
        return count("update note set body = 'ändrad' where customer_id = $1 and enrolment_id = $2 and page_id = $3", note);
      case 'delete by key':
        return count('delete from note where customer_id = $1 and enrolment_id = $2 and page_id = $3', note);
      case 'create':
        return count("insert into note (customer_id, enrolment_id, page_id, body) values ($1, $2, $3, 'ny') on conflict do nothing", note);
      case 'update metadata':
        return operation.restricted
          ? count("insert into restriction (account_id, kind, began_at) values ($1, 'restriction', now()) on conflict do nothing", [who.id])
          : count('update restriction set ended_at = now() where account_id = $1 and ended_at is null', [who.id]);
      case 'delete by person':
        await owner.query(`begin; ${['page_visit', 'note', 'bookmark'].map((table) => `delete from ${table} where (customer_id, enrolment_id) = ('${customerId}', '${who.enrolment}')`).join('; ')};
          update answer set response = '{}' where (customer_id, enrolment_id) = ('${customerId}', '${who.enrolment}');
          update message set body = '' where (customer_id, correspondence_id) = ('${customerId}', '${who.thread}');
          ${['notification', 'notification_choice', 'ledger', 'membership', 'account_password', 'former_name'].map((table) => `delete from ${table} where account_id = '${who.id}'`).join('; ')};
          update account set kind = 'pseudonym', email = null, email_confirmed_at = null, given_name = '', family_name = '' where id = '${who.id}'; commit`);
        return 1;
      case 'delete by expiry':
        return count('delete from notification where due_at <= now()');
      case 'read log':
        return count('select id from access_log where actor_id = $1 order by at desc limit 1000', [adminId]);
      case 'verify deletion':
        return count('select id from account where id = $1', [who.id]);
    }
  };
}

/** Something is due before each sweep of the workload, on both sides alike. */
export const makeDue = ({ owner }: BenchHouse, world: World, rows: number) => addDue(owner, world, rows);
