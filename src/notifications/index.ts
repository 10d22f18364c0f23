import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { customerNotifications, notificationChoices, saveCustomerNotifications, saveNotificationChoices } from './choices.actions.tsx';
import { markNotificationsRead, notifications, openNotification } from './notifications.actions.tsx';

export { notificationMails } from './mails.ts';
export { digestTask, notify } from './notify.ts';
export { settleNotifications } from './notify.queries.ts';
export { bellTimes, reminderTask, remindUnread } from './remind.ts';
export { sendDigests } from './send-digests.ts';

export const notificationsActions = {
  notifications,
  markNotificationsRead,
  openNotification,
  notificationChoices,
  saveNotificationChoices,
  customerNotifications,
  saveCustomerNotifications,
} satisfies Partial<Record<RouteName, Action>>;
