import { randomUUID } from 'node:crypto';
import { addDays, addMonths } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database.ts';
import { firstTerms } from '../../src/desk/set-up/texts/terms.ts';
import { publishTerms } from '../../src/desk/terms/publish-terms.ts';

const topics = [
  {
    title_sv: 'Nya kurser',
    title_en: 'New courses',
    lead_sv: 'När en ny kurs går att öppna.',
    lead_en: 'When a new course can be opened.',
  },
  { title_sv: 'Tips för lärande', title_en: 'Learning tips', lead_sv: 'Ett råd i månaden.', lead_en: 'One piece of advice a month.' },
];

const letters = [
  {
    subject_sv: 'Nu finns Må bra på jobbet',
    subject_en: 'Well at work is here',
    body_sv: '## En kurs om arbetsdagen\n\nVi har gett ut en kurs om pauser, ljud och skärmar. Den tar en timme.',
    body_en: '## A course about the working day\n\nWe have published a course about breaks, noise and screens. It takes an hour.',
  },
  {
    subject_sv: 'Vårens kurser',
    subject_en: 'Courses in spring',
    body_sv: 'I vår kommer två kurser om att skriva enkelt.',
    body_en: 'Two courses on plain writing come this spring.',
  },
];

/** Two lists, those who read them, a letter that has been sent and one that is being written. */
export async function addNewsletters(tx: Tx, now: Date): Promise<void> {
  const made = topics.map((topic, index) => ({
    ...topic,
    id: randomUUID(),
    client_id: randomUUID(),
    created_at: addMonths(now, -10 + index),
  }));
  await tx.insertInto('newsletter_topic').values(made).execute();
  const subscribers = ['karin.lund', 'ola.berg', 'saga.ek', 'pelle.vik'].map((name, index) => {
    const asked_at = addDays(now, -200 + index * 30);
    const dates = { asked_at, confirmed_at: asked_at, due_at: addMonths(asked_at, 24) };
    return { id: randomUUID(), email: `${name}@person.example`, language: 'sv', ask_id: randomUUID(), ...dates };
  });
  await tx.insertInto('newsletter_subscriber').values(subscribers).execute();
  const subscriptions = subscribers.map(({ id, ask_id, confirmed_at }) => ({
    subscriber_id: id,
    topic_id: made[0]!.id,
    ask_id,
    confirmed_at,
  }));
  await tx.insertInto('newsletter_subscription').values(subscriptions).execute();
  await addLetters(tx, made[0]!.id, subscribers, addDays(now, -40));
  await addStuckMail(tx, now);
}

async function addLetters(tx: Tx, topicId: string, subscribers: readonly { id: string }[], at: Date): Promise<void> {
  const [sent, draft] = letters.map((letter) => ({
    ...letter,
    id: randomUUID(),
    topic_id: topicId,
    client_id: randomUUID(),
    created_at: at,
  }));
  await tx
    .insertInto('newsletter_issue')
    .values([
      { ...sent!, state: 'sent', send_at: at, finished_at: at },
      { ...draft!, state: 'draft' },
    ])
    .execute();
  const deliveries = subscribers.map(({ id }) => ({ issue_id: sent!.id, subscriber_id: id, mail_id: randomUUID(), created_at: at }));
  await tx.insertInto('newsletter_delivery').values(deliveries).execute();
}

/** An address that someone misspelt. */
async function addStuckMail(tx: Tx, now: Date): Promise<void> {
  const about = { to: 'newsletter-confirm', address: 'karin.lund@persson.example' };
  await tx
    .insertInto('mail')
    .values({
      address: about.address,
      template: about.to,
      language: 'sv',
      state: 'dead',
      attempts: 1,
      problem: 'refused 550',
      created_at: addDays(now, -2),
      due_at: addDays(now, 28),
    })
    .execute();
}

const more = {
  sv: '\n\n## Nyhetsbrev\n\nNyhetsbrev får du bara om du har bett om dem. Du slutar när du vill med länken i varje brev.\n',
  en: '\n\n## Newsletters\n\nYou get newsletters only if you have asked for them. You stop whenever you like with the link in each letter.\n',
};

/** A version of the terms that everyone is told of before it holds. */
export async function addTermsToCome(tx: Tx, now: Date): Promise<void> {
  const own = { sv: firstTerms.sv.trimEnd() + more.sv, en: firstTerms.en.trimEnd() + more.en };
  await publishTerms(tx, { own, inForceAt: addMonths(now, 2), appliesTo: 'everyone' }, now);
}
