import { thing, type Personal, type RoomMap } from './entry.ts';

const internal = 'an internal id without meaning outside the system';
const asked: Personal = { category: 'choice', provided: 'by-person', seenBy: ['officers'], export: 'as-is', erase: 'keep' };
const step: Personal = { category: 'choice', provided: 'observed', seenBy: ['officers'], export: 'as-is', erase: 'keep' };
const look: Personal = { category: 'look', provided: 'observed', export: { never: internal }, erase: 'keep' };

/** What people ask for under the GDPR. Kept for a year, to show that it was answered in time (Art. 5(2)). */
export const requests = {
  data_request: {
    title: { sv: 'Det du har begärt om dina uppgifter', en: 'What you have asked about your data' },
    purposes: ['answer-data-subject'],
    role: 'controller',
    subjects: ['others', 'users'],
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P1Y',
      from: { sv: 'att begäran besvarades', en: 'the answer to the request' },
      also: { period: 'P30D', about: { sv: 'begäranden som aldrig bekräftades', en: 'requests that were never confirmed' } },
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
    ],
    columns: {
      id: { ...asked, export: { never: internal }, erase: 'renew' },
      kind: asked,
      email: { ...asked, category: 'contact', erase: { blank: "''" } },
      body: { ...asked, category: 'correspondence', maybeSpecial: true, erase: { blank: "''" } },
      language: { ...asked, category: 'preference', provided: 'observed' },
      client_id: { ...asked, export: { never: internal }, erase: 'renew' },
      state: step,
      received_at: { ...step, erase: 'coarsen' },
      answer_by: thing('by when the law wants it answered'),
      reminded: thing('which reminders the officer has had'),
      link_id: { ...asked, export: { never: internal }, erase: 'renew' },
      link_expires_at: thing('how long the link to the answer holds'),
      // Art. 18: from when to when what is held under the address stands aside; the person is told the day before it comes (18(3)).
      restricted_at: step,
      lifts_at: step,
      lifted_at: step,
      due_at: thing('when the row goes'),
    },
  },
  data_request_event: {
    title: { sv: 'Vad som har hänt med det du har begärt', en: 'What has happened to your requests' },
    purposes: ['answer-data-subject'],
    role: 'controller',
    retention: { rule: 'with-row', of: 'data_request' },
    edges: [
      { edge: 'own', by: 'request_id', onErasure: 'delete' },
      // Whoever decided is of the operator's people: the decision stays the asker's, without their name.
      { edge: 'access', by: 'actor_id', onErasure: 'take-out' },
    ],
    columns: {
      request_id: { ...step, export: { never: internal } },
      number: thing('its place among the steps'),
      state: step,
      actor_id: { ...step, export: 'redacted', erase: 'repoint' },
      at: { ...step, erase: 'coarsen' },
      note: { ...step, category: 'correspondence', maybeSpecial: true, erase: { blank: "'...'" } },
      receipt: thing('counts by table'),
    },
  },
  data_request_look: {
    title: { sv: 'Tillfällen då vi har läst det du har begärt', en: 'Occasions when we read what you have asked' },
    purposes: ['answer-data-subject', 'accountability'],
    role: 'controller',
    retention: { rule: 'with-row', of: 'data_request' },
    edges: [{ edge: 'own', by: 'request_id', onErasure: 'delete' }],
    columns: { request_id: look, log_id: look },
  },
} satisfies RoomMap<'data_request' | 'data_request_event' | 'data_request_look'>;
