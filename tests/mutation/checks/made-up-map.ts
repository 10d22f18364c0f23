import type { Column, Edge, Entry, PersonalTable } from '../../../data-map/index.ts';
import type { Catalog, ForeignKey } from '../../../src/privacy/catalog.ts';

/** A small made-up map with every answer a map can give, and the schema that goes with it. */
const own: Column = { category: 'correspondence', export: 'as-is', erase: 'keep' };
const thing: Column = { personal: false, because: 'made up' };
const renewed: Column = { category: 'enrolment', export: { never: 'an internal id' }, erase: 'renew' };
const person: Column = { category: 'account', export: 'redacted', erase: 'repoint' };
const words: Column = { category: 'correspondence', maybeSpecial: true, export: 'as-is', erase: { blank: "''" } };
const day: Column = { category: 'history', export: 'as-is', erase: 'coarsen' };
const address: Column = { category: 'contact', export: 'as-is', erase: { blank: 'null' } };
const name: Column = { category: 'identity', export: 'as-is', erase: { blank: "'–'" } };
const from = { sv: 'påhittat', en: 'made up' };

const table = (edges: [Edge, ...Edge[]], columns: Record<string, Column>, more: Partial<PersonalTable> = {}): PersonalTable => ({
  title: from,
  purposes: ['deliver-course'],
  role: 'processor',
  retention: { rule: 'with-account' },
  edges,
  columns,
  ...more,
});
const mine = (by: string, onErasure: Edge['onErasure'], more: Partial<Edge> = {}): Edge => ({ edge: 'own', by, onErasure, ...more });

export const map: Record<string, Entry> = {
  account: table(
    [mine('id', 'delete')],
    { id: own, kind: thing, email: address, name, closing_at: thing },
    { role: 'controller', purposes: ['identify-user'], retention: { rule: 'account-closing', column: 'closing_at', period: 'P6M', from } },
  ),
  course: { noPerson: 'a course', columns: { customer_id: thing, id: thing, title: thing } },
  // Kept as nobody's: what hangs on it is hung on its new id.
  thread: table([mine('account_id', 'anonymise')], {
    customer_id: thing,
    id: renewed,
    course_id: own,
    account_id: person,
    begun_at: day,
  }),
  message: table(
    [mine('thread_id', 'anonymise'), { edge: 'access', by: 'author_id', when: 't.signed', onErasure: 'take-out' }],
    { customer_id: thing, id: renewed, thread_id: own, author_id: person, signed: thing, body: words },
    { purposes: ['correspond'] },
  ),
  paper: table(
    [mine('thread_id', 'delete'), { edge: 'access', by: 'author_id', onErasure: 'leave', notExported: 'made up' }],
    { customer_id: thing, id: renewed, thread_id: own, author_id: person, content_key: { ...own, category: 'credential' } },
    { file: { store: 'attachments', key: "t.customer_id || '/' || t.id" } },
  ),
  letter: table(
    [mine('address', 'delete', { address: true })],
    { id: own, address, due_at: thing },
    { role: 'controller', purposes: ['inform'], retention: { rule: 'due', column: 'due_at', period: 'P30D', from, end: 'delete' } },
  ),
  // Two steps to someone who may have no account.
  letter_part: table([mine('letter_id', 'delete')], { id: own, letter_id: own }, { purposes: ['inform'], role: 'controller' }),
  lead: table(
    [mine('address', 'anonymise', { address: true }), { edge: 'access', by: 'seller_id', onErasure: 'take-out' }],
    { id: own, address, name, note: words, seller_id: person, due_at: thing },
    {
      role: 'controller',
      purposes: ['administer-customer'],
      retention: { rule: 'due', column: 'due_at', period: 'P3Y', from, end: 'anonymise' },
    },
  ),
  // Found backwards: an invitation is whose use of it there is.
  invitation: table([mine('id', 'delete', { through: { table: 'invitation_use', column: 'invitation_id' } })], {
    customer_id: thing,
    id: own,
  }),
  invitation_use: table([mine('account_id', 'delete', { when: 't.counted' })], {
    customer_id: thing,
    invitation_id: own,
    account_id: own,
    counted: thing,
  }),
  role: table([mine('account_id', 'delete')], { account_id: own }, { decidesAccess: 'says who may do what', role: 'controller' }),
  lock: {
    noPerson: 'a lock',
    columns: { id: thing, due_at: thing },
    retention: { rule: 'due', column: 'due_at', period: 'P1D', from, end: 'delete' },
  },
};

const key = (table: string, columns: string, parent: string, parentColumns: string): ForeignKey => ({
  table,
  columns: columns.split(' '),
  parent,
  parentColumns: parentColumns.split(' '),
});

export const catalog: Catalog = {
  foreignKeys: [
    key('thread', 'account_id', 'account', 'id'),
    key('thread', 'customer_id course_id', 'course', 'customer_id id'),
    key('message', 'customer_id thread_id', 'thread', 'customer_id id'),
    key('message', 'author_id', 'account', 'id'),
    key('paper', 'customer_id thread_id', 'thread', 'customer_id id'),
    key('paper', 'author_id', 'account', 'id'),
    key('letter_part', 'letter_id', 'letter', 'id'),
    key('lead', 'seller_id', 'account', 'id'),
    key('invitation_use', 'customer_id invitation_id', 'invitation', 'customer_id id'),
    key('invitation_use', 'account_id', 'account', 'id'),
    key('role', 'account_id', 'account', 'id'),
  ],
  primaryKeys: {
    account: ['id'],
    course: ['customer_id', 'id'],
    thread: ['customer_id', 'id'],
    message: ['customer_id', 'id'],
    paper: ['customer_id', 'id'],
    letter: ['id'],
    letter_part: ['id'],
    lead: ['id'],
    invitation: ['customer_id', 'id'],
    invitation_use: ['customer_id', 'invitation_id', 'account_id'],
    role: ['account_id'],
    lock: ['id'],
  },
  columns: Object.fromEntries(Object.entries(map).map(([name, entry]) => [name, Object.keys(entry.columns)])),
};

/** Without the rows that are found backwards: a backup refuses them. */
export function forBackup(): { map: Record<string, Entry>; catalog: Catalog } {
  const { invitation: _, invitation_use: __, ...rest } = map;
  return { map: rest, catalog: { ...catalog, foreignKeys: catalog.foreignKeys.filter(({ table: name }) => name !== 'invitation_use') } };
}
