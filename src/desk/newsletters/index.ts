import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { oneClickUnsubscribe, saveSubscriptions, subscriptions, unsubscribePage } from './choices.actions.tsx';
import { issue, saveIssue, sendIssue, testIssue } from './issue.actions.tsx';
import { createIssue, newIssue, newsletterIssues } from './issues.actions.tsx';
import { subscriptionReceipt } from './receipt.actions.ts';
import { confirmSubscriptionPage, newsletter, saveSubscription, subscribe } from './subscribe.actions.tsx';
import { endTopic, newsletterTopics, saveTopic } from './topics.actions.tsx';

export { endSubscriptions, recordBounce } from './change-subscriptions.ts';
export { newsletterMails } from './mails.ts';
export { sendDueIssues, sendTask } from './send-issue.ts';

export const newslettersActions = {
  newsletter,
  subscribe,
  confirmSubscription: confirmSubscriptionPage,
  saveSubscription,
  subscriptions,
  subscriptionReceipt,
  saveSubscriptions,
  unsubscribe: unsubscribePage,
  oneClickUnsubscribe,
  newsletterIssues,
  newIssue,
  createIssue,
  newsletterTopics,
  saveTopic,
  endTopic,
  issue,
  saveIssue,
  testIssue,
  sendIssue,
} satisfies Partial<Record<RouteName, Action>>;
