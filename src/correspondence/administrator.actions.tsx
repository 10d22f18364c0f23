import type { Visit } from '../platform/visit.ts';
import { download } from './attachments/download.ts';
import { olderMessages, postEdit, postMessage, postRemoval, showConversation, streamConversation } from './conversation.actions.tsx';
import { postDraft } from './drafts/draft.actions.ts';
import { administratorSide } from './side.ts';

/** What the administrator’s side does; both sides do the same, each with its own way to the thread. */
export const administratorActions = {
  thread: (visit: Visit) => showConversation(visit, administratorSide(visit)),
  answerThread: (visit: Visit) => postMessage(visit, administratorSide(visit)),
  threadMessages: (visit: Visit) => olderMessages(visit, administratorSide(visit)),
  threadStream: (visit: Visit) => streamConversation(visit, administratorSide(visit)),
  saveAnswerDraft: (visit: Visit) => postDraft(visit, administratorSide(visit)),
  threadAttachment: (visit: Visit) => download(visit, administratorSide(visit)),
  editAnswer: (visit: Visit) => postEdit(visit, administratorSide(visit)),
  retractAnswer: (visit: Visit) => postRemoval(visit, administratorSide(visit)),
};
