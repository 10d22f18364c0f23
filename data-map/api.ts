import { thing, whichCustomer, type RoomMap } from './entry.ts';

const internal = 'an internal id without meaning outside the system';
const sending = thing('how the sending went');
const token = thing('a setting of the token');

export const api = {
  api_token: {
    title: { sv: 'API-nycklar du har skapat', en: 'API tokens you have made' },
    purposes: ['administer-customer', 'security'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'made_by', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      id: thing('a random id'),
      client_id: thing('the form that made it'),
      made_by: { category: 'role', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'repoint' },
      name: { category: 'role', provided: 'by-person', seenBy: ['customer-administrators'], export: 'as-is', erase: { blank: "''" } },
      scopes: token,
      digest: { category: 'credential', export: { never: 'a keyed digest that opens nothing' }, erase: 'renew' },
      created_at: { category: 'role', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      expires_at: token,
      last_used_at: { category: 'role', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'coarsen' },
      revoked_at: token,
    },
  },
  api_reply: {
    noPerson: 'which call was answered with which id, for a day',
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P1D',
      from: { sv: 'anropet', en: 'the call' },
      end: 'delete',
    },
    columns: {
      customer_id: whichCustomer,
      key_digest: thing('a keyed digest of the key of the call'),
      body_digest: thing('a keyed digest of what was sent'),
      answer: thing('the id of what was made, random and without meaning outside the system'),
      due_at: thing('when the row goes'),
    },
  },
  // The webhook is the customer's; who made it leaves with the account.
  webhook: {
    title: { sv: 'Webhookar du har skapat', en: 'Webhooks you have made' },
    purposes: ['administer-customer', 'security'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'made_by', onErasure: 'anonymise' }],
    columns: {
      customer_id: whichCustomer,
      id: thing('a random id'),
      client_id: thing('the form that made it'),
      made_by: { category: 'role', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'repoint' },
      address: thing("where the customer's own program takes events"),
      events: thing('which events it is told'),
      secret: { category: 'credential', protection: 'sealed', export: { never: 'a secret of two programs' }, erase: { blank: "''" } },
      old_secret: { category: 'credential', protection: 'sealed', export: { never: 'a secret of two programs' }, erase: { blank: 'null' } },
      old_secret_until: thing('how long the secret before holds'),
      created_at: thing('when it was made'),
      ended_at: thing('when it was ended'),
    },
  },
  webhook_delivery: {
    title: { sv: 'Det kundens egna program har fått veta om dig', en: "What the customer's own programs have been told of you" },
    purposes: ['administer-customer'],
    role: 'processor',
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P30D',
      from: { sv: 'händelsen', en: 'the event' },
      end: 'delete',
    },
    edges: [
      { edge: 'own', by: 'enrolment_id', onErasure: 'delete' },
      { edge: 'access', by: 'certificate_id', onErasure: 'leave', notExported: 'the enrolment leads to the same person' },
      { edge: 'access', by: 'webhook_id', onErasure: 'leave', notExported: 'it tells of students, not of whoever made the webhook' },
    ],
    columns: {
      customer_id: whichCustomer,
      id: thing('a random id'),
      webhook_id: thing('which webhook'),
      event: { category: 'enrolment', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'keep' },
      enrolment_id: { category: 'enrolment', export: { never: internal }, erase: 'keep' },
      certificate_id: { category: 'enrolment', export: { never: internal }, erase: 'keep' },
      made_at: { category: 'enrolment', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'coarsen' },
      attempts: sending,
      tried_at: sending,
      next_at: sending,
      status: sending,
      problem: sending,
      delivered_at: { category: 'enrolment', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      gave_up_at: sending,
      due_at: thing('when the row goes'),
    },
  },
} satisfies RoomMap<'api_token' | 'api_reply' | 'webhook' | 'webhook_delivery'>;
