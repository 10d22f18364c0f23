import { z } from 'zod';
import { acrossCustomers } from '../../platform/database.ts';
import { redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { emailField } from '../../sign-in/index.ts';
import { page } from '../../ui/page.tsx';
import { formWords } from '../open-forms/form-words.ts';
import { linkEnded, neverStored, showAsked, showConfirm } from '../open-forms/confirmed-by-link.tsx';
import { emptyForm, takeForm, withRetryAfter, type OpenForm } from '../open-forms/take-form.ts';
import { SubscribePage } from './pages/subscribe-page.tsx';
import { confirmSubscription, findAsking, subscribe as ask } from './subscribe.ts';
import type { Topic } from './subscriber.ts';
import { listTopics } from './subscriber.queries.ts';
import { words } from './words.ts';

export async function newsletter(visit: Visit): Promise<Response> {
  const text = words[visit.locale];
  if (visit.url.searchParams.has('skickat')) return showAsked(visit, text.asked, { to: 'newsletter', text: text.again });
  return showForm(visit, await readTopics(visit), emptyForm(visit));
}

/** One box a topic, so that each is kept as it was ticked when the form comes back. */
const boxOf = (topicId: string): string => `topic_${topicId}`;

export async function subscribe(visit: Visit): Promise<Response> {
  const { locale, house } = visit;
  const topics = await readTopics(visit);
  const missing = { path: ['topics'], message: words[locale].topicsMissing };
  const schema = z
    .object({ email: emailField(formWords[locale]) })
    .catchall(z.unknown())
    .refine((form) => chosen(topics, form).length > 0, { ...missing, when: () => true });
  const taken = await takeForm(visit, { schema, act: 'subscribe', own: ({ email }) => email, free: () => '' });
  if (!taken.ok) return showForm(visit, topics, taken.form);
  await ask(house, { email: taken.value.email, topics: chosen(topics, taken.value), language: locale });
  return redirect(`${href('newsletter')}?skickat=ja`);
}

export const chosen = (topics: readonly Topic[], form: Record<string, unknown>): Topic[] =>
  topics.filter(({ id }) => form[boxOf(id)] === 'yes');

export async function confirmSubscriptionPage(visit: Visit): Promise<Response> {
  const { locale, house, params } = visit;
  const token = params['token']!;
  const asking = await findAsking(house, token);
  if (!asking) return linkEnded(visit, 'newsletter');
  if (asking.topics.length === 0) return neverStored(redirect(choicesOf(visit, asking.subscriberId)));
  const text = words[locale];
  return showConfirm(visit, {
    title: text.confirmTitle,
    lead: text.confirmLead,
    items: asking.topics.map((topic) => topic.title[locale]),
    children: <p>{text.consent}</p>,
    action: href('saveSubscription', { token }),
    button: { text: text.confirm },
    hint: text.confirmNot,
  });
}

export async function saveSubscription(visit: Visit): Promise<Response> {
  const subscriberId = await confirmSubscription(visit.house, visit.params['token']!, visit.locale);
  return subscriberId ? redirect(`${choicesOf(visit, subscriberId)}?besked=bekraftat`) : linkEnded(visit, 'newsletter');
}

const choicesOf = ({ house }: Visit, subscriberId: string): string =>
  href('subscriptions', { token: house.secrets.token('newsletter subscriber', subscriberId) });

const readTopics = ({ house }: Visit): Promise<Topic[]> => house.database.transaction(acrossCustomers('newsletter'), listTopics);

function showForm(visit: Visit, topics: Topic[], form: OpenForm): Response {
  const { locale } = visit;
  const body = <SubscribePage locale={locale} topics={topics} form={form} boxOf={boxOf} />;
  return withRetryAfter(page(visit, { title: words[locale].title, status: form.status }, body), form);
}
