import { held, ofTables, type Store } from './store.ts';

/** Copies, and what opens them. */
export const storesOfBackups = {
  backups: {
    path: 'backups',
    title: { sv: 'Säkerhetskopior', en: 'Backups' },
    service: 'backups',
    holds: {
      sv: 'alla tabeller utom inloggningar, länkar och köer, och filerna till dem; varje persons rader är låsta med en egen nyckel, hos varje kund med ännu en, och helheten är krypterad',
      en: "every table but sessions, links and queues, and their files; each person's rows sealed with a key of their own, at each customer with one more, the whole encrypted (age)",
    },
    onErasure: {
      sv: 'personens nyckel tas bort ur nyckelringen, och från den stunden kan ingen kopia läsas om personen; det som bara raderas hos en kund har en nyckel för sig',
      en: "the person's key goes from the keyring, and no backup can be read about them from then on; what is erased at one customer alone has a key of its own",
    },
    retention: 'P35D',
    answers: {
      categories: held,
      special: 'possible',
      purposes: ['accountability'],
      role: 'both',
      path: 'the same foreign keys as the tables',
      edge: 'co-own',
      onExport: { sv: 'inte: kopior av det som utdraget redan visar', en: 'not: copies of what the export shows already' },
      from: { sv: 'kopian skrevs', en: 'the backup was written' },
      seenBy: [],
      encrypted: 'per-person',
      source: ofTables,
    },
  },
  keyring: {
    path: 'keyring',
    title: { sv: 'Nyckelringen till säkerhetskopiorna', en: 'The keyring of the backups' },
    service: 'keyring',
    holds: {
      sv: 'en slumpad nyckel per person, per kund och per person hos en kund, låst med installationens hemlighet',
      en: "one random key a person, a customer and a person at a customer, sealed with the installation's secret, under the account's or the customer's id or a keyed digest of an address; who is at which customer stands sealed",
    },
    onErasure: { sv: 'personens rader tas bort innan raderingen är klar', en: "the person's lines are removed before the erasure is done" },
    retention: 'P42D',
    answers: {
      categories: ['account'],
      special: 'no',
      purposes: ['erase-completely'],
      role: 'controller',
      path: "account.id, the line's name",
      edge: 'own',
      onExport: { sv: 'inte: en nyckel säger inget om personen', en: 'not: a key says nothing of the person' },
      from: { sv: 'att ingen kopia längre behöver nyckeln', en: 'no backup needing the key any longer' },
      seenBy: [],
      encrypted: 'whole',
      source: { sv: 'slumpas av systemet', en: 'made at random by the system' },
    },
  },
} as const satisfies Record<string, Store>;
