import { thing, type Personal, type RoomMap } from './entry.ts';

const decided: Personal = { category: 'account', provided: 'observed', seenBy: ['desk'], export: 'as-is', erase: 'keep' };
const written: Personal = { ...decided, maybeSpecial: true, erase: { blank: "'...'" } };

const madeAtWork = 'the decision and the appeal are about another person; whoever decided did so at work';

/** N-30: warnings and the end of an account after a breach of the terms, with the appeal. */
export const termsDecisions = {
  terms_decision: {
    title: { sv: 'Beslut efter brott mot villkoren', en: 'Decisions after breaches of the terms' },
    purposes: ['accountability'],
    decidesAccess: 'whether an account has been ended decides whether it can be opened again',
    role: 'controller',
    retention: { rule: 'with-account' },
    source: { sv: 'den som driver tjänsten', en: 'whoever runs the service' },
    edges: [
      { edge: 'own', by: 'account_id', onErasure: 'delete' },
      { edge: 'access', by: 'decided_by', onErasure: 'take-out', notExported: madeAtWork },
      { edge: 'access', by: 'answered_by', onErasure: 'take-out', notExported: madeAtWork },
    ],
    columns: {
      id: { ...decided, export: { never: 'an internal id without meaning outside the system' }, erase: 'renew' },
      account_id: { ...decided, export: { never: "the account's own id stands first in the export" }, erase: 'repoint' },
      kind: decided,
      rule: decided,
      reason: written,
      client_id: thing('makes a double press one decision'),
      decided_by: { ...decided, export: 'redacted', erase: 'repoint' },
      decided_at: decided,
      appeal_until: decided,
      appeal: { ...written, provided: 'by-person' },
      appealed_at: decided,
      answered_by: { ...decided, export: 'redacted', erase: 'repoint' },
      answered_at: decided,
      outcome: decided,
      answer: written,
    },
  },
} satisfies RoomMap<'terms_decision'>;
