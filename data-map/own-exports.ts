import { thing, type Personal, type RoomMap } from './entry.ts';

const made: Personal = { category: 'choice', provided: 'observed', export: 'as-is', erase: 'keep' };

export const ownExports = {
  own_export: {
    title: { sv: 'Filer som du har gjort med dina uppgifter', en: 'Files that you have made of your data' },
    purposes: ['accountability'],
    role: 'controller',
    retention: {
      rule: 'due',
      column: 'expires_at',
      period: 'P7D',
      from: { sv: 'att du bad om filen', en: 'asking for the file' },
      end: 'delete',
    },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    file: { store: 'exports', key: "t.id || '/' || t.id", notExported: 'it is a copy of what the extract shows' },
    columns: {
      id: { ...made, export: { never: 'an internal id without meaning outside the system' }, erase: 'renew' },
      account_id: { ...made, category: 'account', export: { never: "the account's own id stands first in the export" }, erase: 'repoint' },
      client_id: thing('makes a double press one file'),
      language: { ...made, category: 'preference' },
      content_key: {
        ...made,
        category: 'credential',
        protection: 'sealed',
        export: { never: 'opens the file, which is an extract already' },
      },
      requested_at: made,
      parts_done: thing('a count'),
      parts_total: thing('a count'),
      finished_at: made,
      failed_at: thing('a time'),
      bytes: made,
      sha256: thing("the file's digest"),
      expires_at: made,
    },
  },
} satisfies RoomMap<'own_export'>;
