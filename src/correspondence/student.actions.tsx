import type { Visit } from '../platform/visit.ts';
import { download } from './attachments/download.ts';
import { olderMessages, postEdit, postMessage, postRemoval, showConversation, streamConversation } from './conversation.actions.tsx';
import { postDraft } from './drafts/draft.actions.ts';
import { studentSide } from './side.ts';

export const correspondence = (visit: Visit) => showConversation(visit, studentSide(visit));
export const sendMessage = (visit: Visit) => postMessage(visit, studentSide(visit));
export const messages = (visit: Visit) => olderMessages(visit, studentSide(visit));
export const messageStream = (visit: Visit) => streamConversation(visit, studentSide(visit));
export const saveDraft = (visit: Visit) => postDraft(visit, studentSide(visit));
export const attachment = (visit: Visit) => download(visit, studentSide(visit));
export const editMessage = (visit: Visit) => postEdit(visit, studentSide(visit));
export const deleteMessage = (visit: Visit) => postRemoval(visit, studentSide(visit));
