import type { Service, Safeguard } from '../../platform/register.ts';
import type { Words } from '../../ui/locale.ts';

const svServices: Record<Service, string> = {
  database: 'databasen',
  files: 'kursmaterial och andra filer',
  backups: 'säkerhetskopior',
  keyring: 'nycklar till säkerhetskopiorna',
  log: 'driftloggen',
  mail: 'mejlen till dig',
  paper: 'papper',
  payment: 'betalningar',
  support: 'support',
  statistics: 'statistik',
};
const enServices: Record<Service, string> = {
  database: 'the database',
  files: 'course media and other files',
  backups: 'backups',
  keyring: 'keys to the backups',
  log: 'the log',
  mail: 'mail to you',
  paper: 'paper',
  payment: 'payments',
  support: 'support',
  statistics: 'statistics',
};
const svSafeguards: Record<Safeguard, string> = {
  eea: 'inom EES, där samma lag gäller',
  adequacy: 'EU-kommissionen har beslutat att landet skyddar uppgifter lika bra (artikel 45)',
  dpf: 'företaget är anslutet till ramverket mellan EU och USA (artikel 45)',
  scc: 'EU-kommissionens standardavtal (artikel 46)',
};
const enSafeguards: Record<Safeguard, string> = {
  eea: 'within the EEA, where the same law holds',
  adequacy: 'the European Commission has decided that the country protects data as well (Article 45)',
  dpf: 'the company takes part in the EU–US framework (Article 45)',
  scc: "the European Commission's standard contract (Article 46)",
};

const sv = {
  services: svServices,
  safeguards: svSafeguards,
  storage: {
    title: 'Var uppgifter lagras',
    short: [
      'Här ser du varje plats där uppgifter kan finnas.',
      'Vid varje plats står vem som har hand om den och i vilket land den ligger.',
    ],
    tableTitle: 'Platserna',
    columns: ['Plats', 'Vad som finns där', 'Hur det är låst', 'Hur länge', 'När någon raderas', 'Var och hos vem'],
    notStated: 'Den som driver tjänsten har inte angett det.',
    own: 'vår egen plats',
    at: (name: string, place: string, country: string, owner: string) => `${name}, ${place}, ${country} (ägs från ${owner})`,
    kept: (keeper: string, day: string) => `; ansvarig: ${keeper}, låset kontrollerat ${day}`,
    inYours: 'hos dig',
    encrypted: {
      whole: 'allt är krypterat',
      'per-person': 'krypterat, och varje persons rader med en egen nyckel',
      disk: 'som disken är låst',
      no: 'inte krypterat',
    },
    noPerson: 'inget om någon person',
    until: {
      'as long as the course': 'så länge som kursen',
      "as the operator's log keeping": 'enligt driftens egna rutiner',
      'by the map': 'som datakartan säger',
      'as long as the installation': 'så länge som installationen',
    },
    insideTitle: 'Inom EU',
    inside: 'Alla platser ligger inom EES.',
    outside: (names: string) => `De här platserna ligger utanför EES: ${names}.`,
    changesTitle: 'När något ändras',
    changes: 'Sidan görs av inställningarna. Ändras något blir det en ny version, och de tidigare går att läsa.',
  },
  suppliers: {
    title: 'Våra leverantörer',
    short: ['Här ser du alla företag som får uppgifter för vår räkning.', 'Ingen leverantör kopplas in utan land, skydd och avtal.'],
    tableTitle: 'Leverantörerna',
    columns: ['Leverantör', 'Vad den gör', 'Var', 'Ägarens land', 'Skydd', 'Avtal'],
    empty: 'Ingen leverantör är inkopplad. Allt sköts av den som driver tjänsten.',
    agreement: (reference: string, signed: string) => `${reference}, undertecknat ${signed}`,
    lawTitle: 'Lagar i andra länder',
    reach: (names: string) =>
      `De här ägs från ett land utanför EES: ${names}. Landets lag kan kräva att ägaren lämnar ut uppgifter, också när de ligger i Europa. I USA heter lagen Cloud Act.`,
    noReach: 'Ingen leverantör ägs från ett land utanför EES. Därför når inte lagar som den amerikanska Cloud Act uppgifterna.',
    changesTitle: 'När något ändras',
    changes: 'Byter vi leverantör blir det en ny version av sidan. De tidigare går att läsa. Kunder med avtal får veta det innan bytet.',
  },
};

const en = {
  services: enServices,
  safeguards: enSafeguards,
  storage: {
    title: 'Where data is stored',
    short: ['Here you see every place where data may be.', 'Each place says who takes care of it and in which country it is.'],
    tableTitle: 'The places',
    columns: ['Place', 'What is there', 'How it is locked', 'How long', 'When someone is erased', 'Where and with whom'],
    notStated: 'Whoever runs the service has not stated it.',
    own: 'our own place',
    at: (name: string, place: string, country: string, owner: string) => `${name}, ${place}, ${country} (owned from ${owner})`,
    kept: (keeper: string, day: string) => `; kept by: ${keeper}, lock checked ${day}`,
    inYours: 'with you',
    encrypted: {
      whole: 'all of it is encrypted',
      'per-person': "encrypted, and each person's rows under a key of their own",
      disk: 'as the disk is locked',
      no: 'not encrypted',
    },
    noPerson: 'nothing about any person',
    until: {
      'as long as the course': 'as long as the course',
      "as the operator's log keeping": "by the operator's own routines",
      'by the map': 'as the data map says',
      'as long as the installation': 'as long as the installation',
    },
    insideTitle: 'Within the EU',
    inside: 'All places are within the EEA.',
    outside: (names: string) => `These places are outside the EEA: ${names}.`,
    changesTitle: 'When something changes',
    changes: 'The page is made from the settings. A change makes a new version, and the earlier ones can be read.',
  },
  suppliers: {
    title: 'Our suppliers',
    short: [
      'Here you see every company that gets data on our behalf.',
      'No supplier is switched on without a country, a safeguard and an agreement.',
    ],
    tableTitle: 'The suppliers',
    columns: ['Supplier', 'What it does', 'Where', "The owner's country", 'Safeguard', 'Agreement'],
    empty: 'No supplier is switched on. Everything is done by whoever runs the service.',
    agreement: (reference: string, signed: string) => `${reference}, signed ${signed}`,
    lawTitle: 'Laws of other countries',
    reach: (names: string) =>
      `These are owned from a country outside the EEA: ${names}. The law of that country may demand data from the owner, also when it lies in Europe. In the USA that law is the CLOUD Act.`,
    noReach: 'No supplier is owned from a country outside the EEA. So laws such as the American CLOUD Act do not reach the data.',
    changesTitle: 'When something changes',
    changes:
      'If we change supplier the page gets a new version. The earlier ones can be read. Customers with an agreement are told before the change.',
  },
} satisfies Words<typeof sv>;

export const registerWords = { sv, en };
