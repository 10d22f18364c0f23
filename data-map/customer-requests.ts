import { thing, whichCustomer, type Personal, type RoomMap } from './entry.ts';

const internal = 'an internal id without meaning outside the system';
const asked: Personal = {
  category: 'choice',
  provided: 'by-person',
  seenBy: ['customer-administrators', 'officers'],
  export: 'as-is',
  erase: 'keep',
};
const step: Personal = { ...asked, provided: 'observed' };
const look: Personal = { category: 'look', provided: 'observed', export: { never: internal }, erase: 'keep' };

/** N-43: requests about data that a customer answers for, on the customer's own desk. */
export const customerRequests = {
  customer_request: {
    title: { sv: 'Det du har begärt av den som ger kursen', en: 'What you have asked of whoever gives the course' },
    purposes: ['answer-data-subject'],
    role: 'processor',
    subjects: ['others', 'students'],
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P1Y',
      from: { sv: 'att begäran besvarades', en: 'the answer to the request' },
      end: 'delete',
    },
    edges: [
      {
        edge: 'own',
        by: 'email',
        address: true,
        setAside: { never: 'it is how the person asks for their rights (Art. 18(2))' },
        onErasure: 'delete',
      },
      {
        edge: 'access',
        by: 'stepped_by',
        onErasure: 'take-out',
        notExported: "the request is another person's; whoever answered it for the customer did so at work",
      },
    ],
    columns: {
      customer_id: whichCustomer,
      id: { ...asked, export: { never: internal }, erase: 'renew' },
      request_id: thing('which request it was, so that it is handed over once'),
      kind: asked,
      email: { ...asked, category: 'contact', erase: { blank: "''" } },
      body: { ...asked, category: 'correspondence', maybeSpecial: true, erase: { blank: "''" } },
      language: { ...asked, category: 'preference', provided: 'observed' },
      received_at: { ...step, erase: 'coarsen' },
      answer_by: thing('by when the law wants it answered'),
      handed_at: { ...step, erase: 'coarsen' },
      state: step,
      note: { ...step, category: 'correspondence', maybeSpecial: true, erase: { blank: "'...'" } },
      stepped_by: { ...step, export: 'redacted', erase: 'repoint' },
      stepped_at: { ...step, erase: 'coarsen' },
      link_id: { ...asked, export: { never: internal }, erase: 'renew' },
      link_expires_at: thing('how long the link to the answer holds'),
      restricted_at: step,
      lifts_at: step,
      lifted_at: step,
      due_at: thing('when the row goes'),
      reminded: thing('how many reminders the customer has got'),
      erasure_id: thing('the receipt of what was erased, which does not say whose it was'),
    },
  },
  customer_request_look: {
    title: {
      sv: 'Tillfällen då den som ger kursen har läst det du har begärt',
      en: 'Occasions when whoever gives the course read what you have asked',
    },
    purposes: ['answer-data-subject', 'accountability'],
    role: 'processor',
    retention: { rule: 'with-row', of: 'customer_request' },
    edges: [{ edge: 'own', by: 'request_id', onErasure: 'delete' }],
    columns: { customer_id: whichCustomer, request_id: look, log_id: look },
  },
} satisfies RoomMap<'customer_request' | 'customer_request_look'>;
