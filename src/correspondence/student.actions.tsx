import { NotFound, redirect, scopeOf, type Visit } from '../platform/visit.ts';
import { olderMessages, postMessage, showConversation, streamConversation } from './conversation.actions.tsx';
import { deleteMessage as removeMessage } from './delete-message.ts';
import { newest } from './pages/thread-page.tsx';
import { studentSide } from './side.ts';

export const correspondence = (visit: Visit) => showConversation(visit, studentSide(visit));
export const sendMessage = (visit: Visit) => postMessage(visit, studentSide(visit));
export const messages = (visit: Visit) => olderMessages(visit, studentSide(visit));
export const messageStream = (visit: Visit) => streamConversation(visit, studentSide(visit));

export async function deleteMessage(visit: Visit): Promise<Response> {
  const side = studentSide(visit);
  const isDone = await visit.house.database.transaction(scopeOf(visit, 'correspond'), async (tx) => {
    const thread = await side.find(tx);
    return thread && removeMessage(tx, visit.house.clock, thread, { id: visit.params['message']!, authorId: side.accountId });
  });
  if (!isDone) throw new NotFound();
  return redirect(`${side.hrefs.page}#${newest}`);
}
