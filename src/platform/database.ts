import { CompiledQuery, Kysely, PostgresDialect, sql, type Compilable } from 'kysely';
import pg from 'pg';
import type { DB } from '../../db/types.ts';
import type { Clock } from './clock.ts';
import { oneAnswer } from './one-answer.ts';

export type Tx = Kysely<DB>;

/** Reasons for which work may reach across customers; PostgreSQL holds the same list (app.across_customers). */
export type AcrossReason =
  | 'sign-in'
  | 'key redemption'
  | 'catalogue'
  | 'course mates'
  | 'invitation'
  | 'certificate verification'
  | 'erasure'
  | 'export'
  | 'retention'
  | 'rectification'
  | 'restriction'
  | 'look log'
  | 'mail'
  | 'seed'
  | 'scan'
  | 'set-up'
  | 'backup'
  | 'restore'
  | 'newsletter'
  | 'own newsletters'
  | 'purchase'
  | 'seats'
  | 'agreement'
  | 'customer export'
  | 'proof'
  | 'api';

/** Who acts, where and why: said to PostgreSQL at the head of every transaction. */
export type Scope = {
  purpose: string;
  accountId?: string | undefined;
  customerId?: string | undefined;
  /** The customer whose people the actor may see: only for its staff. */
  staffOf?: string | undefined;
  across?: AcrossReason | undefined;
  /** The one row that a secret link leads to, or that is being sent: an enquiry, a request, a key, a contact, a purchase (`app.enquiry_id()`). */
  leadsTo?: string | undefined;
};

export type Database = {
  /** Runs `work` in one transaction under the scope: one round trip to begin, one to commit. `first` travels with the beginning. */
  transaction<Result>(scope: Scope, work: (tx: Tx) => Promise<Result>, first?: CompiledQuery): Promise<Result>;
  /** A transaction whose statements are all known beforehand, in ONE round trip; the rows in the order of the statements. */
  atOnce(scope: Scope, statements: readonly CompiledQuery[]): Promise<Record<string, unknown>[][]>;
  /** Asks a function of the database for each, in that one's own scope, all in ONE round trip and one transaction; in the order asked. */
  eachInScope(questions: readonly InScope[], options?: { mayBeLost?: boolean }): Promise<unknown[]>;
  /** Enters with a session token and runs read-only queries, all in ONE round trip; a call even in one statement. */
  enter(key: EntryKey, reads: Reads): Promise<{ entry: unknown; rows: Record<string, unknown>[][] }>;
  /** Enters with many session tokens, for nothing but what each finds, in ONE round trip; in the order of the keys. */
  enterEach(keys: readonly EntryKey[]): Promise<unknown[]>;
  /** Builds queries for `enter`; it cannot execute them. */
  readonly build: Tx;
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

/** A function of the database that gives a whole page, in the column `page`. */
export class Call {
  readonly name: `app.${string}`;
  readonly values: readonly unknown[];
  constructor(name: `app.${string}`, values: readonly unknown[]) {
    this.name = name;
    this.values = values;
  }
}

/** A call as a query by itself. */
export const asQuery = <Row>({ name, values }: Call): CompiledQuery<Row> =>
  CompiledQuery.raw(`select ${name}(${values.map((_, index) => `$${index + 1}`).join(', ')}) as page`, [...values]);

/** A call and who makes it. */
export type InScope = { scope: Scope; call: Call };

/** What is read together with the entry. */
export type Reads = readonly Compilable[] | Call;

export type EntryKey = { tokenHash: Buffer | undefined; customerSlug: string | undefined; purpose: string };

/** A scope that reaches across customers. The long name is the point: search for it in review. */
export function acrossCustomers(reason: AcrossReason): Scope {
  return { purpose: reason, across: reason };
}

/** The transaction goes on under another scope, where what is done under one has to be told under another, or neither happen. */
export async function goOnAs(tx: Tx, scope: Scope): Promise<void> {
  await sql.raw(`select ${scopeColumns(scope)}`).execute(tx);
}

// count(*) and bigint fit a number here: nothing in the schema counts beyond 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const keptIdleMs = 10 * 60_000;

export function connectDatabase(url: string, clock: Clock, poolSize: number, onError: (error: Error) => void): Database {
  // A connection keeps its plans, which take it a tenth of a second to make: one that is not needed now will be.
  const pool = new pg.Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: 10_000, idleTimeoutMillis: keptIdleMs });
  // The pool has ended before its last connections have: one that the database closes then is not lost.
  const lost = (error: Error) => (pool.ending ? undefined : onError(error));
  pool.on('error', lost);
  // A connection that is lost while it is in use fails its query; without a listener it would end the process.
  pool.on('connect', (client) => void client.on('error', lost));
  const build = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  async function enterAndCall(key: EntryKey, call: Call) {
    // The parts of a value are made from left to right: who enters is known to what is called.
    const statement = `select json_build_array(app.enter(${keyOf(key)}), ${readOnly}, ${called(call)})`;
    const time = timeSetting(clock);
    try {
      const [entry, , page] = JSON.parse(await oneAnswer(pool, time ? `${time}; ${statement}` : statement)) as [unknown, 'on', unknown];
      return { entry, rows: [[{ page }]] };
    } catch (error) {
      // Told with the way here, not with the socket's.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    }
  }
  return {
    build,
    pool,
    transaction: (scope, work, first) =>
      build.connection().execute(async (connection) => {
        const begin = beginWith(scope, clock);
        try {
          await connection.executeQuery(CompiledQuery.raw(first ? `${begin}; ${inlined(first)}` : begin));
          const result = await work(connection);
          await connection.executeQuery(CompiledQuery.raw('commit'));
          return result;
        } catch (error) {
          // The first error is the one to tell; a lost connection makes the rollback fail as well.
          await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {});
          throw error;
        }
      }),
    async atOnce(scope, statements) {
      // Sent together they are one transaction, which a failing statement ends.
      const settings = settingsOf(scope, clock);
      const answers = await runStatements(pool, [...settings, ...statements.map(inlined)].join('; '));
      return answers.slice(settings.length).map((answer) => answer.rows as Record<string, unknown>[]);
    },
    async eachInScope(questions, { mayBeLost = false } = {}) {
      // The columns of a row are made from left to right, and the rows one after the other: each call stands in its own scope.
      const rows = questions.map(({ scope, call }) => `select ${scopeColumns(scope)}, ${written(call)}`);
      // What may be lost when the database dies need not wait for the disk.
      const settings = [timeSetting(clock), mayBeLost ? 'set local synchronous_commit = off' : ''];
      const answers = await runStatements(pool, [...settings, rows.join(' union all ')].filter(Boolean).join('; '));
      return answers.at(-1)!.rows.map(({ page }: { page: unknown }) => page);
    },
    async enter(key, reads) {
      if (reads instanceof Call) return enterAndCall(key, reads);
      // Statements that are sent together are one transaction already: a begin and a commit would only be more to read.
      const first = `select app.enter(${keyOf(key)}) as entry, ${readOnly}`;
      const text = [timeSetting(clock), first, ...reads.map((query) => inlined(query.compile()))].filter(Boolean).join('; ');
      const answers = await runStatements(pool, text);
      const selects = answers.filter((answer) => answer.command === 'SELECT');
      return { entry: selects[0]?.rows[0]?.['entry'], rows: selects.slice(1).map((answer) => answer.rows) };
    },
    async enterEach(keys) {
      const list = keys.map((key) => `(${keyOf(key)})`).join(', ');
      const text = `select app.enter(token::bytea, slug, purpose) as entry from (values ${list}) as key (token, slug, purpose)`;
      const answers = await runStatements(
        pool,
        [timeSetting(clock), 'set local transaction_read_only = on', text].filter(Boolean).join('; '),
      );
      return answers.at(-1)!.rows.map(({ entry }: { entry: unknown }) => entry);
    },
    close: () => pool.end(),
  };
}

