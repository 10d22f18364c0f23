import type { Visit } from '../platform/visit.ts';
import { download } from './attachments/download.ts';
import { olderMessages, postEdit, postMessage, postRemoval, showConversation, streamConversation } from './conversation.actions.tsx';
import { postDraft } from './drafts/draft.actions.ts';
import { studentSide } from './side.ts';

/** What the student’s side does; both sides do the same, each with its own way to the thread. */
export const studentActions = {
  correspondence: (visit: Visit) => showConversation(visit, studentSide(visit)),
  sendMessage: (visit: Visit) => postMessage(visit, studentSide(visit)),
  messages: (visit: Visit) => olderMessages(visit, studentSide(visit)),
  messageStream: (visit: Visit) => streamConversation(visit, studentSide(visit)),
  saveDraft: (visit: Visit) => postDraft(visit, studentSide(visit)),
  attachment: (visit: Visit) => download(visit, studentSide(visit)),
  editMessage: (visit: Visit) => postEdit(visit, studentSide(visit)),
  deleteMessage: (visit: Visit) => postRemoval(visit, studentSide(visit)),
};
