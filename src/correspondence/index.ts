import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { administratorActions } from './administrator.actions.tsx';
import { assignThread, closeThread, inbox, inboxStream, searchInbox } from './inbox/inbox.actions.tsx';
import { changeSavedReply, createSavedReply, savedReplies, savedReply } from './saved-replies/saved-replies.actions.tsx';
import { studentActions } from './student.actions.tsx';

export const correspondenceActions = {
  ...studentActions,
  ...administratorActions,
  inbox,
  searchInbox,
  inboxStream,
  assignThread,
  closeThread,
  savedReplies: (visit) => savedReplies(visit),
  createSavedReply,
  savedReply: (visit) => savedReply(visit),
  changeSavedReply,
} satisfies Partial<Record<RouteName, Action>>;

export { answerByMail } from './answer-by-mail.ts';
export { correspondenceMails } from './mails.ts';
export { writeToStudent } from './write-to-student.ts';
export { countUnread } from './thread.queries.ts';
