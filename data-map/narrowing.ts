import { thing, whichCustomer, type RoomMap } from './entry.ts';

const offer = thing('part of an offer of a role');

/** What narrows whom others see. */
export const narrowing = {
  protected_identity: {
    title: { sv: 'Dolda namn hos kunder', en: 'Hidden names with customers' },
    purposes: ['administer-customer'],
    decidesAccess: 'it decides who may see a name, wherever one is shown',
    role: 'processor',
    retention: { rule: 'with-account' },
    source: { sv: 'du själv eller kunden', en: 'you or the customer' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      account_id: { category: 'identity', provided: 'by-customer', export: 'as-is', erase: 'repoint' },
      designation: { category: 'identity', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'keep' },
      by_customer_at: { category: 'role', provided: 'by-customer', seenBy: ['customer-administrators'], export: 'as-is', erase: 'coarsen' },
      by_person_at: { category: 'role', provided: 'by-person', seenBy: ['customer-administrators'], export: 'as-is', erase: 'coarsen' },
    },
  },
  group_teacher: {
    title: { sv: 'Grupper du är lärare för', en: 'Groups you teach' },
    purposes: ['administer-customer'],
    decidesAccess: 'who teaches a group decides who sees its students',
    role: 'processor',
    retention: { rule: 'with-account' },
    source: { sv: 'kunden', en: 'the customer' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      group_id: { category: 'role', provided: 'by-customer', seenBy: ['customer-administrators'], export: 'as-is', erase: 'keep' },
      account_id: { category: 'role', provided: 'by-customer', export: 'as-is', erase: 'repoint' },
      created_at: { category: 'role', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      invitation_id: thing('the invitation it came through'),
      ends_at: { category: 'role', provided: 'by-customer', export: 'as-is', erase: 'coarsen' },
    },
  },
  invitation_teaching: {
    noPerson: 'the groups an invitation is to; a group and an invitation are no people',
    columns: { customer_id: whichCustomer, invitation_id: offer, group_id: offer },
  },
} satisfies RoomMap<'protected_identity' | 'group_teacher' | 'invitation_teaching'>;
