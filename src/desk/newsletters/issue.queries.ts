import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Locale } from '../../ui/locale.ts';

export type IssueText = { topicId: string; subject: Record<Locale, string>; body: Record<Locale, string> };

const columns = ({ topicId, subject, body }: IssueText) => ({
  topic_id: topicId,
  subject_sv: subject.sv,
  subject_en: subject.en,
  body_sv: body.sv,
  body_en: body.en,
});

/** The same form sent twice is one letter. */
export async function insertIssue(tx: Tx, text: IssueText, clientId: string, at: Date): Promise<string> {
  const { id } = await tx
    .insertInto('newsletter_issue')
    .values({ ...columns(text), client_id: clientId, created_at: at })
    .onConflict((on) => on.column('client_id').doUpdateSet({ client_id: clientId }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when it is no longer a draft. */
export async function updateDraft(tx: Tx, id: string, text: IssueText): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('newsletter_issue')
    .set(columns(text))
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export const issuesPerPage = 30;

export const issueStates = ['draft', 'planned', 'sending', 'sent'] as const;
export type IssueState = (typeof issueStates)[number];
export type IssuesWanted = {
  /** Part of the subject, in either language; empty for all. */
  text: string;
  state: IssueState | undefined;
  after: string | undefined;
};

/** The same as stateOf, where the rows are. */
const inState = sql<IssueState>`case when i.state = 'sending' and i.send_at > app.now() then 'planned' else i.state end`;

const hasSubject = (text: string) => sql<boolean>`strpos(lower(concat_ws(' ', i.subject_sv, i.subject_en) collate "sv-x-icu"),
  lower(${text}::text collate "sv-x-icu")) > 0`;

/** The newest first; one more than a page. */
export function listIssues(tx: Tx, { text, state, after }: IssuesWanted) {
  return tx
    .selectFrom('newsletter_issue as i')
    .innerJoin('newsletter_topic as t', 't.id', 'i.topic_id')
    .select(['i.id', 'i.subject_sv', 'i.subject_en', 'i.state', 'i.send_at', 'i.finished_at', 't.title_sv', 't.title_en'])
    .$if(text !== '', (query) => query.where(hasSubject(text)))
    .$if(state !== undefined, (query) => query.where(inState, '=', state!))
    .$if(after !== undefined, (query) => query.where('i.id', '<', after!))
    .orderBy('i.id', 'desc')
    .limit(issuesPerPage + 1)
    .execute();
}
export type IssueRow = Awaited<ReturnType<typeof listIssues>>[number];

export function findIssue(tx: Tx, id: string) {
  return tx.selectFrom('newsletter_issue').selectAll().where('id', '=', id).executeTakeFirst();
}
export type Issue = NonNullable<Awaited<ReturnType<typeof findIssue>>>;

/** Counts only: who subscribes is shown to nobody. */
export async function countDeliveries(tx: Tx, id: string): Promise<{ posted: number; sent: number; dead: number }> {
  const { rows } = await sql<{ posted: number; sent: number; dead: number }>`
    select count(*) as posted, count(*) filter (where m.state = 'dead') as dead,
      count(*) filter (where m.state = 'sent' or m.id is null) as sent
    from newsletter_delivery d left join mail m on m.id = d.mail_id where d.issue_id = ${id}`.execute(tx);
  return rows[0]!;
}

const receivers = (tx: Tx) =>
  tx
    .selectFrom('newsletter_subscription as s')
    .innerJoin('newsletter_subscriber as r', 'r.id', 's.subscriber_id')
    .where('s.confirmed_at', 'is not', null)
    .where('r.bounced_at', 'is', null)
    .where('r.due_at', '>', sql<Date>`app.now()`);

/** How many a letter on each topic would reach. */
export async function countByTopic(tx: Tx): Promise<Map<string, number>> {
  const rows = await receivers(tx)
    .select(['s.topic_id', (select) => select.fn.countAll<number>().as('count')])
    .groupBy('s.topic_id')
    .execute();
  return new Map(rows.map(({ topic_id, count }) => [topic_id, count]));
}

/** Makes a draft a sending. False when it already is one. */
export async function beginSending(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('newsletter_issue')
    .set({ state: 'sending', send_at: at })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Only before its time: what has begun to be sent cannot be called back. */
export async function cancelSending(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('newsletter_issue')
    .set({ state: 'draft', send_at: null })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('send_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The next letter whose time has come, held so that two workers never send the same part of it. */
export function lockDueIssue(tx: Tx, now: Date) {
  return tx
    .selectFrom('newsletter_issue')
    .select(['id', 'topic_id'])
    .where('state', '=', 'sending')
    .where('send_at', '<=', now)
    .orderBy('send_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

export type Delivery = { subscription_id: string; email: string; language: Locale; mail_id: string };

/** Writes down the next receivers in one statement; who is written down already is left out by the key. */
export async function insertDeliveries(tx: Tx, issue: { id: string; topic_id: string }, at: Date, limit: number): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    with next as (
      select s.subscriber_id, s.id as subscription_id, r.email, r.language
      from newsletter_subscription s join newsletter_subscriber r on r.id = s.subscriber_id
      where s.topic_id = ${issue.topic_id} and s.confirmed_at is not null and r.bounced_at is null and r.due_at > app.now()
        and not exists (select from newsletter_delivery d where d.issue_id = ${issue.id} and d.subscriber_id = s.subscriber_id)
      order by s.subscriber_id limit ${limit}),
    written as (
      insert into newsletter_delivery (issue_id, subscriber_id, mail_id, created_at)
      select ${issue.id}::uuid, subscriber_id, gen_random_uuid(), ${at}::timestamptz from next
      on conflict do nothing returning subscriber_id, mail_id)
    select n.subscription_id, n.email, n.language, w.mail_id from written w join next n using (subscriber_id)`.execute(tx);
  return rows;
}

export async function finishIssue(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('newsletter_issue').set({ state: 'sent', finished_at: at }).where('id', '=', id).execute();
}
