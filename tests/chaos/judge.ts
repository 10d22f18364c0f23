import type pg from 'pg';
import { messageIdOf, type ReceivedMail } from '../support/mail-server.ts';
import type { Screen } from './screen.ts';
import type { Writer } from './town.ts';

/** What became of what was accepted: each must have arrived, once, and in order where there is one. */
export type Verdict = { what: string; accepted: number; arrived: number; doubled: number; lost: number; outOfOrder: number };

const countOf = <Item>(items: readonly Item[]): Map<Item, number> =>
  items.reduce((counts, item) => counts.set(item, (counts.get(item) ?? 0) + 1), new Map<Item, number>());

function compare(what: string, accepted: readonly string[], found: readonly string[], outOfOrder = 0): Verdict {
  const counts = countOf(found);
  const arrived = accepted.filter((item) => counts.has(item)).length;
  const doubled = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
  return { what, accepted: accepted.length, arrived, doubled, lost: accepted.length - arrived, outOfOrder };
}

type Row = { thread: string; sequence: number; body: string };

/** Messages: each once, without gaps in the thread's count, and each writer's own in the order they were written. */
export async function judgeMessages(owner: pg.Client, accepted: readonly string[]): Promise<Verdict> {
  const { rows } = await owner.query<Row>(
    'select correspondence_id as thread, sequence, body from message order by correspondence_id, sequence',
  );
  let outOfOrder = 0;
  const last = new Map<string, number>();
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (row.sequence !== (before?.thread === row.thread ? before.sequence + 1 : 1)) outOfOrder += 1;
    const [writer = '', number = ''] = row.body.split(' ');
    if (Number(number) < (last.get(writer) ?? -1)) outOfOrder += 1;
    last.set(writer, Number(number));
  });
  return compare(
    'Messages, in the database',
    accepted,
    rows.map(({ body }) => body),
    outOfOrder,
  );
}

/** Screens: what was stored has been shown on each side of its thread, once and in order. */
export async function judgeScreens(owner: pg.Client, screens: readonly { screen: Screen; writer: Writer }[]): Promise<Verdict> {
  const { rows } = await owner.query<{ id: string; last_sequence: number }>('select id, last_sequence from correspondence');
  const lengths = new Map(rows.map(({ id, last_sequence }) => [id, last_sequence]));
  const sum: Verdict = { what: 'Messages, on the screens of both sides', accepted: 0, arrived: 0, doubled: 0, lost: 0, outOfOrder: 0 };
  for (const { screen, writer } of screens) {
    const stored = Array.from({ length: lengths.get(writer.thread) ?? 0 }, (_, index) => String(index + 1));
    const shown = screen.shown;
    const outOfOrder = shown.filter((sequence, index) => sequence < (shown[index - 1] ?? 0)).length;
    const one = compare('', stored, shown.map(String), outOfOrder);
    for (const key of ['accepted', 'arrived', 'doubled', 'lost', 'outOfOrder'] as const) sum[key] += one[key];
  }
  return sum;
}

/** Forms and mails: each has become one case. */
export async function judgeCases(owner: pg.Client, what: string, accepted: readonly string[], kind: string): Promise<Verdict> {
  const { rows } = await owner.query<{ name: string }>(
    "select substr(body, 7) as name from enquiry_message where body like 'Fråga ' || $1 || '-%'",
    [kind],
  );
  return compare(
    what,
    accepted,
    rows.map(({ name }) => name),
  );
}

/** Receipts: one to each sender. Another Message-ID would be another mail; the same one again is the same mail. */
export function judgeReceipts(accepted: readonly string[], received: readonly ReceivedMail[]): { verdict: Verdict; again: number } {
  const toSenders = received.filter(({ to }) => to[0]?.endsWith('@annan.example'));
  const mails = new Map(toSenders.map((mail) => [messageIdOf(mail), mail.to[0]!.replace('@annan.example', '')]));
  const verdict = compare('Receipts, in the mail server', accepted, [...mails.values()]);
  return { verdict, again: toSenders.length - mails.size };
}

export const isRight = ({ doubled, lost, outOfOrder }: Verdict): boolean => doubled + lost + outOfOrder === 0;
