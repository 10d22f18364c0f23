import {
  aboutPeople,
  bases,
  categories,
  dataMap,
  isPersonal,
  purposeExportedAs,
  purposes,
  stores,
  subjects,
  type Entry,
  type PersonalTable,
  type Store,
} from '../../../data-map/index.ts';
import { isSpecial, periodOf, protectionOf, relationOf, servicesOf, sourceOf, subjectsOf } from './answers.ts';
import { toYaml } from './to-yaml.ts';

export const mapFormats = ['dpv', 'fideslang'] as const;
export type MapFormat = (typeof mapFormats)[number];
/** The committed files, in docs/data-map. */
export const mapFileNames: Record<MapFormat, string> = { dpv: 'data-map.dpv.jsonld', fideslang: 'data-map.fideslang.yml' };

const map = dataMap as Record<string, Entry>;
const personal = (): [string, PersonalTable][] =>
  Object.entries(map).filter((entry): entry is [string, PersonalTable] => aboutPeople(entry[1]));
const unique = (items: string[]): string[] => [...new Set(items)];

/** The whole map in a standard's words, the same text for the same map. */
export const mapAs = (format: MapFormat): string => (format === 'dpv' ? `${JSON.stringify(asDpv(), null, 2)}\n` : toYaml(asFideslang()));

/** W3C Data Privacy Vocabulary 2, as JSON-LD: a process for each table, its personal data column by column. */
function asDpv() {
  return {
    '@context': {
      dpv: 'https://w3id.org/dpv#',
      'dpv-pd': 'https://w3id.org/dpv/pd#',
      'dpv-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
      dct: 'http://purl.org/dc/terms/',
      kursiv: 'urn:kursiv:data-map:',
    },
    '@graph': [...personal().map(([table, entry]) => dpvProcess(table, entry)), ...Object.entries<Store>(stores).map(dpvStore)],
  };
}

const inBoth = ({ sv, en }: { sv: string; en: string }) => [
  { '@value': sv, '@language': 'sv' },
  { '@value': en, '@language': 'en' },
];

function dpvProcess(table: string, entry: PersonalTable) {
  const { from, period } = periodOf(entry);
  return {
    '@id': `kursiv:${table}`,
    '@type': 'dpv:Process',
    'dct:title': inBoth(entry.title),
    'dpv:hasPurpose': entry.purposes.map((purpose) => ({
      '@id': `kursiv:purpose-${purpose}`,
      '@type': purposeExportedAs(purpose).dpv,
      'dct:title': inBoth(purposes[purpose]),
    })),
    'dpv:hasLegalBasis': unique(entry.purposes.map((purpose) => bases[purposes[purpose].basis].dpv)).map((id) => ({ '@id': id })),
    'dpv:hasDataSubject': subjectsOf(entry).map((subject) => ({ '@id': `kursiv:subject-${subject}`, '@type': subjects[subject].dpv })),
    'dpv:hasRole': entry.role === 'controller' ? 'dpv:DataController' : 'dpv:DataProcessor',
    'dpv:hasStorageCondition': { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': period, 'dct:description': inBoth(from) },
    'dpv:hasRecipient': servicesOf(table, entry).map((service) => ({ '@id': `kursiv:service-${service}` })),
    'kursiv:edges': entry.edges.map((edge) => ({ by: edge.by, relation: relationOf(entry, edge), onErasure: edge.onErasure })),
    'dpv:hasPersonalData': Object.entries(entry.columns).flatMap(([name, column]) =>
      isPersonal(column)
        ? [
            {
              '@id': `kursiv:${table}.${name}`,
              '@type': unique([
                categories[column.category].dpv,
                ...(isSpecial(column) === 'possible' ? ['dpv:SensitivePersonalData'] : []),
              ]),
              'dpv:hasTechnicalMeasure': { hashed: 'dpv:CryptographicMethods', sealed: 'dpv:Encryption', disk: 'dpv:EncryptionAtRest' }[
                protectionOf(name, column)
              ],
              'dpv:hasDataSource': sourceOf(column).en,
            },
          ]
        : [],
    ),
  };
}

const dpvStore = ([name, { title, retention, answers }]: [string, Store]) => ({
  '@id': `kursiv:store-${name}`,
  '@type': 'dpv:StorageCondition',
  'dct:title': inBoth(title),
  'dpv:hasDuration': retention,
  'dpv:hasPersonalData': (answers?.categories ?? []).map((category) => ({ '@type': categories[category].dpv })),
});

/** fideslang (the taxonomy of Fides): one dataset with a collection a table, and the system's declared uses. */
function asFideslang() {
  return {
    dataset: [
      {
        fides_key: 'kursiv_database',
        name: 'Kursiv',
        description: 'Every table of the data map that is about people, column by column.',
        collections: personal().map(([table, entry]) => ({
          name: table,
          description: entry.title.en,
          fides_meta: { retention: periodOf(entry).period },
          fields: Object.entries(entry.columns).map(([name, column]) => ({
            name,
            ...(isPersonal(column) ? { data_categories: [categories[column.category].fides] } : {}),
          })),
        })),
      },
    ],
    system: [
      {
        fides_key: 'kursiv',
        name: 'Kursiv',
        system_type: 'Application',
        privacy_declarations: personal().map(([table, entry]) => ({
          name: table,
          data_categories: unique(Object.values(entry.columns).flatMap((one) => (isPersonal(one) ? [categories[one.category].fides] : []))),
          data_use: purposeExportedAs(entry.purposes[0]).fides,
          data_subjects: unique(
            subjectsOf(entry).map((subject) => (subject === 'staff' || subject === 'customer-staff' ? 'employee' : 'customer')),
          ),
          dataset_references: ['kursiv_database'],
        })),
      },
    ],
  };
}
