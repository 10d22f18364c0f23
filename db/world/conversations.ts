import { randomUUID } from 'node:crypto';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { House } from '../../src/platform/house.ts';
import { newContentKey, writeSealed } from '../../src/platform/sealed-file.ts';

/** What students ask, and what they are answered; the last one still waits for its answer. */
const conversations: string[][] = [
  ['Hej! Hur länge har jag tillgång till kursen?', 'Hej! Du har tillgång i ett år från den dag du gick med.'],
  [
    'Finns kursen att läsa på mobilen också?',
    'Ja, du kan läsa och svara på frågor i mobilen och fortsätta på datorn sedan.',
    'Tack, då gör jag det på tåget.',
  ],
  ['Jag svarade fel på en fråga. Kan jag göra om den?', 'Ja, frågorna på kurssidorna kan du svara på hur många gånger du vill.'],
  ['Måste jag göra slutprovet på en gång?', 'Du har 30 minuter på dig från det att du börjar. Svaren sparas hela tiden.', 'Bra att veta!'],
  ['Får min chef se vad jag skriver här?', 'Nej. Det du skriver här ser bara du och vi som administrerar kursen.'],
  ['Vad betyder det att en sida är markerad som klar?', 'Att du har läst den. Du kan alltid gå tillbaka och läsa igen.'],
  ['Hur får jag kursintyget?', 'Du laddar ner det på kursens sida när du är godkänd på slutprovet.'],
  ['Jag har bytt efternamn. Var ändrar jag det?'],
];

/** Gives some students a thread; about one in eight still waits for an answer. */
export async function addConversations(
  tx: Tx,
  house: House,
  place: { customerId: string; courseId: string },
  adminId: string,
  enrolments: [accountId: string, enrolmentId: string][],
  now: Date,
): Promise<void> {
  for (const [index, [accountId, enrolmentId]] of enrolments.entries()) {
    const lines = conversations[index % conversations.length]!;
    const threadId = randomUUID();
    const begun = addDays(now, -1 - index * 2.3);
    const fromStudent = (line: number) => line % 2 === 0;
    const last = lines.length - 1;
    await tx
      .insertInto('correspondence')
      .values({
        customer_id: place.customerId,
        id: threadId,
        enrolment_id: enrolmentId,
        course_id: place.courseId,
        created_at: begun,
        waiting_since: fromStudent(last) ? new Date(begun.getTime() + last * 3_600_000) : null,
        delivered_to_student: lines.length,
        delivered_to_administrator: lines.length,
        last_sequence: lines.length,
        last_from_student: fromStudent(last),
        last_sent_at: new Date(begun.getTime() + last * 3_600_000),
        read_by_student: lines.length,
        read_by_administrator: fromStudent(last) ? last : lines.length,
      })
      .execute();
    await tx
      .insertInto('message')
      .values(
        lines.map((body, line) => ({
          customer_id: place.customerId,
          correspondence_id: threadId,
          sequence: line + 1,
          client_id: randomUUID(),
          body,
          author_id: fromStudent(line) ? accountId : adminId,
          from_student: fromStudent(line),
          sent_at: new Date(begun.getTime() + line * 3_600_000),
        })),
      )
      .execute();
    if (index === 0) await addFile(tx, house, place, { threadId, sequence: 2, authorId: adminId, at: begun });
    if (index === 1) {
      const responsible = { customer_id: place.customerId, correspondence_id: threadId, account_id: adminId, assigned_at: begun };
      await tx.insertInto('thread_assignment').values(responsible).execute();
    }
  }
  await addReplies(tx, place, adminId, now);
  await addAnswerTimes(tx, place, now);
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