async function runStatements(pool: pg.Pool, text: string): Promise<pg.QueryResult[]> {
  const client = await pool.connect();
  try {
    // One statement answers alone, several answer as a list.
    const answers: pg.QueryResult | pg.QueryResult[] = await client.query(text);
    return Array.isArray(answers) ? answers : [answers];
  } finally {
    // A failed statement has ended the transaction of them all. A connection that is lost, the pool throws away itself.
    client.release();
  }
}

const readOnly = "set_config('transaction_read_only', 'on', true)";

const keyOf = ({ tokenHash, customerSlug, purpose }: EntryKey): string => [tokenHash, customerSlug, purpose].map(literal).join(', ');

const beginWith = (scope: Scope, clock: Clock): string => ['begin', ...settingsOf(scope, clock)].join('; ');

const namesOf = (scope: Scope): [name: string, value: string | undefined][] => [
  ['purpose', scope.purpose],
  ['account_id', scope.accountId],
  ['customer_id', scope.customerId],
  ['staff_of', scope.staffOf],
  ['across_customers', scope.across],
  ['enquiry_id', scope.leadsTo],
];

function settingsOf(scope: Scope, clock: Clock): string[] {
  return [...namesOf(scope).map(([name, value]) => setting(name, value)), timeSetting(clock)].filter(Boolean);
}

/** The whole scope as columns of a row: what it does not say is empty, whatever the row before said. */
const scopeColumns = (scope: Scope): string =>
  namesOf(scope)
    .map(([name, value]) => `set_config('app.${name}', ${literal(value ?? '')}, true)`)
    .join(', ');

function setting(name: string, value: string | undefined): string {
  return value === undefined ? '' : `set local app.${name} = ${literal(value)}`;
}

function timeSetting(clock: Clock): string {
  return clock.moved ? setting('now', clock.now().toISOString()) : '';
}

/** A call written out, with its values. */
const called = ({ name, values }: Call): string => `${name}(${values.map(literal).join(', ')})`;
const written = (call: Call): string => `${called(call)} as page`;

/** A compiled query with its parameters written in as literals, so that it can travel with others. */
function inlined({ sql, parameters }: CompiledQuery): string {
  return sql.replace(/\$(\d+)/g, (_, number: string) => literal(parameters[Number(number) - 1]));
}

function literal(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return pg.escapeLiteral(value);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'::bytea`;
  throw new TypeError('This kind of value cannot travel in a one-trip query.');
}
