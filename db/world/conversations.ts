import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { House } from '../../src/platform/house.ts';
import type { DB } from '../types.ts';
import { dialogueOf } from './dialogues.ts';
import type { Dice } from './dice.ts';
import type { Enrolled } from './history.ts';
import { insertMany } from './insert-many.ts';
import { newContentKey, writeSealed } from '../../src/platform/sealed-file.ts';

type Rows = { correspondence: Insertable<DB['correspondence']>[]; message: Insertable<DB['message']>[] };

/** Gives some students a thread each; some of them still wait for an answer. */
export async function addConversations(
  tx: Tx,
  house: House,
  dice: Dice,
  place: Place & { title: string; pages: readonly string[] },
  adminId: string,
  students: readonly Enrolled[],
  now: Date,
): Promise<void> {
  const rows: Rows = { correspondence: [], message: [] };
  const threads = students.map((student) => {
    const begun = begunAt(dice, student, now);
    return addThread(rows, place, adminId, student, dialogueOf(dice, place, begun > addDays(now, -8)), begun);
  });
  await insertMany(tx, 'correspondence', rows.correspondence);
  await insertMany(tx, 'message', rows.message);
  const answered = rows.message.find(({ sequence }) => sequence === 2);
  if (answered)
    await addFile(tx, house, place, { threadId: answered.correspondence_id, sequence: 2, authorId: adminId, at: answered.sent_at as Date });
  const [, second] = threads;
  if (second)
    await tx
      .insertInto('thread_assignment')
      .values({ customer_id: place.customerId, correspondence_id: second, account_id: adminId, assigned_at: now })
      .execute();
  await addReplies(tx, place, adminId, now);
  await addAnswerTimes(tx, place, now);
}

/** Some days after they began, and never so late that the answers would be of tomorrow. */
function begunAt(dice: Dice, { since }: Enrolled, now: Date): Date {
  const latest = addDays(now, -1 - dice.share() * 12);
  return new Date(Math.min(latest.getTime(), addDays(since, 1 + dice.below(20)).getTime()));
}

function addThread(rows: Rows, place: Place, adminId: string, student: Enrolled, lines: string[], begun: Date): string {
  const id = randomUUID();
  const fromStudent = (line: number) => line % 2 === 0;
  const sentAt = (line: number) => new Date(begun.getTime() + line * (1_500_000 + (begun.getTime() % 97) * 60_000));
  const last = lines.length - 1;
  // A short thanks needs no answer.
  const isWaiting = last === 0;
  rows.correspondence.push({
    customer_id: place.customerId,
    id,
    enrolment_id: student.enrolmentId,
    course_id: place.courseId,
    created_at: begun,
    waiting_since: isWaiting ? sentAt(last) : null,
    delivered_to_student: lines.length,
    delivered_to_administrator: lines.length,
    last_sequence: lines.length,
    last_from_student: fromStudent(last),
    last_sent_at: sentAt(last),
    read_by_student: lines.length,
    read_by_administrator: isWaiting ? last : lines.length,
  });
  for (const [line, body] of lines.entries())
    rows.message.push({
      customer_id: place.customerId,
      correspondence_id: id,
      sequence: line + 1,
      client_id: randomUUID(),
      body,
      author_id: fromStudent(line) ? student.accountId : adminId,
      from_student: fromStudent(line),
      sent_at: sentAt(line),
    });
  return id;
}

type Place = { customerId: string; courseId: string };
type Sent = { threadId: string; sequence: number; authorId: string; at: Date };

async function addFile(tx: Tx, house: House, { customerId }: Place, { threadId, sequence, authorId, at }: Sent): Promise<void> {
  const content = Buffer.from('Så här räknas tiden\n\nDu har tillgång till kursen i ett år från den dag du gick med.\n');
  const id = randomUUID();
  const contentKey = newContentKey();
  await writeSealed(house.attachments, `${customerId}/${id}`, contentKey, piecesOf(content));
  await tx
    .insertInto('attachment')
    .values({
      customer_id: customerId,
      id,
      correspondence_id: threadId,
      message_sequence: sequence,
      author_id: authorId,
      from_student: false,
      place: 1,
      name: 'Så här räknas tiden.txt',
      type: 'text/plain',
      bytes: content.byteLength,
      content_key: contentKey,
      created_at: at,
    })
    .execute();
}

async function* piecesOf(content: Uint8Array) {
  yield content;
}

const replies = [
  { title: 'Tillgång i ett år', body: 'Du har tillgång till kursen i ett år från den dag du gick med.', shared: true },
  { title: 'Var kursintyget finns', body: 'Du laddar ner kursintyget på kursens sida när du är godkänd på slutprovet.', shared: true },
  { title: 'Tack för frågan', body: 'Tack för din fråga! Jag återkommer senast i morgon.', shared: false },
];

/** A customer's staff have their replies once, however many courses they look after. */
async function addReplies(tx: Tx, { customerId }: Place, adminId: string, now: Date): Promise<void> {
  const known = await tx.selectFrom('saved_reply').select('id').where('customer_id', '=', customerId).executeTakeFirst();
  if (known) return;
  const row = { customer_id: customerId, account_id: adminId, created_at: addDays(now, -40) };
  await tx
    .insertInto('saved_reply')
    .values(replies.map((reply) => ({ ...row, ...reply, client_id: randomUUID() })))
    .execute();
}

/** Most are answered within two hours. */
async function addAnswerTimes(tx: Tx, { customerId, courseId }: Place, now: Date): Promise<void> {
  const minutes = [25, 40, 55, 70, 95, 110, 180, 600];
  await tx
    .insertInto('answer_time')
    .values(
      minutes.map((count, index) => ({
        customer_id: customerId,
        course_id: courseId,
        minutes: count,
        answered_on: addDays(now, -index * 5 - 1),
        due_at: addDays(now, 90 - index * 5 - 1),
      })),
    )
    .execute();
}
