import { z } from 'zod';
import { readForm } from '../../platform/read-body.ts';
import { redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { linkEnded, neverStored } from '../open-forms/confirmed-by-link.tsx';
import { changeChoices, findUnsubscription, readChoices, unsubscribe } from './change-subscriptions.ts';
import { ChoicesPage, LeavePage, LeftPage } from './pages/choices-pages.tsx';
import { words } from './words.ts';

/** The subscriber's own page, behind the link in every letter. */
export async function subscriptions(visit: Visit): Promise<Response> {
  const { locale, house, params, url } = visit;
  const token = params['token']!;
  const choices = await readChoices(house, token);
  if (!choices) return linkEnded(visit, 'newsletter');
  const text = words[locale];
  const besked = url.searchParams.get('besked');
  const told = besked === 'bekraftat' ? text.confirmed : besked === 'sparat' ? text.saved : undefined;
  return neverStored(
    page(
      visit,
      { title: text.choicesTitle, ...(told ? { flash: { kind: 'done', text: told } as const } : {}) },
      <ChoicesPage locale={locale} token={token} choices={choices} />,
    ),
  );
}

const list = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string()));

export async function saveSubscriptions(visit: Visit): Promise<Response> {
  const token = visit.params['token']!;
  const form = await readForm(visit.request, z.object({ topics: list, language: z.enum(['sv', 'en']).catch(visit.locale) }));
  const { topics, language } = form.ok ? form.value : { topics: [], language: visit.locale };
  const isSaved = await changeChoices(visit.house, token, { topicIds: topics, language });
  return isSaved ? redirect(`${href('subscriptions', { token })}?besked=sparat`) : linkEnded(visit, 'newsletter');
}

export async function unsubscribePage(visit: Visit): Promise<Response> {
  const { locale, house, params } = visit;
  const token = params['token']!;
  const topic = await findUnsubscription(house, token);
  if (!topic) return linkEnded(visit, 'newsletter');
  if (topic === 'ended') return showLeft(visit);
  const leave = <LeavePage locale={locale} token={token} topic={topic.title[locale]} />;
  return neverStored(page(visit, { title: words[locale].leaveTitle, width: 'narrow' }, leave));
}

/**
 * RFC 8058: pressed by a person on our page, or by their mail program from anywhere, without cookie or origin. The body
 * says nothing that the link does not, so it is not read. Answered at once and never by another address (§3.1).
 */
export async function oneClickUnsubscribe(visit: Visit): Promise<Response> {
  const isOurs = await unsubscribe(visit.house, visit.params['token']!, visit.locale);
  return isOurs ? showLeft(visit) : linkEnded(visit, 'newsletter');
}

function showLeft(visit: Visit): Response {
  const { locale } = visit;
  return neverStored(page(visit, { title: words[locale].leftTitle, width: 'narrow' }, <LeftPage locale={locale} />));
}
