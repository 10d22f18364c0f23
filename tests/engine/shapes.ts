import type { Column, Edge, Entry, PersonalTable } from '../../data-map/index.ts';

/** Made-up tables in K9db's shapes (Albab et al., OSDI 2023), and a made-up map of them: the engine is given both. */
export const schema = `
  drop schema public cascade;
  create schema public;
  create table account (id uuid primary key, kind text not null default 'personal', email text, name text, created_at timestamptz);
  create table held (account_id uuid);
  create function app.held_people() returns uuid[] language sql stable return array(select account_id from held);
  create table note (id uuid primary key, account_id uuid not null references account on update cascade, body text, due_at timestamptz);
  create table folder (id uuid primary key, account_id uuid not null references account on update cascade);
  create table page (id uuid primary key, folder_id uuid not null references folder on update cascade on delete cascade, body text);
  create table line (id uuid primary key, page_id uuid not null references page on update cascade on delete cascade, body text);
  create table parcel (id uuid primary key, sender_id uuid references account on update cascade, receiver_id uuid references account on update cascade, body text);
  create table review (id uuid primary key, author_id uuid not null references account on update cascade, about_id uuid not null references account on update cascade, body text);
  create table person_of_staff (id uuid primary key, account_id uuid not null references account on update cascade, manager_id uuid references account on update cascade);
  create table reply (id uuid primary key, author_id uuid not null references account on update cascade, parent_id uuid references reply on update cascade, body text);
  create table document (id uuid primary key, kind text not null, account_id uuid not null references account on update cascade, body text);
  grant usage on schema public to kursiv_runtime;
  grant all on all tables in schema public to kursiv_runtime;
`;

const own: Column = { category: 'correspondence', export: 'as-is', erase: 'keep' };
const blanked: Column = { ...own, erase: { blank: "''" } };
const repointed: Column = { ...own, export: 'redacted', erase: 'repoint' };
const renewed: Column = { ...own, erase: 'renew' };
const thing: Column = { personal: false, because: 'made up' };

const table = (edges: [Edge, ...Edge[]], columns: Record<string, Column>, more: Partial<PersonalTable> = {}): Entry => ({
  title: { sv: 'Påhittad', en: 'Made up' },
  purposes: ['deliver-course'],
  role: 'controller',
  retention: { rule: 'with-account' },
  edges,
  columns,
  ...more,
});

export const shapes: Record<string, Entry> = {
  account: table([{ edge: 'own', by: 'id', onErasure: 'delete' }], { id: own, kind: thing, email: own, name: own, created_at: own }),
  held: { noPerson: 'made up', columns: { account_id: thing } },
  // One owner.
  note: table(
    [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    { id: own, account_id: repointed, body: own, due_at: thing },
    { retention: { rule: 'due', column: 'due_at', period: 'P30D', from: { sv: 'skrivs', en: 'is written' }, end: 'delete' } },
  ),
  folder: table([{ edge: 'own', by: 'account_id', onErasure: 'delete' }], { id: own, account_id: repointed }),
  // Transitive: a page is whose the folder is.
  page: table([{ edge: 'own', by: 'folder_id', onErasure: 'delete' }], { id: own, folder_id: thing, body: own }),
  // Deep: three steps.
  line: table([{ edge: 'own', by: 'page_id', onErasure: 'delete' }], { id: own, page_id: thing, body: own }),
  // Two owners: each may take the row out, and it stays for the other.
  parcel: table(
    [
      { edge: 'own', by: 'sender_id', onErasure: 'anonymise' },
      { edge: 'own', by: 'receiver_id', onErasure: 'anonymise' },
    ],
    { id: renewed, sender_id: repointed, receiver_id: repointed, body: blanked },
  ),
  // Owner and accessor: it is the author's, and tells of someone.
  review: table(
    [
      { edge: 'own', by: 'author_id', onErasure: 'delete' },
      { edge: 'access', by: 'about_id', onErasure: 'take-out' },
    ],
    { id: own, author_id: repointed, about_id: repointed, body: own },
  ),
  // Self-reference by people: who leads whom.
  person_of_staff: table(
    [
      { edge: 'own', by: 'account_id', onErasure: 'delete' },
      { edge: 'access', by: 'manager_id', onErasure: 'take-out' },
    ],
    { id: own, account_id: repointed, manager_id: repointed },
  ),
  // Self-reference by rows: an answer stands though what it answers is nobody's.
  reply: table(
    [
      { edge: 'own', by: 'author_id', onErasure: 'anonymise' },
      { edge: 'access', by: 'parent_id', onErasure: 'leave', notExported: "another's words, found by what they answer" },
    ],
    { id: renewed, author_id: repointed, parent_id: thing, body: blanked },
  ),
  // Variable ownership: whose it is depends on the row.
  document: table(
    [
      { edge: 'own', by: 'account_id', when: "t.kind = 'private'", onErasure: 'delete' },
      { edge: 'access', by: 'account_id', when: "t.kind = 'common'", onErasure: 'take-out' },
    ],
    { id: own, kind: thing, account_id: repointed, body: own },
  ),
};

/** Everything twice: of one who goes, and of one who stays. */
export const rowsOf = (gone: string, stays: string): [string, unknown[]][] => [
  ['insert into note values ($1, $2, $3, $4)', [id(1), gone, 'gone note', '2026-01-01']],
  ['insert into note values ($1, $2, $3, $4)', [id(2), stays, 'stays note', '2027-06-01']],
  ['insert into folder values ($1, $2)', [id(3), gone]],
  ['insert into folder values ($1, $2)', [id(4), stays]],
  ['insert into page values ($1, $2, $3)', [id(5), id(3), 'gone page']],
  ['insert into page values ($1, $2, $3)', [id(6), id(4), 'stays page']],
  ['insert into line values ($1, $2, $3)', [id(7), id(5), 'gone line']],
  ['insert into line values ($1, $2, $3)', [id(8), id(6), 'stays line']],
  ['insert into parcel values ($1, $2, $3, $4)', [id(9), gone, stays, 'gone parcel']],
  ['insert into parcel values ($1, $2, $3, $4)', [id(10), stays, gone, 'gone parcel too']],
  ['insert into parcel values ($1, $2, $2, $3)', [id(11), stays, 'stays parcel']],
  ['insert into review values ($1, $2, $3, $4)', [id(12), gone, stays, 'gone review']],
  ['insert into review values ($1, $2, $3, $4)', [id(13), stays, gone, 'stays review']],
  ['insert into person_of_staff values ($1, $2, $3)', [id(14), stays, gone]],
  ['insert into person_of_staff values ($1, $2, $3)', [id(15), gone, stays]],
  ['insert into reply values ($1, $2, null, $3)', [id(16), gone, 'gone reply']],
  ['insert into reply values ($1, $2, $3, $4)', [id(17), stays, id(16), 'stays reply']],
  ["insert into document values ($1, 'private', $2, $3)", [id(18), gone, 'gone document']],
  ["insert into document values ($1, 'common', $2, $3)", [id(19), gone, 'stays document']],
  ["insert into document values ($1, 'private', $2, $3)", [id(20), stays, 'stays private']],
];

export const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
