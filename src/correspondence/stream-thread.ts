import { event, eventStream } from './event-stream.ts';
import type { Visit } from '../platform/visit.ts';
import { markSent, readNews, type Told } from './news.ts';
import { marksTopicOf, otherSide, topicOf, type Side } from './side.ts';
import type { ThreadRow } from './thread.queries.ts';

/** Where a reader stands, and whether anyone looks at the page. */
export type Reader = { after: number; change: number; isLookedAt: boolean };

/** The thread as it goes on, by server-sent events, from where the reader stands. */
export function followThread(visit: Visit, side: Side, thread: ThreadRow, reader: Reader): Response {
  return eventStream(visit, {
    topics: [topicOf(thread), marksTopicOf(thread, otherSide[side.name])],
    mayStay: () => mayStay(visit, side),
    teller({ send, hasEnded, fail }) {
      let told: Told = { last: reader.after, change: reader.change, read: 0, delivered: 0 };
      return async () => {
        for (let more = true; more && !hasEnded();) {
          const news = await readNews(visit, side, thread, told);
          if (!news) return 'end';
          for (const update of news.updates) send(event('message', update, `${update.sequence}-${told.change}`));
          if (news.changed.length > 0) send(event('changed', news.changed, `${news.told.last}-${news.told.change}`));
          if (news.told.delivered > told.delivered) send(event('delivered', news.told.delivered));
          if (news.told.read > told.read) send(event('read', news.told.read));
          ({ told, more } = news);
          // What comes next does not wait for the mark.
          if (!hasEnded()) markSent(visit, side, news, reader.isLookedAt).catch(fail);
        }
        return 'go on';
      };
    },
  });
}

/** Whoever comes in anew as a request would: a session that has ended, or terms that hold no longer, end the stream. */
export function mayStay({ actor, customer }: Visit, side: Pick<Side, 'name' | 'accountId'>): boolean {
  if (!customer || actor?.accountId !== side.accountId || actor.closed || !actor.acceptedTerms) return false;
  return side.name === 'student' || actor.staff;
}
