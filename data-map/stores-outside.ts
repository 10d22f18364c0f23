import { nothing, type Store } from './store.ts';

/** What lies outside the service, and what is nobody’s. */
export const storesOutside = {
  browser: {
    title: { sv: 'Din egen webbläsare', en: 'Your own browser' },
    holds: {
      sv: 'svar och meddelanden som är skrivna men inte skickade, under ett namn som inte säger något',
      en: 'answers and messages that are written but not yet sent, under a name that tells nothing',
    },
    onErasure: {
      sv: 'utom räckhåll för oss; borta när det är skickat, eller efter en vecka',
      en: 'out of our reach; gone when sent, or after a week',
    },
    retention: 'P7D',
    answers: {
      categories: ['correspondence', 'result'],
      special: 'possible',
      purposes: ['deliver-course', 'correspond'],
      role: 'processor',
      path: "the person's own computer",
      edge: 'own',
      onExport: { sv: 'inte: det har aldrig lämnat din dator', en: 'not: it has never left your computer' },
      from: { sv: 'att det skrevs', en: 'the writing' },
      seenBy: [],
      encrypted: 'no',
      source: { sv: 'du själv', en: 'you' },
    },
  },
  paper: {
    title: { sv: 'Papper och lösa diskar', en: 'Paper and loose disks' },
    service: 'paper',
    holds: {
      sv: 'inget som systemet skriver ut åt oss; nyckelblad som en kund skriver ut är kundens',
      en: 'nothing that the system prints for us; key sheets that a customer prints are the customer’s',
    },
    onErasure: {
      sv: 'den som driver tjänsten går igenom sitt eget pappersregister',
      en: 'whoever runs the service goes through its own register of paper',
    },
    retention: 'P30D',
    answers: {
      categories: ['identity', 'contact'],
      special: 'no',
      purposes: ['open-course'],
      role: 'processor',
      path: 'by hand',
      edge: 'own',
      onExport: { sv: 'för hand, om något finns', en: 'by hand, should there be any' },
      from: { sv: 'utskriften', en: 'the printing' },
      seenBy: ['customer-administrators'],
      encrypted: 'no',
      source: { sv: 'kunden', en: 'the customer' },
    },
  },
  register: {
    path: 'register.json',
    title: { sv: 'Registret över platser och leverantörer', en: 'The register of places and suppliers' },
    holds: { sv: 'företag, länder och avtal, som visas öppet', en: 'companies, countries and agreements, shown openly' },
    onErasure: nothing,
    retention: 'as long as the installation',
  },
  keys: {
    path: ['secret', 'postgres-password', 'kursiv.pid', 'backup-identity'],
    title: { sv: 'Nycklar och låsfil', en: 'Keys and lock file' },
    holds: {
      sv: 'installationens slumpade hemligheter och ett processnummer',
      en: 'random secrets of the installation and a process number',
    },
    onErasure: nothing,
    retention: 'as long as the installation',
  },
} as const satisfies Record<string, Store>;
