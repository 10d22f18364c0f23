import pg from 'pg';
import { backupDays, metadata, pageSize, type Answer } from './oracle.ts';
import { recordNumber, type BenchRecord } from './record.ts';
import type { Feature } from './reference.ts';
import { stepMs, type Operation } from './workloads.ts';

export type Asking = { pool: pg.Pool; on: ReadonlySet<Feature>; epoch: Date; run: string; actor: string };

const text = (value: string) => pg.escapeLiteral(value);
const list = (values: string[]) => `array[${values.map(text).join(',')}]::text[]`;
const columns: Record<string, string> = {
  key: 'key',
  person: 'person',
  purpose: 'purposes',
  shared: 'shared',
  objection: 'objections',
};

/** Asks the database what `operation` asks, in one round trip: the scope, the statement and the log's row are sent together. */
export async function ask(asking: Asking, operation: Operation): Promise<Answer> {
  const { pool, on } = asking;
  const now = text(timeOf(asking, operation).toISOString());
  const statement = statementOf(asking, operation, `${now}::timestamptz`);
  const reason = dutyOf(operation);
  const scoped = on.has('purpose and scope') || on.has('unreadable when due') || on.has('log');
  const settings = [
    `set local app.purpose = '${purposes[operation.query]}'`,
    `set local app.account_id = '${asking.actor}'`,
    ...(operation.query === 'read data' && operation.by === 'person'
      ? [`set local app.person = ${text(operation.value)}`]
      : [`set local app.staff_of = 'bench'`]),
    ...(reason ? [`set local app.across_customers = '${reason}'`] : []),
    `set local app.now = ${now}`,
  ];
  const all = scoped ? ['begin', ...settings, statement, ...logged(asking, operation, now), 'commit'] : [statement];
  const answers = (await pool.query(all.join('; '))) as pg.QueryResult | pg.QueryResult[];
  const own = Array.isArray(answers) ? answers[1 + settings.length]! : answers;
  return answerOf(asking, operation, own);
}

const purposes: Record<Operation['query'], string> = {
  create: 'administer-customer',
  delete: 'administer-customer',
  'update data': 'identify-user',
  'read data': 'deliver-course',
  'update metadata': 'administer-customer',
  'read metadata': 'accountability',
  'read log': 'accountability',
  'verify deletion': 'accountability',
};

/** The work that the law asks for reaches what is due as well; so does a change of the very time at which a row is due. */
function dutyOf(operation: Operation): string | undefined {
  if (operation.query === 'delete') return operation.by === 'key' || operation.by === 'person' ? 'erasure' : 'retention';
  if (operation.query === 'verify deletion') return 'scan';
  return operation.query === 'update metadata' && operation.attribute === 'seconds' ? 'retention' : undefined;
}

const timeOf = ({ epoch }: Pick<Asking, 'epoch'>, { at }: Operation): Date => new Date(epoch.getTime() + at);

function statementOf(asking: Asking, operation: Operation, now: string): string {
  switch (operation.query) {
    case 'create': {
      const r = recordNumber(operation.record);
      return `insert into reference_record values (${text(r.key)}, ${text(r.person)}, ${list(r.purposes)}, ${r.seconds}, ${now},
        ${now} + interval '${r.seconds} seconds', ${list(r.objections)}, ${list(r.decisions)}, ${list(r.access)}, ${list(r.shared)},
        ${text(r.source)}, ${text(r.category)}, ${text(r.data)})`;
    }
    case 'delete':
      return deletion(asking, operation, now);
    case 'update data':
      return `update reference_record set data = ${text(recordNumber(operation.record).data)} where key = ${text(operation.value)}`;
    case 'read data':
      return readPage(
        `key || ' ' || data`,
        operation.by === 'decision' ? `decisions @> '{dec0}'` : condition(operation.by, operation.value),
      );
    case 'read metadata':
      return `select key, purposes, seconds, objections, decisions, access, shared, source, category from reference_record
        where ${condition(operation.by, operation.value)} order by key`;
    case 'update metadata': {
      const where = `${condition(operation.by, operation.value)}${operation.attribute === 'seconds' ? ` and expires_at > ${now}` : ''}`;
      return `update reference_record set ${assignment(operation.attribute, recordNumber(operation.record))} where ${where}`;
    }
    case 'read log':
      // The floor reads a log that was there before, of the same rows: it writes none.
      if (!asking.on.has('log'))
        return `select number from plain_log where at >= ${text(timeAt(asking, operation.from))}
          and at < ${text(timeAt(asking, operation.to))} order by at limit ${pageSize}`;
      return `select fields[2]::int as number from access_log where actor_id = '${asking.actor}' and fields[1] = ${text(asking.run)}
        and at >= ${text(timeAt(asking, operation.from))} and at < ${text(timeAt(asking, operation.to))} order by at limit ${pageSize}`;
    case 'verify deletion':
      return `select exists (select from reference_record where key = ${text(operation.value)}) as present,
        (select backups_until from reference_tombstone where key = ${text(operation.value)}) as backups_until`;
  }
}

