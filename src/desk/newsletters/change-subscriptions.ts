import { acrossCustomers, type Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { noteChoices } from '../../privacy/index.ts';
import type { Locale } from '../../ui/locale.ts';
import { goneBy, keptUntil, type Topic } from './subscriber.ts';
import {
  deleteSubscription,
  findByAddress,
  findEmail,
  findSubscriber,
  findSubscriptionTopic,
  insertChoice,
  listSubscribed,
  listTopics,
  markBounced,
  setTopics,
  updateSubscriber,
} from './subscriber.queries.ts';
import { words } from './words.ts';

export type OwnChoices = { topics: Topic[]; subscribed: string[]; language: Locale; validUntil: Date };

/** What the holder of the link subscribes to; undefined when the link is no longer one. */
export function readChoices(house: House, token: string): Promise<OwnChoices | undefined> {
  const id = house.secrets.readToken('newsletter subscriber', token);
  return house.database.transaction(acrossCustomers('own newsletters'), async (tx) => {
    const found = id && (await findSubscriber(tx, id, house.clock.now()));
    return found
      ? { topics: await listTopics(tx), subscribed: await listSubscribed(tx, found.id), language: found.language, validUntil: found.due_at }
      : undefined;
  });
}

/** Saves what is wanted from now on; nothing at all ends the subscription, which is then kept for a week. False without such a link. */
export async function changeChoices(house: House, token: string, wanted: { topicIds: string[]; language: Locale }): Promise<boolean> {
  const id = house.secrets.readToken('newsletter subscriber', token);
  const email = await house.database.transaction(acrossCustomers('own newsletters'), async (tx) => {
    const found = id && (await findSubscriber(tx, id, house.clock.now()));
    if (!found) return undefined;
    const at = house.clock.now();
    const known = (await listTopics(tx)).filter((topic) => wanted.topicIds.includes(topic.id));
    const topics = known.map((topic) => topic.id);
    await setTopics(tx, found.id, topics, at);
    // To choose is to consent anew, also for whoever has had it set aside (Art. 18(2)).
    const kept = topics.length > 0 ? { due_at: keptUntil(at), restriction_id: null } : { due_at: goneBy(at) };
    await updateSubscriber(tx, found.id, { language: wanted.language, ...kept });
    const { language } = wanted;
    const step = topics.length > 0 ? 'changed' : 'unsubscribed';
    await insertChoice(tx, { subscriberId: found.id, step, topics, text: words[language].consent, language, at });
    return found.email;
  });
  if (email) await noteChoices(house, { email });
  return email !== undefined;
}

/** The topic that a mail's link would end; `ended` when it has been. Undefined when the link is not ours. */
export function findUnsubscription(house: House, token: string): Promise<Topic | 'ended' | undefined> {
  const id = house.secrets.readToken('newsletter subscription', token);
  return house.database.transaction(acrossCustomers('own newsletters'), async (tx) =>
    id ? ((await findSubscriptionTopic(tx, id)) ?? 'ended') : undefined,
  );
}

/** RFC 8058: one press, no questions. False only when the link is not ours; the second press finds it done. */
export async function unsubscribe(house: House, token: string, language: Locale): Promise<boolean> {
  const id = house.secrets.readToken('newsletter subscription', token);
  if (!id) return false;
  const email = await house.database.transaction(acrossCustomers('own newsletters'), async (tx) => {
    const ended = await deleteSubscription(tx, id);
    if (!ended) return undefined;
    await recordEnd(tx, house, ended, language);
    return findEmail(tx, ended.subscriberId);
  });
  if (email) await noteChoices(house, { email });
  return true;
}

async function recordEnd(tx: Tx, house: House, ended: { subscriberId: string; topicId: string }, language: Locale): Promise<void> {
  const at = house.clock.now();
  const { subscriberId, topicId } = ended;
  await insertChoice(tx, { subscriberId, step: 'unsubscribed', topics: [topicId], text: words[language].consent, language, at });
  if ((await listSubscribed(tx, subscriberId)).length === 0) await updateSubscriber(tx, subscriberId, { due_at: goneBy(at) });
}

/** Art. 21(2): the officer ends what an address subscribes to, when its holder objects. Gives how many topics it was. */
export async function endSubscriptions(house: House, email: string): Promise<number> {
  const count = await house.database.transaction(acrossCustomers('own newsletters'), async (tx) => {
    const found = await findByAddress(tx, email);
    const topics = found ? await listSubscribed(tx, found.id) : [];
    if (!found || topics.length === 0) return 0;
    const at = house.clock.now();
    const { id: subscriberId, language } = found;
    await setTopics(tx, subscriberId, [], at);
    await updateSubscriber(tx, subscriberId, { due_at: goneBy(at) });
    await insertChoice(tx, { subscriberId, step: 'unsubscribed', topics, text: words[language].consent, language, at });
    return topics.length;
  });
  if (count > 0) await noteChoices(house, { email });
  return count;
}

/**
 * A mail server, or a bounce that came in by mail, says that the address does not exist: nothing more is sent there, and
 * the subscription goes after a week. Whoever confirms anew from that address is heard.
 */
export async function recordBounce(tx: Tx, house: House, address: string): Promise<void> {
  const at = house.clock.now();
  await markBounced(tx, address, at, goneBy(at));
}
