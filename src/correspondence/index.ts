import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { answerThread, inbox, thread, threadMessages, threadStream } from './administrator.actions.tsx';
import { correspondence, deleteMessage, messages, messageStream, sendMessage } from './student.actions.tsx';

export const correspondenceActions = {
  correspondence,
  sendMessage,
  messages,
  messageStream,
  deleteMessage,
  inbox,
  thread,
  answerThread,
  threadMessages,
  threadStream,
} satisfies Partial<Record<RouteName, Action>>;

export { answerByMail } from './answer-by-mail.ts';
export { correspondenceMails } from './mails.ts';
export { looksLikePersonalNumber } from './personal-number.ts';
export { countUnread } from './thread.queries.ts';
