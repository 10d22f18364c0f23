import { whichCustomer, type RoomMap } from './entry.ts';

export const protectedPeople = {
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
} satisfies RoomMap<'protected_identity'>;
