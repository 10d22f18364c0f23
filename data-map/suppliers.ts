import { thing, type RoomMap } from './entry.ts';

/** Art. 19: what suppliers have been told of erasures, and what they have answered. */
export const suppliers = {
  supplier_notice: {
    noPerson: 'that a supplier was told of an erasure, by its number; it goes with the note of the erasure',
    columns: {
      id: thing("the notice's number"),
      erasure_id: thing("the erasure's number"),
      supplier: thing('a company'),
      services: thing('what the company does for us'),
      state: thing('how far it is'),
      created_at: thing('a time'),
      tried_at: thing('a time'),
      confirmed_at: thing('a time'),
      attempts: thing('a count'),
      problem: thing('a kind of problem, never the words of an answer'),
      answer: thing("the supplier's signed receipt, which names the notice only, or what the officer noted of it"),
    },
  },
  supplier_notice_address: {
    noPerson: 'an address that only the secret of the installation opens; it goes when the supplier has answered, and is in no backup',
    retention: { rule: 'due', column: 'due_at', period: 'P30D', from: { sv: 'raderingen', en: 'the erasure' }, end: 'delete' },
    columns: {
      notice_id: thing("the notice's number"),
      sealed: thing('sealed for the one notice'),
      due_at: thing('when the row goes'),
    },
  },
} satisfies RoomMap<'supplier_notice' | 'supplier_notice_address'>;
