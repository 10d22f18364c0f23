import { recordLook } from '../privacy/index.ts';
import { actorOf, customerOf, scopeOf, type Visit } from '../platform/visit.ts';
import { page } from '../ui/page.tsx';
import { olderMessages, postMessage, showConversation, streamConversation } from './conversation.actions.tsx';
import { readPlace, writePlace } from './inbox-place.ts';
import { listInbox, threadsPerPage, type InboxPlace } from './inbox.queries.ts';
import { InboxPage } from './pages/inbox-page.tsx';
import { administratorSide, fieldsOfInbox, withoutHiddenNames } from './side.ts';
import { words } from './words.ts';

export const thread = (visit: Visit) => showConversation(visit, administratorSide(visit));
export const answerThread = (visit: Visit) => postMessage(visit, administratorSide(visit));
export const threadMessages = (visit: Visit) => olderMessages(visit, administratorSide(visit));
export const threadStream = (visit: Visit) => streamConversation(visit, administratorSide(visit));

export async function inbox(visit: Visit): Promise<Response> {
  const { locale, house } = visit;
  const { slug, name } = customerOf(visit);
  const after = readPlace(visit.url.searchParams.get('efter'));
  const found = await look(visit, after);
  const threads = found.slice(0, threadsPerPage);
  const last = found.length > threads.length ? threads.at(-1) : undefined;
  const next = last && writePlace({ waiting: last.waiting, atMicros: last.at_micros, id: last.id });
  return page(
    visit,
    { title: words[locale].inbox.title, width: 'wide' },
    <InboxPage locale={locale} now={house.clock.now()} customer={{ slug, name }} threads={threads} next={next} isFirst={!after} />,
  );
}

function look(visit: Visit, after: InboxPlace | undefined) {
  const actorId = actorOf(visit).accountId;
  const customerId = customerOf(visit).id;
  return visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const found = await listInbox(tx, { accountId: actorId, customerId, after });
    const subjects = found.slice(0, threadsPerPage).flatMap((row) => (row.has_student ? [row.student_id] : []));
    await recordLook(tx, visit.house.clock, {
      actorId,
      customerId,
      purpose: 'correspond',
      room: 'correspondence',
      fields: withoutHiddenNames(fieldsOfInbox, {
        given_name: found.find((row) => row.given_name !== null)?.given_name ?? null,
        family_name: found.find((row) => row.family_name !== null)?.family_name ?? null,
      }),
      subjects,
    });
    return found;
  });
}
