import type pg from 'pg';
import { thing, type PersonalTable } from '../../data-map/index.ts';
import { rowRules } from '../../src/privacy/row-rules.ts';
import { lifetimes, people } from './record.ts';
import { stepMs } from './workloads.ts';

/** What can be switched on and off, each apart. */
export const features = ['purpose and scope', 'unreadable when due', 'log', 'tombstones'] as const;
export type Feature = (typeof features)[number];

const answered = { category: 'account', export: 'as-is', erase: 'keep' } as const;

/** The map's entry of the reference record: its rules are made by the engine, as those of every other table. */
const entry: PersonalTable = {
  title: { sv: 'Referenspost', en: 'Reference record' },
  purposes: ['deliver-course', 'administer-customer', 'accountability', 'identify-user'],
  role: 'controller',
  retention: { rule: 'due', column: 'expires_at', period: 'P1D', from: { sv: 'posten skapas', en: 'the record is made' }, end: 'delete' },
  edges: [{ edge: 'own', by: 'person', onErasure: 'delete' }],
  columns: { key: thing('a number'), person: answered, data: answered },
};

const indexed = ['person', 'expires_at', 'source', 'category'];
const indexedSets = ['purposes', 'objections', 'decisions', 'access', 'shared'];

/** The table, the same with and without the features; its indexes come when it has its rows. */
export async function makeTable(owner: pg.Client): Promise<void> {
  await owner.query(`
    drop table if exists reference_record, reference_tombstone, plain_log;
    create table reference_record (
      key text collate "C" primary key, person text not null, purposes text[] not null, seconds int not null,
      made_at timestamptz not null, expires_at timestamptz not null, objections text[] not null, decisions text[] not null,
      access text[] not null, shared text[] not null, source text not null, category text not null, data text not null);
    create table reference_tombstone (key text collate "C" primary key, at timestamptz not null, backups_until timestamptz not null);
    create table plain_log (at timestamptz primary key, number int not null);
    grant select, insert, update, delete on reference_record, reference_tombstone, plain_log to kursiv_runtime`);
}

const k = (prefix: string, n: number) => `'${prefix}' || k % ${n}`;

/** The generator of `record.ts` in SQL, so that a million rows are one statement; grading holds every row against the other. */
export async function loadRows(owner: pg.Client, count: number, madeAt: Date): Promise<void> {
  await owner.query(
    `insert into reference_record
     select 'key' || k, ${k('user', people)}, array[${k('purpose', 25)}], seconds, $1, $1::timestamptz + make_interval(secs => seconds), array[${k('obj', 100)}],
       array[${k('dec', 2)}], array[${k('acl', 10)}], array[${k('shr', 10)}], ${k('src', 10)}, ${k('cat', 10)}, left(repeat('key' || k || '-', 100), 100)
     from generate_series(0, $2::int - 1) k, lateral (select ('{${lifetimes.join(',')}}'::int[])[k % 10 + 1] as seconds) l`,
    [madeAt, count],
  );
  for (const column of indexed) await owner.query(`create index on reference_record (${column})`);
  for (const column of indexedSets) await owner.query(`create index on reference_record using gin (${column})`);
  await owner.query("insert into plain_log select $1::timestamptz + (n + 1) * $2 * interval '1 ms', n from generate_series(0, 9999) n", [
    madeAt,
    stepMs,
  ]);
  await owner.query('vacuum analyze reference_record');
  const { rows } = await owner.query<{ rows: string }>('select count(*) as rows from reference_record');
  if (Number(rows[0]?.rows) !== count) throw new Error(`Loaded ${rows[0]?.rows} rows of ${count}.`);
}

/** Puts the row-level rules of these features on the table, as `app.protect` and the map would. */
export async function switchOn(owner: pg.Client, on: ReadonlySet<Feature>): Promise<void> {
  const rules = rowRules({ reference_record: entry }).filter(
    ({ name }) => (name === 'purpose' && on.has('purpose and scope')) || (name === 'unreadable_when_due' && on.has('unreadable when due')),
  );
  const any = rules.length > 0;
  const scope = on.has('purpose and scope')
    ? "(person = current_setting('app.person', true)) or (current_setting('app.staff_of', true) = 'bench') or app.across_customers()"
    : 'true';
  await owner.query(`
    alter table reference_record ${any ? 'enable' : 'disable'} row level security;
    alter table reference_record ${any ? 'force' : 'no force'} row level security;
    drop policy if exists scope on reference_record; drop policy if exists purpose on reference_record; drop policy if exists unreadable_when_due on reference_record;
    create policy scope on reference_record for all using (${scope});
    ${rules.map(({ name, using }) => `create policy ${name} on reference_record as restrictive for select using (${using});`).join('\n')}`);
}
