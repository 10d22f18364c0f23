import { sql } from 'kysely';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { anchorFaults } from './anchor.ts';
import { digestOf } from './digest-of.ts';

export type LookLogResult = { links: number; anchors: number; redacted: number; faults: string[] };

/** A link, and what is left of the look it was made of. */
type Linked = {
  chain: string;
  number: number;
  log_id: string;
  content: Buffer;
  actor: Buffer;
  subjects: Buffer[];
  digest: Buffer;
  framed: { before: Buffer; after: Buffer };
  due: boolean;
  told: string | null;
  actor_value: Buffer | null;
  actor_gone: boolean | null;
  subject_values: Buffer[];
};

const pageSize = 500;

/**
 * Reads the whole look-log and finds every entry that was edited, removed, inserted or moved since it was written (N-60).
 * Digests are computed here: a function of the database may have been changed together with its rows.
 */
export async function verifyLookLog(house: Pick<House, 'database' | 'clock' | 'anchorFile'>): Promise<LookLogResult> {
  const result: LookLogResult = { links: 0, anchors: 0, redacted: 0, faults: [] };
  let missing = 0;
  let last: Pick<Linked, 'chain' | 'number' | 'digest'> | undefined;
  for (;;) {
    const after = last;
    const page = await house.database.transaction(acrossCustomers('scan'), (tx) => readLinks(tx, after));
    for (const link of page) {
      const previous = last?.chain === link.chain ? last : undefined;
      result.links++;
      result.faults.push(...linkFaults(link, previous), ...contentFaults(link));
      if (link.told !== null && link.actor_value === null) result.redacted++;
      if (link.told !== null && !link.due) missing += missingSubjects(link);
      last = link;
    }
    if (page.length < pageSize) break;
  }
  const { strangers, erased } = await house.database.transaction(acrossCustomers('scan'), readRest);
  result.faults.push(...strangers.map((id) => `The look ${id} was put into the log past its chain.`));
  // Who was looked at leaves a look only by erasure, and every erasure has left its count.
  if (missing > erased) result.faults.push(`${missing} people are gone from looks; erasures account for ${erased} of them.`);
  const anchored = await anchorFaults(house);
  return { ...result, anchors: anchored.count, faults: [...result.faults, ...anchored.faults] };
}

function linkFaults(link: Linked, previous: { number: number; digest: Buffer } | undefined): string[] {
  const place = `Entry ${link.number} of the chain ${link.chain}`;
  const expected = (previous?.number ?? 0) + 1;
  if (link.number !== expected) return [`${place} does not follow on entry ${expected - 1}: something between them was removed.`];
  const digest = digestOf(
    previous?.digest ?? Buffer.alloc(0),
    link.framed.before,
    link.content,
    link.actor,
    ...link.subjects,
    link.framed.after,
  );
  return digest.equals(link.digest) ? [] : [`${place} does not fit the one before it: one of them was edited or moved.`];
}

function contentFaults(link: Linked): string[] {
  const place = `The look of entry ${link.number} of the chain ${link.chain}`;
  if (link.told === null) return link.due ? [] : [`${place} was removed before its time.`];
  const faults: string[] = [];
  if (!digestOf(Buffer.from(link.told)).equals(link.content)) faults.push(`${place} was edited.`);
  // An actor who is erased becomes a pseudonym, and the salt goes; nobody else may stand without one.
  if (link.actor_value ? !digestOf(link.actor_value).equals(link.actor) : !link.actor_gone) faults.push(`${place} names another actor.`);
  if (link.subject_values.some((value) => !holds(link, value))) faults.push(`${place} names people who were not looked at.`);
  return faults;
}

const holds = (link: Linked, value: Buffer) => link.subjects.some((subject) => subject.equals(digestOf(value)));
const missingSubjects = (link: Linked) => Math.max(0, link.subjects.length - link.subject_values.length);

async function readLinks(tx: Tx, after: { chain: string; number: number } | undefined): Promise<Linked[]> {
  const { rows } = await sql<Omit<Linked, 'framed'> & { before: Buffer; after: Buffer }>`
    select k.chain, k.number, k.log_id, k.content, k.actor, k.subjects, k.digest, k.due_at <= app.now() as due,
      uuid_send(k.chain) || int8send(k.number) || uuid_send(k.log_id) as before,
      convert_to(extract(epoch from k.due_at)::text, 'utf8') || coalesce(int8send(k.others), '') as after,
      case when a.id is not null then concat_ws(E'\n', a.id, extract(epoch from a.at), a.customer_id, a.purpose, a.room,
        array_to_string(a.fields, E'\t'), extract(epoch from a.due_at)) end as told,
      a.actor_salt || uuid_send(a.actor_id) as actor_value, p.kind = 'pseudonym' as actor_gone,
      array(select s.salt || uuid_send(s.account_id) from access_log_subject s where s.log_id = k.log_id) as subject_values
    from look_link k left join access_log a on a.id = k.log_id left join account p on p.id = a.actor_id
    where ${after ? sql`(k.chain, k.number) > (${after.chain}::uuid, ${after.number}::bigint)` : sql`true`}
    order by k.chain, k.number limit ${pageSize}`.execute(tx);
  return rows.map(({ before, after: end, ...row }) => ({ ...row, framed: { before, after: end } }));
}

async function readRest(tx: Tx): Promise<{ strangers: string[]; erased: number }> {
  const { rows } = await sql<{ id: string }>`select id from access_log a
    where not exists (select from look_link k where k.log_id = a.id) order by id limit 100`.execute(tx);
  const counted = await sql<{ erased: number }>`
    select coalesce(sum((receipt -> 'rows' ->> 'access_log_subject deleted')::bigint), 0)::bigint as erased from erasure`.execute(tx);
  return { strangers: rows.map(({ id }) => id), erased: counted.rows[0]?.erased ?? 0 };
}
