import type { Visit } from '../platform/visit.ts';
import type { Caller } from './sign-in-with-password.ts';

export const callerOf = ({ request, actor }: Visit): Caller => ({
  userAgent: request.headers.get('user-agent'),
  former: actor && { accountId: actor.accountId, sessionId: actor.sessionId },
});
