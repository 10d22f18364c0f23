import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { forgetBounces } from '../../platform/mail/bounces/bounce.queries.ts';
import { proofOf } from '../../privacy/index.ts';
import type { Locale } from '../../ui/locale.ts';
import { consentVersion, forms, type Step, type Topic } from './subscriber.ts';

export async function listTopics(tx: Tx): Promise<Topic[]> {
  const rows = await tx
    .selectFrom('newsletter_topic')
    .select(['id', 'title_sv', 'title_en', 'lead_sv', 'lead_en'])
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, title: { sv: row.title_sv, en: row.title_en }, lead: { sv: row.lead_sv, en: row.lead_en } }));
}

type Asking = { email: string; language: Locale; askId: string; at: Date; dueAt: Date };

/** The subscriber of an address, with the link of this asking. One who has confirmed before keeps that. */
export async function saveSubscriber(tx: Tx, { email, language, askId, at, dueAt }: Asking): Promise<string> {
  const asking = { ask_id: askId, asked_at: at };
  const { id } = await tx
    .insertInto('newsletter_subscriber')
    .values({ email, language, ...asking, due_at: dueAt })
    .onConflict((on) =>
      on.column('email').doUpdateSet({ ...asking, due_at: sql`greatest(newsletter_subscriber.due_at, ${dueAt}::timestamptz)` }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What was asked for and is not subscribed to already. */
export async function askForTopics(tx: Tx, subscriberId: string, askId: string, topicIds: readonly string[]): Promise<void> {
  await tx
    .insertInto('newsletter_subscription')
    .values(topicIds.map((topic_id) => ({ subscriber_id: subscriberId, topic_id, ask_id: askId })))
    .onConflict((on) =>
      on.columns(['subscriber_id', 'topic_id']).doUpdateSet({ ask_id: askId }).where('newsletter_subscription.confirmed_at', 'is', null),
    )
    .execute();
}

type Choice = { subscriberId: string; step: Step; topics: string[]; text: string; language: Locale; at: Date };

export async function insertChoice(tx: Tx, { subscriberId, step, topics, text, language, at }: Choice): Promise<void> {
  await tx
    .insertInto('newsletter_choice')
    .values({ subscriber_id: subscriberId, step, topics, version: consentVersion, ...proofOf({ text, form: forms[step] }), language, at })
    .execute();
}

/** All that the subscriber has chosen, oldest first: the proof of the consent (Art. 7(1)). */
export function listChoices(tx: Tx, subscriberId: string) {
  return tx
    .selectFrom('newsletter_choice')
    .select(['id', 'step', 'version', 'text_hash', 'form_fingerprint', 'language', 'at'])
    .where('subscriber_id', '=', subscriberId)
    .orderBy('at')
    .orderBy('id')
    .limit(1_000)
    .$narrowType<{ step: Step }>()
    .execute();
}

const subscriber = (tx: Tx) =>
  tx
    .selectFrom('newsletter_subscriber')
    .select(['id', 'email', 'language', 'confirmed_at', 'asked_at', 'due_at'])
    .$narrowType<{ language: Locale }>();

export const findByAsk = (tx: Tx, askId: string, now: Date) =>
  subscriber(tx).where('ask_id', '=', askId).where('due_at', '>', now).forUpdate().executeTakeFirst();
export const findSubscriber = (tx: Tx, id: string, now: Date) =>
  subscriber(tx).where('id', '=', id).where('due_at', '>', now).forUpdate().executeTakeFirst();
export const findByAddress = (tx: Tx, email: string) => subscriber(tx).where('email', '=', email).forUpdate().executeTakeFirst();
export type Subscriber = NonNullable<Awaited<ReturnType<typeof findSubscriber>>>;

export const findEmail = async (tx: Tx, id: string): Promise<string | undefined> =>
  (await tx.selectFrom('newsletter_subscriber').select('email').where('id', '=', id).executeTakeFirst())?.email;

/** The topics that this asking would add. */
export async function listAsked(tx: Tx, askId: string): Promise<Topic[]> {
  const ids = await tx
    .selectFrom('newsletter_subscription')
    .select('topic_id')
    .where('ask_id', '=', askId)
    .where('confirmed_at', 'is', null)
    .execute();
  return (await listTopics(tx)).filter((topic) => ids.some(({ topic_id }) => topic_id === topic.id));
}

export async function listSubscribed(tx: Tx, subscriberId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('newsletter_subscription')
    .select('topic_id')
    .where('subscriber_id', '=', subscriberId)
    .where('confirmed_at', 'is not', null)
    .execute();
  return rows.map(({ topic_id }) => topic_id);
}

/** An address that has just been answered from works again, whatever it did before. */
export async function confirmAsked(tx: Tx, subscriberId: string, askId: string, at: Date, dueAt: Date): Promise<void> {
  await tx
    .updateTable('newsletter_subscription')
    .set({ confirmed_at: at })
    .where('ask_id', '=', askId)
    .where('confirmed_at', 'is', null)
    .execute();
  const { email } = await tx
    .updateTable('newsletter_subscriber')
    // Asked for anew, by whoever had it set aside (Art. 18(2)).
    .set({ confirmed_at: at, bounced_at: null, due_at: dueAt, restriction_id: null })
    .where('id', '=', subscriberId)
    .returning('email')
    .executeTakeFirstOrThrow();
  await forgetBounces(tx, email);
}

export async function setTopics(tx: Tx, subscriberId: string, topicIds: readonly string[], at: Date): Promise<void> {
  await tx
    .deleteFrom('newsletter_subscription')
    .where('subscriber_id', '=', subscriberId)
    .$if(topicIds.length > 0, (query) => query.where('topic_id', 'not in', topicIds))
    .execute();
  if (topicIds.length === 0) return;
  await tx
    .insertInto('newsletter_subscription')
    .values(topicIds.map((topic_id) => ({ subscriber_id: subscriberId, topic_id, ask_id: randomUUID(), confirmed_at: at })))
    .onConflict((on) =>
      on.columns(['subscriber_id', 'topic_id']).doUpdateSet({ confirmed_at: at }).where('newsletter_subscription.confirmed_at', 'is', null),
    )
    .execute();
}

export async function updateSubscriber(
  tx: Tx,
  id: string,
  values: { language?: Locale; due_at: Date; restriction_id?: null },
): Promise<void> {
  await tx.updateTable('newsletter_subscriber').set(values).where('id', '=', id).execute();
}

/** Takes one topic away. Undefined when it already is. */
export async function deleteSubscription(tx: Tx, id: string) {
  return tx
    .deleteFrom('newsletter_subscription')
    .where('id', '=', id)
    .returning(['subscriber_id as subscriberId', 'topic_id as topicId'])
    .executeTakeFirst();
}

export async function findSubscriptionTopic(tx: Tx, id: string): Promise<Topic | undefined> {
  const found = await tx.selectFrom('newsletter_subscription').select('topic_id').where('id', '=', id).executeTakeFirst();
  return found && (await listTopics(tx)).find((topic) => topic.id === found.topic_id);
}

export async function markBounced(tx: Tx, email: string, at: Date, dueAt: Date): Promise<void> {
  await tx
    .updateTable('newsletter_subscriber')
    .set({ bounced_at: at, due_at: dueAt })
    .where('email', '=', email)
    .where('bounced_at', 'is', null)
    .execute();
}

/** How many addresses a newsletter has come back from; which they are is shown to nobody. */
export async function countBounced(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('newsletter_subscriber')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('bounced_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return count;
}
