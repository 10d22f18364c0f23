import { thing, whichCustomer, type Personal, type RoomMap } from './entry.ts';

const choice: Personal = { category: 'choice', provided: 'by-person', export: 'as-is', erase: 'keep' };
const look: Personal = { category: 'look', provided: 'observed', export: 'as-is', erase: 'keep' };
const held: Personal = { category: 'account', provided: 'observed', seenBy: ['officers'], export: 'as-is', erase: 'keep' };
const salt = 'a random number that only binds the look into its chain';
const byAddress = 'it is found by its address, or by the account that has taken it';
const proof = { sv: 'utskicket', en: 'the sending' };

export const privacy = {
  document_version: {
    noPerson: "the operator's published texts",
    columns: {
      kind: thing('which text'),
      version: thing('its number'),
      text_sv: thing('the text'),
      text_en: thing('the text'),
      own_sv: thing("the operator's own words in it"),
      own_en: thing("the operator's own words in it"),
      text_hash: thing("the text's hash"),
      in_force_at: thing('from when it holds'),
      applies_to: thing('whom it is for'),
      announced_at: thing('when everyone had been told'),
    },
  },
  ledger: {
    title: { sv: 'Dina godkännanden och samtycken', en: 'Your acceptances and consents' },
    purposes: ['accountability'],
    decidesAccess: 'whether the terms are accepted and a consent holds decides what may be done',
    role: 'controller',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      account_id: { category: 'account', export: { never: "the account's own id stands first in the export" }, erase: 'repoint' },
      id: { ...choice, erase: 'renew' },
      event: choice,
      about: choice,
      state: choice,
      version: choice,
      text_hash: choice,
      form_fingerprint: choice,
      language: choice,
      at: { ...choice, erase: 'coarsen' },
    },
  },
  // N-60: a look is kept a year for the person looked at. Whoever looked is named to the operator,
  // and as a unit to the person (C-579/21).
  access_log: {
    title: { sv: 'Tillfällen då någon har tittat på personuppgifter', en: 'Occasions when someone looked at personal data' },
    purposes: ['accountability'],
    role: 'controller',
    retention: { rule: 'due', column: 'due_at', period: 'P1Y', from: { sv: 'tillfället', en: 'the look' }, end: 'delete' },
    edges: [
      { edge: 'access', by: 'actor_id', onErasure: 'take-out' },
      { edge: 'access', by: 'id', through: { table: 'access_log_subject', column: 'log_id' }, onErasure: 'leave' },
      { edge: 'access', by: 'id', through: { table: 'enquiry_look', column: 'log_id' }, onErasure: 'leave' },
      { edge: 'access', by: 'id', through: { table: 'data_request_look', column: 'log_id' }, onErasure: 'leave' },
      { edge: 'access', by: 'id', through: { table: 'customer_request_look', column: 'log_id' }, onErasure: 'leave' },
      { edge: 'access', by: 'id', through: { table: 'address_look', column: 'log_id', by: 'account_id' }, onErasure: 'leave' },
      { edge: 'access', by: 'id', through: { table: 'address_look', column: 'log_id', by: 'address' }, onErasure: 'leave' },
      { edge: 'access', by: 'id', through: { table: 'contact_look', column: 'log_id' }, onErasure: 'leave' },
      { edge: 'access', by: 'id', through: { table: 'purchase_look', column: 'log_id' }, onErasure: 'leave' },
    ],
    columns: {
      id: { ...look, export: { never: 'an internal id without meaning outside the system' } },
      at: look,
      actor_id: { ...look, export: 'redacted', erase: 'repoint' },
      customer_id: whichCustomer,
      purpose: look,
      room: look,
      fields: look,
      due_at: thing('when the row goes'),
      actor_salt: { ...look, export: { never: salt } },
    },
  },
  access_log_subject: {
    title: { sv: 'Vem som har tittat på dina uppgifter', en: 'Who has looked at your data' },
    purposes: ['accountability'],
    role: 'controller',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      log_id: { ...look, export: { never: 'an internal id without meaning outside the system' } },
      account_id: { category: 'account', export: { never: "the account's own id stands first in the export" }, erase: 'repoint' },
      salt: { ...look, export: { never: salt } },
    },
  },
  // A key or an invitation may be for an address without an account: the look is told to the address. They are the customer's, and what
  // hangs on them goes with them where a customer erases, in backups too.
  address_look: {
    title: {
      sv: 'Tillfällen då någon har läst en nyckel eller en inbjudan till dig',
      en: 'Occasions when someone read a key or an invitation that is for you',
    },
    purposes: ['open-course', 'administer-customer', 'accountability'],
    role: 'processor',
    retention: { rule: 'with-row', of: 'access_log' },
    edges: [
      { edge: 'own', by: 'account_id', onErasure: 'delete' },
      { edge: 'own', by: 'address', address: true, setAside: { never: 'nobody but the person is told of it' }, onErasure: 'delete' },
      { edge: 'access', by: 'key_id', onErasure: 'leave', notExported: byAddress },
      { edge: 'access', by: 'invited_id', onErasure: 'leave', notExported: byAddress },
    ],
    columns: {
      customer_id: whichCustomer,
      id: thing('a random id'),
      log_id: { ...look, export: { never: 'an internal id without meaning outside the system' } },
      address: {
        category: 'contact',
        provided: 'observed',
        export: { never: 'it stands with the key or the invitation' },
        erase: { blank: "''" },
      },
      key_id: { ...look, export: { never: 'the key stands by itself' } },
      invited_id: { ...look, export: { never: 'the invitation stands by itself' } },
      account_id: { category: 'account', export: { never: "the account's own id stands first in the export" }, erase: 'repoint' },
    },
  },
  erasure: {
    noPerson: 'the account id is there only while the erasure runs and leaves the row with its last step',
    retention: { rule: 'due', column: 'due_at', period: 'P3Y', from: { sv: 'raderingen', en: 'the erasure' }, end: 'delete' },
    columns: {
      id: thing("the erasure's number"),
      account_id: thing('emptied by the erasure itself, held by a test'),
      way: thing('how it came about'),
      state: thing('how far it is'),
      confirmed: thing('which stores have confirmed'),
      remaining: thing('names of files still to remove; emptied when done'),
      receipt: thing('counts by table'),
      requested_at: thing('when it began'),
      finished_at: thing('when it was done'),
      due_at: thing('when the row goes'),
    },
  },
  restore_drill: {
    noPerson: 'what a restore drill found: counts and a kind of problem',
    retention: { rule: 'due', column: 'due_at', period: 'P1Y', from: { sv: 'övningen', en: 'the drill' }, end: 'delete' },
    columns: {
      id: thing('the drill'),
      started_at: thing('a time'),
      finished_at: thing('a time'),
      backup_made_at: thing('when the backup that was restored was made'),
      state: thing('whether it passed'),
      problem: thing('a kind of problem, never its text'),
      row_count: thing('a count'),
      file_count: thing('a count'),
      due_at: thing('when the row goes'),
    },
  },
  proof_result: {
    noPerson: 'whether a proof of a promise held that day: counts and times',
    retention: { rule: 'due', column: 'due_at', period: 'P2Y', from: { sv: 'provet', en: 'the proof' }, end: 'delete' },
    columns: {
      proof: thing('which proof'),
      day: thing('a day'),
      computed_at: thing('a time'),
      holds: thing('whether it held all day'),
      held_last: thing('whether it held the last time'),
      figures: thing('counts'),
      due_at: thing('when the row goes'),
    },
  },
  proof_fault: {
    noPerson: 'which proofs do not hold now',
    columns: { proof: thing('which proof'), since: thing('from when') },
  },
  retention_run: {
    noPerson: 'counts of what a sweep removed',
    columns: {
      id: thing('the run'),
      started_at: thing('a time'),
      finished_at: thing('a time'),
      counts: thing('counts by table'),
      left_due: thing('counts by rule'),
    },
  },
  mail: {
    title: { sv: 'Mejl vi har skickat till dig', en: 'Mail we have sent you' },
    purposes: ['inform'],
    role: 'controller',
    retention: { rule: 'due', column: 'due_at', period: 'P30D', from: proof, end: 'delete' },
    edges: [
      { edge: 'own', by: 'account_id', onErasure: 'delete' },
      {
        edge: 'own',
        by: 'address',
        address: true,
        setAside: { never: 'it is what is sent to the person, and who asks for it is told nothing else' },
        onErasure: 'delete',
      },
    ],
    columns: {
      id: { category: 'mail', export: { never: 'an internal id without meaning outside the system' }, erase: 'renew' },
      account_id: { category: 'account', export: { never: "the account's own id stands first in the export" }, erase: 'repoint' },
      address: { category: 'contact', provided: 'by-person', export: 'as-is', erase: { blank: 'null' } },
      template: { category: 'mail', provided: 'observed', export: 'as-is', erase: 'keep' },
      language: { category: 'preference', provided: 'observed', export: 'as-is', erase: 'keep' },
      about: thing('ids of what the mail is about'),
      state: { category: 'mail', provided: 'observed', export: 'as-is', erase: 'keep' },
      attempts: thing('a count'),
      bounces: thing('a count'),
      problem: thing("the mail server's kind of refusal, never its text"),
      created_at: { category: 'mail', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      sent_at: { category: 'mail', provided: 'observed', export: 'as-is', erase: 'coarsen' },
      due_at: thing('when the row goes'),
    },
  },
  migration: {
    noPerson: 'which schema changes have run',
    columns: { name: thing('a file name'), hash: thing('its hash'), ran_at: thing('a time') },
  },
  look_link: {
    noPerson: 'digests that bind each look to the one before it; who looked and at whom is told under salts that leave with them',
    columns: {
      chain: whichCustomer,
      number: thing('its place in the chain'),
      log_id: thing('the look, while it is kept'),
      content: thing('a digest'),
      actor: thing('a salted digest'),
      subjects: thing('salted digests'),
      others: thing('a count'),
      due_at: thing('when the look may be gone'),
      digest: thing('a digest'),
    },
  },
  look_anchor: {
    noPerson: 'a digest of all chains on a day',
    columns: { number: thing('its number'), at: thing('a time'), root: thing('a digest') },
  },
  look_anchor_head: {
    noPerson: 'how far each chain had come when it was anchored',
    columns: { anchor: thing('the anchor'), chain: whichCustomer, number: thing("an entry's number") },
  },
  restriction: {
    title: { sv: 'Begränsningar och invändningar', en: 'Restrictions and objections' },
    purposes: ['accountability'],
    decidesAccess: 'what someone has restricted or objected to decides what may be read, whatever the purpose',
    role: 'controller',
    retention: { rule: 'with-account' },
    edges: [{ edge: 'own', by: 'account_id', onErasure: 'delete' }],
    columns: {
      account_id: { category: 'account', export: { never: "the account's own id stands first in the export" }, erase: 'repoint' },
      id: { ...choice, export: { never: 'an internal id without meaning outside the system' }, erase: 'renew' },
      kind: choice,
      purpose: choice,
      began_at: { ...choice, erase: 'coarsen' },
      ended_at: { ...choice, erase: 'coarsen' },
    },
  },
  // Art. 17(3): what a law or a claim keeps, decided by two people. The person sees it like all else.
  legal_hold: {
    title: { sv: 'Uppgifter om dig som måste sparas längre', en: 'Data about you that must be kept longer' },
    purposes: ['accountability'],
    role: 'controller',
    retention: { rule: 'with-account' },
    source: { sv: 'den som driver tjänsten', en: 'whoever runs the service' },
    edges: [
      { edge: 'own', by: 'account_id', onErasure: 'delete' },
      { edge: 'access', by: 'asked_by', onErasure: 'take-out' },
      { edge: 'access', by: 'decided_by', onErasure: 'take-out' },
      { edge: 'access', by: 'lifted_by', onErasure: 'take-out' },
    ],
    columns: {
      id: { ...held, export: { never: 'an internal id without meaning outside the system' }, erase: 'renew' },
      account_id: { ...held, category: 'account', export: { never: "the account's own id stands first in the export" }, erase: 'repoint' },
      law: held,
      reason: { ...held, maybeSpecial: true, erase: { blank: "'...'" } },
      ends_at: held,
      asked_by: { ...held, export: 'redacted', erase: 'repoint' },
      asked_at: held,
      decided_by: { ...held, export: 'redacted', erase: 'repoint' },
      decided_at: held,
      decision: held,
      lifted_by: { ...held, export: 'redacted', erase: 'repoint' },
      lifted_at: held,
    },
  },
} satisfies RoomMap<
  | 'document_version'
  | 'ledger'
  | 'access_log'
  | 'access_log_subject'
  | 'address_look'
  | 'erasure'
  | 'restore_drill'
  | 'proof_result'
  | 'proof_fault'
  | 'retention_run'
  | 'mail'
  | 'migration'
  | 'look_link'
  | 'look_anchor'
  | 'look_anchor_head'
  | 'legal_hold'
  | 'restriction'
>;
