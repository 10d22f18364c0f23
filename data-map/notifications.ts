import { thing, whichCustomer, type Personal, type RoomMap } from './entry.ts';

const accountId: Personal = { category: 'account', export: { never: "the account's own id stands first in the export" }, erase: 'repoint' };
const observed: Personal = { category: 'preference', provided: 'observed', export: 'as-is', erase: 'keep' };
const chosen: Personal = { category: 'preference', provided: 'by-person', export: 'as-is', erase: 'keep' };

export const notifications = {
  notification: {
    title: { sv: 'Aviseringar till dig', en: 'Notifications to you' },
    purposes: ['inform'],
    role: 'controller',
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P90D',
      from: { sv: 'det senaste som hände', en: 'the latest event' },
      end: 'delete',
    },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      id: { category: 'preference', export: { never: 'an internal id without meaning outside the system' }, erase: 'renew' },
      account_id: accountId,
      event: observed,
      customer_id: whichCustomer,
      course_id: thing('a course'),
      shown: thing('whether the bell shows it'),
      created_at: { ...observed, erase: 'coarsen' },
      read_at: { ...observed, erase: 'coarsen' },
      mail_due_at: observed,
      reminder_due_at: observed,
      due_at: thing('when the row goes'),
    },
  },
  notification_choice: {
    title: { sv: 'Vad du vill bli aviserad om', en: 'What you want to be notified of' },
    purposes: ['inform'],
    role: 'controller',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: { account_id: accountId, event: chosen, channel: chosen, allowed: chosen },
  },
  notification_rhythm: {
    title: { sv: 'När du vill få mejl', en: 'When you want mail' },
    purposes: ['inform'],
    role: 'controller',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: { account_id: accountId, digest: chosen, quiet_from: chosen, quiet_to: chosen, time_zone: chosen },
  },
  customer_notification: {
    noPerson: "a customer's own choice",
    columns: {
      customer_id: whichCustomer,
      event: thing('which event'),
      channel: thing('which way'),
      allowed: thing('whether it is let through'),
    },
  },
} satisfies RoomMap<'notification' | 'notification_choice' | 'notification_rhythm' | 'customer_notification'>;
