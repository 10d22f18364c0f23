import { randomUUID } from 'node:crypto';
import { addDays } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';

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
  }
}
