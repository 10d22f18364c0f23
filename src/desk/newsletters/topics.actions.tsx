import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { acrossCustomers } from '../../platform/database.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { page } from '../../ui/page.tsx';
import { operatorOnly } from '../operations/operator-only.ts';
import { countByTopic } from './issue.queries.ts';
import { issueWords } from './issue-words.ts';
import { TopicsPage } from './pages/topics-page.tsx';
import { listTopics } from './subscriber.queries.ts';
import { insertTopic, markEnded } from './topic.queries.ts';

export const newsletterTopics = (visit: Visit) => showTopics(visit, { client_id: randomUUID() }, []);

export async function saveTopic(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'support');
  const { house, locale } = visit;
  const form = await readForm(visit.request, topicForm(locale));
  const clientId = z.uuid().safeParse(form.typed.one['client_id']).data ?? randomUUID();
  if (!form.ok) return showTopics(visit, { ...form.typed.one, client_id: clientId }, form.errors);
  await house.database.transaction(acrossCustomers('newsletter'), (tx) =>
    insertTopic(tx, { ...form.value, client_id: clientId }, house.clock.now()),
  );
  return redirect(`${href('newsletterTopics')}?besked=added`);
}

export async function endTopic(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'support');
  const form = await readForm(visit.request, z.object({ topic: z.uuid() }));
  const { database, clock } = visit.house;
  if (form.ok) await database.transaction(acrossCustomers('newsletter'), (tx) => markEnded(tx, form.value.topic, clock.now()));
  return redirect(href('newsletterTopics') + (form.ok ? '?besked=ended' : ''));
}

function topicForm(locale: Locale) {
  const text = issueWords[locale];
  const title = z.string(text.topicTitleMissing).trim().min(1, text.topicTitleMissing).max(100, text.topicTooLong.title);
  const lead = z.string().trim().max(300, text.topicTooLong.lead).default('');
  return z.object({ title_sv: title, title_en: title, lead_sv: lead, lead_en: lead });
}

async function showTopics(visit: Visit, typed: Record<string, string>, errors: FieldError[]): Promise<Response> {
  operatorOnly(visit, 'support');
  const { locale, house, url } = visit;
  const text = issueWords[locale];
  const rows = await house.database.transaction(acrossCustomers('newsletter'), async (tx) => {
    const counts = await countByTopic(tx);
    return (await listTopics(tx)).map((topic) => ({ ...topic, subscribers: counts.get(topic.id) ?? 0 }));
  });
  const what = url.searchParams.get('besked');
  const flash = what === 'added' || what === 'ended' ? text[what] : undefined;
  return page(
    visit,
    { title: text.topicsTitle, status: errors.length > 0 ? 422 : 200, ...(flash ? { flash: { kind: 'done', text: flash } as const } : {}) },
    <TopicsPage locale={locale} topics={rows} typed={typed} errors={errors} />,
  );
}
