import { aside, thing, type Personal, type RoomMap } from './entry.ts';

const written: Personal = { category: 'correspondence', provided: 'by-person', export: 'as-is', erase: { blank: "''" } };

export const mailIn = {
  inbound_mail: {
    title: { sv: 'Mejl från dig som är på väg till sitt ärende', en: 'Mail from you on its way to its case' },
    purposes: ['answer-enquiry', 'correspond'],
    role: 'controller',
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P30D',
      from: { sv: 'mejlet kom', en: 'the mail came' },
      end: 'delete',
    },
    edges: [{ edge: 'own', by: 'from_address', address: true, setAside: { by: 'restriction_id' }, onErasure: 'delete' }],
    columns: {
      id: { category: 'correspondence', export: { never: 'an internal id without meaning outside the system' }, erase: 'renew' },
      message_key: thing('a digest by which the same mail is known when it comes twice'),
      from_address: { category: 'contact', provided: 'by-person', export: 'as-is', erase: { blank: 'null' } },
      subject: { ...written, maybeSpecial: true },
      body: { ...written, maybeSpecial: true },
      reply_kind: thing('whether it answers a case or a thread'),
      reply_id: {
        category: 'correspondence',
        export: { never: 'an internal id without meaning outside the system' },
        erase: { blank: 'null' },
      },
      state: { category: 'correspondence', provided: 'observed', export: 'as-is', erase: 'keep' },
      attempts: thing('a count'),
      problem: thing('the kind of fault, never its text'),
      received_at: { category: 'correspondence', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      handled_at: { category: 'correspondence', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      due_at: thing('when the row goes'),
      restriction_id: aside,
    },
  },
} satisfies RoomMap<'inbound_mail'>;
