import { appendFile, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { digestOf } from './digest-of.ts';

export type Anchor = { number: number; at: Date; root: string };
type Head = { anchor: number; chain: string; number: number; digest: Buffer | null; framed: Buffer };

/**
 * Writes down, outside the database, what the look-log's chains end in today. Whoever cuts entries off the end of a chain
 * has to change this too, and every copy that was taken of it.
 */
export async function anchorLookLog(house: Pick<House, 'database' | 'clock' | 'anchorFile'>): Promise<Anchor | undefined> {
  const anchor = await house.database.transaction(acrossCustomers('scan'), (tx) => writeAnchor(tx, house.clock.now()));
  if (anchor) await appendFile(house.anchorFile, lineOf(anchor));
  return anchor;
}

export function findLastAnchor(house: Pick<House, 'database'>): Promise<Anchor | undefined> {
  return house.database.transaction({ purpose: 'accountability' }, latestAnchor);
}

const lineOf = ({ number, at, root }: Anchor) => `${number} ${at.toISOString()} ${root}\n`;

async function latestAnchor(tx: Tx): Promise<Anchor | undefined> {
  const row = await tx.selectFrom('look_anchor').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row && { number: row.number, at: row.at, root: row.root.toString('hex') };
}

async function writeAnchor(tx: Tx, at: Date): Promise<Anchor | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('look anchor', 0))`.execute(tx);
  const last = await latestAnchor(tx);
  const number = (last?.number ?? 0) + 1;
  const heads = await changedHeads(tx, number);
  if (heads.length === 0) return undefined;
  const root = rootOf(Buffer.from(last?.root ?? '', 'hex'), heads);
  await tx.insertInto('look_anchor').values({ number, at, root }).execute();
  await tx
    .insertInto('look_anchor_head')
    .values(heads.map((head) => ({ anchor: number, chain: head.chain, number: head.number })))
    .execute();
  return { number, at, root: root.toString('hex') };
}

/** The chains that have grown since they were last anchored, each with its last entry. */
async function changedHeads(tx: Tx, anchor: number): Promise<Head[]> {
  const { rows } = await sql<Head>`
    select ${anchor}::bigint as anchor, h.chain, h.number, h.digest, uuid_send(h.chain) || int8send(h.number) as framed
    from (select distinct on (chain) chain, number, digest from look_link order by chain, number desc) h
    where h.number > coalesce((select max(a.number) from look_anchor_head a where a.chain = h.chain), 0)
    order by h.chain`.execute(tx);
  return rows;
}

const rootOf = (previous: Buffer, heads: Head[]) =>
  digestOf(previous, ...heads.flatMap(({ framed, digest }) => [framed, digest ?? Buffer.alloc(0)]));

/** Whether every anchor still follows from the log, and the file outside the database says the same. */
export async function anchorFaults(house: Pick<House, 'database' | 'anchorFile'>): Promise<{ count: number; faults: string[] }> {
  const { anchors, heads } = await house.database.transaction(acrossCustomers('scan'), readAnchors);
  const faults: string[] = [];
  let previous: Buffer = Buffer.alloc(0);
  for (const { number, root } of anchors) {
    const own = heads.filter((head) => head.anchor === number);
    if (own.some(({ digest }) => !digest)) faults.push(`Entries that anchor ${number} knows are gone from the log.`);
    else if (!rootOf(previous, own).equals(root)) faults.push(`The log is not what anchor ${number} says it was.`);
    previous = root;
  }
  const written = await readLines(house.anchorFile);
  const held = new Set(anchors.map(({ number, at, root }) => lineOf({ number, at, root: root.toString('hex') }).trim()));
  const strange = written.filter((line) => !held.has(line));
  faults.push(...strange.map((line) => `The file of anchors says "${line}", which the database does not.`));
  return { count: anchors.length, faults };
}

async function readAnchors(tx: Tx): Promise<{ anchors: { number: number; at: Date; root: Buffer }[]; heads: Head[] }> {
  const anchors = await tx.selectFrom('look_anchor').selectAll().orderBy('number').execute();
  const { rows } = await sql<Head>`
    select h.anchor, h.chain, h.number, k.digest, uuid_send(h.chain) || int8send(h.number) as framed
    from look_anchor_head h left join look_link k on k.chain = h.chain and k.number = h.number order by h.anchor, h.chain`.execute(tx);
  return { anchors, heads: rows };
}

async function readLines(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').filter(Boolean);
}
