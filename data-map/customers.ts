import { thing, whichCustomer, type RoomMap } from './entry.ts';

const cell = thing("a cell of the customer's matrix");

export const customers = {
  course_teacher: {
    title: { sv: 'Kurser du är lärare för', en: 'Courses you teach' },
    purposes: ['administer-customer'],
    role: 'processor',
    retention: { rule: 'with-account' },
    source: { sv: 'kunden', en: 'the customer' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      customer_id: whichCustomer,
      course_id: { category: 'role', provided: 'by-customer', export: 'as-is', erase: 'keep' },
      account_id: { category: 'role', provided: 'by-customer', export: 'as-is', erase: 'repoint' },
      created_at: { category: 'role', provided: 'observed', export: 'as-is', erase: 'coarsen' },
    },
  },
  visibility: {
    noPerson: "a customer's settings for who sees whom; roles and kinds of data, no people",
    columns: { customer_id: whichCustomer, role: cell, relation: cell, field: cell, shown: cell },
  },
  // The change itself stays as the customer's record; who made it leaves with the account.
  visibility_change: {
    title: { sv: 'Ändringar du har gjort av vem som ser vem', en: 'Changes you have made to who sees whom' },
    purposes: ['accountability'],
    role: 'processor',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'access', by: 'changed_by', onErasure: 'take-out' }],
    columns: {
      customer_id: whichCustomer,
      id: thing('the change'),
      changed_by: { category: 'role', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'repoint' },
      changed_at: { category: 'role', provided: 'observed', seenBy: ['customer-administrators'], export: 'as-is', erase: 'coarsen' },
      role: cell,
      relation: cell,
      field: cell,
      shown: cell,
    },
  },
} satisfies RoomMap<'course_teacher' | 'visibility' | 'visibility_change'>;
