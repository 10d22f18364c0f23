import { randomUUID } from 'node:crypto';
import { pauseClock, startClock } from '../../src/desk/index.ts';
import { addDays, addMonths } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import type { OperatorRole } from '../../src/platform/visit.ts';
import type { House } from '../../src/platform/house.ts';
import { addCaseFile } from './case-file.ts';
import { asked, type Asked } from './desk-cases.ts';
import { addLooks } from './looks.ts';

type Role = OperatorRole;

/** The operator's own people in the demo world. */
export const deskStaff: { givenName: string; familyName: string; email: string; role: Role; roleName: string }[] = [
  { givenName: 'Siri', familyName: 'Lindqvist', email: 'siri@kursiv.example', role: 'support', roleName: 'Support' },
  { givenName: 'Doris', familyName: 'Dahlberg', email: 'doris@kursiv.example', role: 'dpo', roleName: 'Data protection officer' },
  { givenName: 'Elin', familyName: 'Hagberg', email: 'elin@kursiv.example', role: 'executive', roleName: 'Executive' },
];

const cannedAnswers = [
  {
    title: 'Nyckeln är redan använd',
    text_sv: 'En nyckel går att använda en gång. Logga in med adressen som du använde då, så ligger kursen under Mina kurser.',
    text_en: 'A key can be used once. Sign in with the address you used then, and the course is under My courses.',
  },
  {
    title: 'Nytt lösenord',
    text_sv: 'Välj Glömt lösenordet på sidan där du loggar in. Då får du ett mejl med en länk.',
    text_en: 'Choose Forgot your password on the page where you sign in. You then get a mail with a link.',
  },
];

/** Roles for the operator's people, and something on their desks. */
export async function addDesk(tx: Tx, house: House, staff: { accountId: string; role: Role }[], now: Date): Promise<void> {
  await tx
    .insertInto('operator_staff')
    .values(staff.map(({ accountId, role }) => ({ account_id: accountId, role, created_at: addMonths(now, -14) })))
    .execute();
  await tx
    .insertInto('canned_answer')
    .values(cannedAnswers.map((answer) => ({ ...answer, desk: 'support', client_id: randomUUID(), changed_at: addMonths(now, -3) })))
    .execute();
  await addHold(tx, staff, now);
  for (const request of requests) await addRequest(tx, staff, request, addDays(now, -request.daysAgo));
  for (const enquiry of asked) await addEnquiry(tx, house, staff, enquiry, addDays(now, -enquiry.daysAgo));
}

/** The officer has asked that a student's data be kept; the management is to decide. */
async function addHold(tx: Tx, staff: { accountId: string; role: Role }[], now: Date): Promise<void> {
  const student = await tx.selectFrom('account').select('id').where('email', '=', 'asa.oberg@person.example').executeTakeFirst();
  const officer = staff.find(({ role }) => role === 'dpo');
  if (!student || !officer) return;
  await tx
    .insertInto('legal_hold')
    .values({
      account_id: student.id,
      law: 'dataskyddsförordningen artikel 17.3 e',
      reason: 'Kursintyget har ifrågasatts, och ärendet är inte avslutat.',
      ends_at: addMonths(now, 6),
      asked_by: officer.accountId,
      asked_at: addDays(now, -2),
    })
    .execute();
}

async function addEnquiry(tx: Tx, house: House, staff: { accountId: string; role: Role }[], enquiry: Asked, at: Date): Promise<void> {
  const id = randomUUID();
  const { kind, email, facts, lines, subject = '', assigned } = enquiry;
  const sentAt = (line: number) => new Date(at.getTime() + line * 5_400_000);
  const last = sentAt(lines.length - 1);
  const isWaiting = lines.at(-1)!.from === 'sender';
  const answered = lines.findIndex(({ from }) => from !== 'sender');
  const started = startClock(kind, at);
  const paused = answered === -1 ? started : pauseClock(started, sentAt(answered));
  // Whoever wrote again set it going again.
  const clock =
    answered !== -1 && isWaiting ? { ...started, first_answered_at: paused.first_answered_at, target_at: started.solve_due_at } : paused;
  await tx
    .insertInto('enquiry')
    .values({
      id,
      kind,
      email,
      ...facts,
      ...clock,
      subject,
      language: 'sv',
      client_id: randomUUID(),
      created_at: at,
      last_sent_at: last,
      waiting_since: isWaiting ? at : null,
      due_at: addMonths(last, kind === 'quote' ? 12 : 6),
    })
    .execute();
  await tx
    .insertInto('enquiry_message')
    .values(
      lines.map(({ from, body }, index) => ({
        enquiry_id: id,
        number: index + 1,
        from_sender: from === 'sender',
        author_id: staff.find(({ role }) => role === from)?.accountId ?? null,
        client_id: randomUUID(),
        body,
        by_mail: subject !== '' && from === 'sender',
        sent_at: sentAt(index),
      })),
    )
    .execute();
  if (enquiry.file) await addCaseFile(tx, house, id, enquiry.file, at);
  if (enquiry.isBounced) {
    const bounced = { address: email, bounces: 1, status: '5.1.1', bounced_at: last, stopped_at: last, due_at: addDays(last, 30) };
    await tx.insertInto('bounced_address').values(bounced).execute();
  }
  const support = staff.find(({ role }) => role === 'support');
  if (assigned && support) {
    await tx.insertInto('enquiry_assignment').values({ enquiry_id: id, account_id: support.accountId, assigned_at: at }).execute();
  }
}

type Request = { kind: string; email: string; daysAgo: number; body: string; answered?: string };

const requests: Request[] = [
  { kind: 'erasure', email: 'karin.ek@person.example', daysAgo: 26, body: 'Jag frågade om priser i våras. Ta bort det, tack.' },
  { kind: 'access', email: 'olle.nyberg@person.example', daysAgo: 5, body: '' },
  {
    kind: 'rectification',
    email: 'maj.ceder@person.example',
    daysAgo: 40,
    body: 'Jag fick ett svar till Maja. Jag heter Maj.',
    answered: 'Namnet är rättat i ärendet.',
  },
];

/** What people have asked about their data, confirmed by the address, as it would have gone. */
async function addRequest(tx: Tx, staff: { accountId: string; role: Role }[], request: Request, at: Date): Promise<void> {
  const { kind, email, body, answered } = request;
  const times = { received_at: at, answer_by: addDays(at, 30), due_at: addDays(at, 395) };
  const id = randomUUID();
  await tx
    .insertInto('data_request')
    .values({ id, kind, email, body, language: 'sv', client_id: randomUUID(), ...times })
    .execute();
  const officer = staff.find(({ role }) => role === 'dpo')?.accountId ?? null;
  const step = (state: string, when: Date, by: string | null = null, note = '') =>
    tx.insertInto('data_request_event').values({ request_id: id, number: 0, state, at: when, actor_id: by, note }).execute();
  for (const state of ['received', 'identity']) await step(state, at);
  await step('in_progress', addDays(at, 0.1));
  if (officer) await addLooks(tx, { request: { request_id: id }, by: officer, days: answered ? [1, 9] : [1], from: at });
  if (answered) await step('answered', addDays(at, 9), officer, answered);
}
