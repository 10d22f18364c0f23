import { randomUUID } from 'node:crypto';
import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import type { Locale } from '../../ui/locale.ts';
import { goneBy, keptUntil, type Topic } from './subscriber.ts';
import { askForTopics, confirmAsked, findByAsk, insertChoice, listAsked, saveSubscriber } from './subscriber.queries.ts';
import { words } from './words.ts';

type Asked = { email: string; topics: readonly Topic[]; language: Locale };

/**
 * The first step: someone asks for newsletters to an address. Nothing is sent to it but a question, since anyone can write
 * anyone's address. The same is done, and answered, whether or not the address subscribes already.
 */
export async function subscribe(house: House, { email, topics, language }: Asked): Promise<void> {
  const at = house.clock.now();
  const askId = randomUUID();
  await house.database.transaction(acrossCustomers('own newsletters'), async (tx) => {
    const subscriberId = await saveSubscriber(tx, { email, language, askId, at, dueAt: goneBy(at) });
    const ids = topics.map(({ id }) => id);
    await askForTopics(tx, subscriberId, askId, ids);
    await insertChoice(tx, { subscriberId, step: 'asked', topics: ids, text: consentText(topics, language), language, at });
    await postMail(tx, house.clock, { to: { address: email }, template: 'newsletter-confirm', language, about: { askId } });
  });
}

/** The very words that are consented to. */
const consentText = (topics: readonly Topic[], language: Locale): string =>
  [words[language].consent, ...topics.map((topic) => `${topic.title[language]}: ${topic.lead[language]}`)].join('\n');

export type Asking = { topics: Topic[]; subscriberId: string };

/** What a link in a mail would confirm; undefined when it is no longer one. */
export function findAsking(house: House, token: string): Promise<Asking | undefined> {
  const askId = house.secrets.readToken('newsletter ask', token);
  return house.database.transaction(acrossCustomers('own newsletters'), async (tx) => {
    const found = askId && (await findByAsk(tx, askId, house.clock.now()));
    return found ? { topics: await listAsked(tx, askId), subscriberId: found.id } : undefined;
  });
}

/** The second step, by whoever reads the address's mail. Pressed twice it is done once. Gives the subscriber. */
export function confirmSubscription(house: House, token: string, language: Locale): Promise<string | undefined> {
  const askId = house.secrets.readToken('newsletter ask', token);
  const at = house.clock.now();
  return house.database.transaction(acrossCustomers('own newsletters'), async (tx) => {
    const found = askId && (await findByAsk(tx, askId, at));
    if (!found) return undefined;
    const topics = await listAsked(tx, askId);
    if (topics.length === 0) return found.id;
    const text = consentText(topics, language);
    await confirmAsked(tx, found.id, askId, at, keptUntil(at));
    await insertChoice(tx, { subscriberId: found.id, step: 'confirmed', topics: topics.map(({ id }) => id), text, language, at });
    return found.id;
  });
}
