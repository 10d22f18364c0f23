import { z } from 'zod';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { actorOf, NotFound, operatorOf, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { operatorOnly } from '../operations/operator-only.ts';
import { swedishTime } from '../operations/swedish-time.ts';
import { issueForm, typedFrom } from './issue-form.ts';
import { countByTopic, countDeliveries, findIssue, updateDraft, type Issue } from './issue.queries.ts';
import { issueWords } from './issue-words.ts';
import { IssuePage } from './pages/issue-page.tsx';
import { cancelIssue, sendIssue as begin } from './send-issue.ts';
import { listTopics } from './subscriber.queries.ts';

export const issue = (visit: Visit) => showIssue(visit, undefined, []);

export async function saveIssue(visit: Visit): Promise<Response> {
  const { id } = await getIssue(visit);
  const form = await readForm(visit.request, issueForm(visit.locale, operatorOf(visit)));
  if (!form.ok) return showIssue(visit, form.typed.one, form.errors);
  const isSaved = await visit.house.database.transaction(scopeOf(visit, 'inform'), async (tx) => {
    const isTopic = (await listTopics(tx)).some((topic) => topic.id === form.value.topicId);
    return isTopic && updateDraft(tx, id, form.value);
  });
  return told(id, isSaved ? 'saved' : 'tooLate');
}

/** To oneself only, in both languages. */
export async function testIssue(visit: Visit): Promise<Response> {
  const { id } = await getIssue(visit);
  const { accountId } = actorOf(visit);
  const { database, clock } = visit.house;
  await database.transaction(scopeOf(visit, 'inform'), async (tx) => {
    for (const language of ['sv', 'en'] as const)
      await postMail(tx, clock, { to: { accountId }, template: 'newsletter-test', language, about: { issueId: id } });
  });
  return told(id, 'tested');
}

export async function sendIssue(visit: Visit): Promise<Response> {
  const { id } = await getIssue(visit);
  const { house, locale } = visit;
  const text = issueWords[locale];
  const schema = z.object({ when: z.enum(['now', 'later', 'cancel'], text.whenMissing), at: z.string().catch('') });
  const form = await readForm(visit.request, schema);
  if (!form.ok) return showIssue(visit, undefined, form.errors, form.typed.one);
  const { when, at } = form.value;
  if (when === 'cancel') return told(id, (await cancelIssue(house, id)) ? 'cancelled' : 'tooLate');
  const now = house.clock.now();
  const time = when === 'now' ? now : swedishTime(at);
  if (!time || time < now) return showIssue(visit, undefined, [{ name: 'at', text: text.atWrong }], form.typed.one);
  // Pressed twice, the second finds it begun: that is what was wanted.
  await begin(house, id, time);
  return told(id, when === 'now' ? 'begun' : undefined);
}

type Told = 'saved' | 'tested' | 'begun' | 'cancelled' | 'tooLate';

const told = (id: string, what: Told | undefined): Response => redirect(href('issue', { issue: id }) + (what ? `?besked=${what}` : ''));

async function getIssue(visit: Visit): Promise<Issue> {
  operatorOnly(visit, 'support');
  const found = await visit.house.database.transaction(scopeOf(visit, 'inform'), (tx) => findIssue(tx, visit.params['issue']!));
  if (!found) throw new NotFound();
  return found;
}

async function showIssue(
  visit: Visit,
  typed: Record<string, string> | undefined,
  errors: FieldError[],
  sending: Record<string, string> = {},
): Promise<Response> {
  const { locale, house, url } = visit;
  const found = await getIssue(visit);
  const text = issueWords[locale];
  const facts = await house.database.transaction(acrossCustomers('newsletter'), (tx) => readFacts(tx, found));
  // How each mail went is written on the mail, which is read as mail.
  const deliveries = await house.database.transaction(acrossCustomers('mail'), (tx) => countDeliveries(tx, found.id));
  const what = url.searchParams.get('besked') as Told | null;
  const flash = what && ['saved', 'tested', 'begun', 'cancelled', 'tooLate'].includes(what) ? text[what] : undefined;
  return page(
    visit,
    {
      title: text.editTitle,
      status: errors.length > 0 ? 422 : 200,
      ...(flash ? { flash: { kind: what === 'tooLate' ? 'problem' : 'done', text: flash } as const } : {}),
    },
    <IssuePage
      locale={locale}
      issue={found}
      typed={typed ?? typedFrom(found)}
      errors={errors}
      sending={sending}
      now={house.clock.now()}
      deliveries={deliveries}
      {...facts}
    />,
  );
}

async function readFacts(tx: Tx, { topic_id }: Issue) {
  const receivers = (await countByTopic(tx)).get(topic_id) ?? 0;
  return { topics: await listTopics(tx), receivers };
}
