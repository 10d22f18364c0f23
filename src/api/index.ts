import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { answerCall } from './answer-call.ts';
import { apiDocument, apiPage } from './document.actions.tsx';
import { operations } from './operations/index.ts';
import { apiTokens, makeApiToken, revokeApiToken } from './tokens/tokens.actions.tsx';

type Operations = keyof typeof operations;

export const apiActions = {
  ...(Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, answerCall(operation)])) as Record<
    Operations,
    Action
  >),
  apiDocument,
  apiPage,
  apiTokens,
  makeApiToken,
  revokeApiToken,
} satisfies Partial<Record<RouteName, Action>>;

export { openApiDocument } from './openapi.ts';
