import { join } from 'node:path';
import pg from 'pg';
import { seedWorld } from '../../db/seed.ts';
import { openHouse } from '../../src/open-house.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createLog } from '../../src/platform/log.ts';
import { readSettings } from '../../src/platform/settings.ts';
import { checkForeignKeys } from './check-keys.ts';
import { addStrangers, addStudents, fillPages } from './multiply.ts';

export type World = { name: 'few' | 'many'; url: string; students: number; customers: number; courses: number; bytes: number };
export const secret = 'a secret of the bench and of nothing else';
/** Whose own students become ten times as many; everyone else's only get strangers. */
export const grown = 'bjorkdalens-kommun';

const copies = Number(process.env['BENCH_COPIES'] ?? 97);
const copiesOfGrown = 9;

/** Two worlds in one server: the demo world with its 1,500 students, and that world with a hundred times as many. */
export async function makeWorlds(serverUrl: string, folder: string, tell: (line: string) => void): Promise<[World, World]> {
  const at = (name: string) => Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  await asOwner(serverUrl, (owner) => owner.query('create database few'));
  const settings = readSettings({ DATA_FOLDER: join(folder, 'seed'), DATABASE_URL: at('few'), SECRET: secret, PORT: '0' });
  const open = await openHouse({ settings, clock: systemClock, log: createLog('fatal') });
  await seedWorld(open.house, () => {});
  await open.close();
  await asOwner(at('few'), addTraces);
  await asOwner(serverUrl, (owner) => owner.query('create database many template few'));
  tell('the demo world, twice');
  await asOwner(at('few'), (owner) => inBulk(owner, () => fillPages(owner, 2001, 2008)));
  await asOwner(at('many'), fill);
  tell('a hundred times as many students');
  return [await weigh('few', at('few')), await weigh('many', at('many'))];
}

/** What use leaves behind and the demo world has little of: sign-ins, mails, notifications and looks, for every student. */
async function addTraces(owner: pg.Client): Promise<void> {
  await owner.query(traces);
  await owner.query('analyze');
  await checkForeignKeys(owner);
}

const traces = `begin; set local session_replication_role = replica;
    create temp table someone on commit drop as
      select distinct on (m.account_id) m.account_id as id, m.customer_id, dense_rank() over (order by m.account_id) as n,
        (select account_id from membership s where s.customer_id = m.customer_id and s.role = 'course_admin' limit 1) as staff
      from membership m where m.role = 'student' order by m.account_id, m.customer_id;
    insert into session (account_id, token_hash, expires_at)
      select id, sha256(uuid_send(id)), now() + interval '20 days' from someone;
    insert into notification (account_id, event, customer_id, shown, created_at, read_at, due_at)
      select id, 'message', customer_id, true, now() - k * interval '9 days', case when k > 1 then now() - k * interval '8 days' end,
        now() + (90 - k * 9) * interval '1 day' from someone, generate_series(1, 4) k;
    insert into mail (account_id, template, language, state, created_at, sent_at, due_at)
      select id, 'notification', 'sv', 'sent', now() - k * interval '7 days', now() - k * interval '7 days', now() + (30 - k * 7) * interval '1 day'
      from someone, generate_series(1, 3) k;
    insert into access_log (id, at, actor_id, customer_id, purpose, room, fields, due_at)
      select md5(id::text || 'look')::uuid, now() - n % 400 * interval '1 day', staff, customer_id, 'deliver-course', 'people',
        array['account.given_name'], now() + (n % 300 + 1) * interval '1 day' from someone;
    insert into access_log_subject (log_id, account_id) select md5(id::text || 'look')::uuid, id from someone;
    commit`;

async function fill(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ id: string }>('select id from customer where slug = $1', [grown]);
  await inBulk(owner, async () => {
    await addStrangers(owner, 1, copies);
    await addStudents(owner, rows[0]!.id, 1001, 1000 + copiesOfGrown);
  });
}

/** Set by set, as the owner: what triggers do at each row (count seats, queue webhooks) has been done once in what is copied. */
async function inBulk(owner: pg.Client, work: () => Promise<void>): Promise<void> {
  await owner.query("set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'");
  await owner.query('begin');
  await work();
  await owner.query('commit');
  await owner.query('analyze');
  await checkForeignKeys(owner);
}

async function weigh(name: World['name'], url: string): Promise<World> {
  return asOwner(url, async (owner) => {
    await owner.query('vacuum analyze');
    const { rows } = await owner.query<Omit<World, 'name' | 'url'>>(`select
      (select count(*)::int from membership where role = 'student') as students, (select count(*)::int from customer) as customers,
      (select count(*)::int from course) as courses, pg_database_size(current_database())::float8 as bytes`);
    return { name, url, ...rows[0]! };
  });
}

export async function asOwner<Result>(url: string, work: (owner: pg.Client) => Promise<Result>): Promise<Result> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