const timeAt = ({ epoch }: Asking, number: number) => new Date(epoch.getTime() + (number + 1) * stepMs).toISOString();

/** A count and the first page of a whole answer, by key. */
const readPage = (told: string, where: string) => `with met as materialized (select key, data from reference_record where ${where})
  select (select count(*) from met)::int as rows, array(select ${told} from met order by key limit ${pageSize}) as page`;

function condition(by: string, value: string): string {
  const column = columns[by]!;
  if (by === 'objection') return `not objections @> ${list([value])}`;
  return by === 'purpose' || by === 'shared' ? `${column} @> ${list([value])}` : `${column} = ${text(value)}`;
}

function assignment(attribute: string, from: BenchRecord): string {
  const value = from[attribute as keyof BenchRecord];
  if (attribute === 'seconds') return `seconds = ${from.seconds}, expires_at = made_at + interval '${from.seconds} seconds'`;
  return `${attribute} = ${Array.isArray(value) ? list(value) : text(String(value))}`;
}

function deletion({ on }: Asking, operation: Operation & { query: 'delete' }, now: string): string {
  const where = operation.by === 'expiry' ? `expires_at <= ${now}` : condition(operation.by, operation.value);
  const spent = operation.by === 'purpose' ? ` and purposes <@ ${list([operation.value])}` : '';
  const gone = `delete from reference_record where ${where}${spent} returning key`;
  // A purpose that ends leaves a row that is held for others too.
  const left =
    operation.by === 'purpose'
      ? `left_over as (update reference_record set purposes = array_remove(purposes, ${text(operation.value)}) where ${where} and not purposes <@ ${list([operation.value])} returning key),`
      : '';
  const marked = on.has('tombstones')
    ? `marked as (insert into reference_tombstone select key, ${now}, ${now} + interval '${backupDays} days' from gone on conflict (key) do update set at = excluded.at returning key),`
    : '';
  const counted = `select (select count(*) from gone)::int${operation.by === 'purpose' ? ' + (select count(*) from left_over)::int' : ''} as rows`;
  return `with gone as (${gone}), ${left} ${marked} done as (select 1) ${counted}`;
}

/** One row an operation, in the chained look-log, before the answer leaves; the chain's link is written by the log's own trigger. */
function logged({ on, actor, run }: Asking, operation: Operation, now: string): string[] {
  if (!on.has('log')) return [];
  return [
    `select app.record_look(gen_random_uuid(), ${now}, '${actor}', null, '${purposes[operation.query]}', 'people',
       ${list([run, String(operation.number)])}, ${now}::timestamptz + interval '1 year', '{}')`,
  ];
}

function answerOf({ epoch }: Asking, operation: Operation, result: pg.QueryResult): Answer {
  const first = result.rows[0] as Record<string, unknown> | undefined;
  switch (operation.query) {
    case 'read data':
      return { rows: first?.['rows'] as number, page: first?.['page'] as string[] };
    case 'read metadata':
      return { rows: result.rows.length, page: result.rows.map((row: BenchRecord) => `${row.key} ${metadata(row)}`) };
    case 'read log':
      return { page: result.rows.map(({ number }: { number: number }) => String(number)) };
    case 'verify deletion': {
      const until = first?.['backups_until'] as Date | null;
      return {
        gone: {
          present: first?.['present'] as boolean,
          tombstone: until !== null,
          backupsUntil: until && until.getTime() - epoch.getTime(),
        },
      };
    }
    case 'delete':
      return { rows: first?.['rows'] as number };
    default:
      return { rows: result.rowCount ?? 0 };
  }
}
