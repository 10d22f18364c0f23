import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { answerCall } from './answer-call.ts';
import { apiDocument, apiPage } from './document.actions.tsx';
import { operations } from './operations/index.ts';
import { apiTokens, makeApiToken, revokeApiToken } from './tokens/tokens.actions.tsx';
import { changeWebhook, webhook } from './webhooks/webhook.actions.tsx';
import { makeWebhook, webhooks } from './webhooks/webhooks.actions.tsx';

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
  webhooks,
  makeWebhook,
  webhook,
  changeWebhook,
} satisfies Partial<Record<RouteName, Action>>;

export { sendWebhook, webhookTask } from './webhooks/send-webhook.ts';
export { openApiDocument } from './openapi.ts';
