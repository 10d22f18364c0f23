import type { Visit } from '../platform/visit.ts';
import { download } from './attachments/download.ts';
import { olderMessages, postEdit, postMessage, postRemoval, showConversation, streamConversation } from './conversation.actions.tsx';
import { postDraft } from './drafts/draft.actions.ts';
import { administratorSide } from './side.ts';

export const thread = (visit: Visit) => showConversation(visit, administratorSide(visit));
export const answerThread = (visit: Visit) => postMessage(visit, administratorSide(visit));
export const threadMessages = (visit: Visit) => olderMessages(visit, administratorSide(visit));
export const threadStream = (visit: Visit) => streamConversation(visit, administratorSide(visit));
export const saveAnswerDraft = (visit: Visit) => postDraft(visit, administratorSide(visit));
export const threadAttachment = (visit: Visit) => download(visit, administratorSide(visit));
export const editAnswer = (visit: Visit) => postEdit(visit, administratorSide(visit));
export const retractAnswer = (visit: Visit) => postRemoval(visit, administratorSide(visit));
