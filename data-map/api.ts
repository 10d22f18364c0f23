import { thing, whichCustomer, type RoomMap } from './entry.ts';

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
} satisfies RoomMap<'api_token' | 'api_reply'>;
