import { thing, whichCustomer, type Edge, type Personal, type RoomMap } from './entry.ts';

const internal = 'an internal id without meaning outside the system';
const price = thing('what a course costs');
const ours = thing('the company that sells');
/** Kept with the purchase: the service, and what either side may claim (E-21). */
const kept: Personal = { category: 'purchase', provided: 'observed', seenBy: ['sellers'], export: 'as-is', erase: 'keep' };
const typed: Personal = { ...kept, provided: 'by-person' };
/** What would lead from a purchase that is kept to what was learnt: it goes with the account. */
const towardsCourse: Personal = { category: 'purchase', export: { never: internal }, erase: { blank: 'null' } };
const look: Personal = { category: 'look', provided: 'observed', export: { never: internal }, erase: 'keep' };

const claims: Edge['keptBy'] = {
  sv: 'konsumentköplagen (2022:260): du kan klaga på en kurs i tre år, och vi måste kunna visa vad som har betalats (dataskyddsförordningen artikel 17.3 e)',
  en: 'the Swedish Consumer Sales Act (2022:260): you may complain of a course for three years, and we must be able to show what has been paid (GDPR Article 17(3)(e))',
};
const books: Edge['keptBy'] = {
  sv: 'bokföringslagen (1999:1078) 7 kap. 2 §: verifikationer sparas i sju år (dataskyddsförordningen artikel 17.3 b)',
  en: 'the Swedish Bookkeeping Act (1999:1078), chapter 7, section 2: vouchers are kept for seven years (GDPR Article 17(3)(b))',
};

/** What private persons buy from us (E-06), and what is kept of it, apart from account and course (E-21). */
export const shop = {
  seller: {
    noPerson: 'the company that sells, as every buyer is told',
    columns: {
      only_one: ours,
      customer_id: whichCustomer,
      name: ours,
      org_number: ours,
      vat_number: ours,
      address: ours,
      bankgiro: ours,
      payment_days: ours,
      saved_at: thing('when it was written'),
    },
  },
  course_price: {
    noPerson: 'what a course costs, as everyone sees it',
    columns: {
      customer_id: whichCustomer,
      course_id: price,
      ore: price,
      vat_percent: price,
      access_days: price,
      batch_id: thing('where keys of those who buy are made'),
      on_sale: price,
      saved_at: thing('when it was written'),
    },
  },
  checkout: {
    title: { sv: 'En beställning som du inte har bekräftat', en: 'An order that you have not confirmed' },
    purposes: ['sell'],
    role: 'controller',
    subjects: ['buyers'],
    retention: { rule: 'due', column: 'due_at', period: 'P1D', from: { sv: 'att du fyllde i den', en: 'you filled it in' }, end: 'delete' },
    edges: [
      {
        edge: 'own',
        by: 'email',
        address: true,
        setAside: { never: 'only the person reads it, by a link that is mailed to them' },
        onErasure: 'delete',
      },
    ],
    columns: {
      id: { ...kept, seenBy: [], export: { never: internal }, erase: 'renew' },
      client_id: { ...kept, seenBy: [], export: { never: internal }, erase: 'renew' },
      customer_id: whichCustomer,
      course_id: price,
      email: { ...typed, category: 'contact', seenBy: [], erase: { blank: "''" } },
      given_name: { ...typed, category: 'identity', seenBy: [], erase: { blank: "''" } },
      family_name: { ...typed, category: 'identity', seenBy: [], erase: { blank: "''" } },
      language: { ...kept, category: 'preference', seenBy: [] },
      payment_method: { ...typed, seenBy: [] },
      asked_at: { ...kept, seenBy: [], erase: 'coarsen' },
      due_at: thing('when the row goes'),
    },
  },
  purchase: {
    title: { sv: 'Det du har köpt', en: 'What you have bought' },
    purposes: ['sell', 'keep-books'],
    role: 'controller',
    subjects: ['buyers'],
    retention: { rule: 'due', column: 'due_at', period: 'P3Y', from: { sv: 'köpet', en: 'the purchase' }, end: 'delete' },
    edges: [
      {
        edge: 'own',
        by: 'email',
        address: true,
        setAside: { never: 'it shows what either side may claim of the other (Art. 18(2))' },
        onErasure: 'keep',
        keptBy: claims,
      },
    ],
    columns: {
      id: { ...kept, export: { never: internal } },
      number: kept,
      customer_id: whichCustomer,
      course_id: towardsCourse,
      key_id: towardsCourse,
      course_title: { ...kept, erase: { blank: "''" } },
      email: { ...typed, category: 'contact', correctedAs: 'address' },
      given_name: { ...typed, category: 'identity', correctedAs: 'given name' },
      family_name: { ...typed, category: 'identity', correctedAs: 'family name' },
      language: { ...kept, category: 'preference' },
      payment_method: typed,
      ore: kept,
      vat_percent: thing('the rate of a price'),
      // A day is enough to tell how long either side may claim.
      ordered_at: { ...kept, erase: 'coarsen' },
      pay_by: { ...kept, erase: 'coarsen' },
      reminded_at: { ...kept, erase: 'coarsen' },
      paid_at: { ...kept, erase: 'coarsen' },
      withdrawn_at: { ...kept, erase: 'coarsen' },
      cancelled_at: { ...kept, erase: 'coarsen' },
      refunded_at: { ...kept, erase: 'coarsen' },
      due_at: thing('when the row goes'),
    },
  },
  purchase_look: {
    title: { sv: 'Tillfällen då vi har läst om ditt köp', en: 'Occasions when we read about your purchase' },
    purposes: ['sell', 'accountability'],
    role: 'controller',
    retention: { rule: 'with-row', of: 'access_log' },
    edges: [{ edge: 'own', by: 'purchase_id', onErasure: 'delete' }],
    columns: { purchase_id: look, log_id: look },
  },
  // BFL 5:7 asks for the other party, and no more. When the purchase has gone, nothing leads from an address to it.
  voucher: {
    title: { sv: 'Vår bokföring av det du har köpt', en: 'Our bookkeeping of what you have bought' },
    purposes: ['keep-books', 'sell'],
    role: 'controller',
    subjects: ['buyers'],
    retention: {
      rule: 'due',
      column: 'due_at',
      period: 'P7Y',
      from: { sv: 'utgången av det år då köpet gjordes', en: 'the end of the year of the purchase' },
      fromYearEnd: true,
      end: 'delete',
    },
    edges: [{ edge: 'own', by: 'purchase_id', onErasure: 'keep', keptBy: books }],
    columns: {
      number: { ...kept, seenBy: ['bookkeepers'] },
      kind: { ...kept, seenBy: ['bookkeepers'] },
      credits: { ...kept, seenBy: ['bookkeepers'] },
      purchase_id: { ...kept, seenBy: [], export: { never: internal } },
      reference: { ...kept, seenBy: ['bookkeepers'] },
      counterparty: { ...typed, category: 'identity', seenBy: ['bookkeepers'] },
      ore: { ...kept, seenBy: ['bookkeepers'] },
      vat_ore: { ...kept, seenBy: ['bookkeepers'] },
      vat_percent: thing('the rate of a price'),
      seller: thing('the company that sold, as it was then'),
      happened_on: { ...kept, seenBy: ['bookkeepers'] },
      made_at: { ...kept, seenBy: ['bookkeepers'] },
      due_at: thing('when the row goes'),
    },
  },
} satisfies RoomMap<'seller' | 'course_price' | 'checkout' | 'purchase' | 'purchase_look' | 'voucher'>;
