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
  choices: {
    path: 'keyring/choices',
    title: { sv: 'Journalen över val', en: 'The journal of choices' },
    service: 'keyring',
    holds: {
      sv: 'val som någon har gjort mot en behandling (begränsning, invändning, återtaget samtycke, avslutat nyhetsbrev), så att en säkerhetskopia från tiden före inte gör valet ogjort; varje rad är låst med personens nyckel ur nyckelringen och visar bara vilken dag valet gjordes',
      en: "choices that someone has made against a processing (a restriction, an objection, a consent withdrawn, a newsletter ended), so that a backup from before does not undo them; each line is sealed with the person's key from the keyring and tells only the day of the choice",
    },
    onErasure: {
      sv: 'personens nyckel tas bort ur nyckelringen, och från den stunden går deras rader inte att läsa eller knyta till någon',
      en: "the person's key goes from the keyring, and from then on their lines can neither be read nor led back to anyone",
    },
    retention: 'P37D',
    answers: {
      categories: ['choice', 'contact'],
      special: 'no',
      purposes: ['accountability'],
      role: 'both',
      path: "the person's key in the keyring",
      edge: 'own',
      onExport: { sv: 'inte: valen visas i utdraget ur tabellerna', en: 'not: the extract shows the choices from the tables' },
      from: { sv: 'valet', en: 'the choice' },
      seenBy: [],
      encrypted: 'per-person',
      source: ofTables,
    },
  },
} as const satisfies Record<string, Store>;
