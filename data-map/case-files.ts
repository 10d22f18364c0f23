import { thing, type Personal, type RoomMap } from './entry.ts';

const internal = 'an internal id without meaning outside the system';
const leadsOn: Personal = { category: 'correspondence', export: { never: internal }, erase: 'keep' };
const seen: Personal = { category: 'correspondence', provided: 'derived', seenBy: ['desk'], export: 'as-is', erase: 'keep' };
const contentKey: Personal = {
  category: 'correspondence',
  export: { never: 'it only opens the file, and the file itself is in the extract' },
  erase: 'keep',
};
const name: Personal = { ...seen, provided: 'by-person', maybeSpecial: true, erase: { blank: "'fil'" } };

/** Files that come with what is written to the operator. */
export const caseFiles = {
  enquiry_file: {
    title: { sv: 'Filer i dina ärenden hos oss', en: 'Files of your cases with us' },
    purposes: ['answer-enquiry', 'answer-data-subject'],
    role: 'controller',
    retention: { rule: 'with-row', of: 'enquiry' },
    file: { store: 'attachments', key: "t.enquiry_id || '/' || t.id" },
    edges: [
      { edge: 'own', by: 'enquiry_id', onErasure: 'delete' },
      // What one of the operator's people sent stays the sender's, as the answer that it came with.
      { edge: 'access', by: 'message_id', onErasure: 'leave' },
    ],
    columns: {
      id: leadsOn,
      enquiry_id: leadsOn,
      message_id: leadsOn,
      place: thing("the file's place in its message"),
      name,
      type: seen,
      bytes: seen,
      content_key: contentKey,
      created_at: { ...seen, provided: 'observed', erase: 'coarsen' },
    },
  },
  inbound_file: {
    title: { sv: 'Filer i ett mejl från dig som är på väg till sitt ärende', en: 'Files of a mail from you on its way to its case' },
    purposes: ['answer-enquiry', 'correspond'],
    role: 'controller',
    retention: { rule: 'with-row', of: 'inbound_mail' },
    file: { store: 'attachments', key: "t.mail_id || '/' || t.id" },
    edges: [{ edge: 'own', by: 'mail_id', onErasure: 'delete' }],
    columns: {
      id: leadsOn,
      mail_id: leadsOn,
      place: thing("the file's place in the mail"),
      name: { ...name, seenBy: [] },
      type: { ...seen, seenBy: [] },
      bytes: { ...seen, seenBy: [] },
      content_key: contentKey,
    },
  },
} satisfies RoomMap<'enquiry_file' | 'inbound_file'>;
