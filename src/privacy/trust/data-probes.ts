import { randomUUID } from 'node:crypto';
import { aboutPeople, dataMap, type Entry } from '../../../data-map/index.ts';
import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { formatDateTime } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { readCatalog } from '../catalog.ts';
import { mapFaults } from '../map-faults.ts';
import { addPeriod } from '../retention-plan.ts';
import type { Probe } from './probe.ts';
import * as counts from './probes.queries.ts';

const map = dataMap as Record<string, Entry>;

/** What is held of people, for how long, and what has become of it. */
export const dataProbes: Probe[] = [
  {
    id: 'map-complete',
    promises: ['N-20'],
    when: 'live',
    title: { sv: 'Varje kolumn är beskriven', en: 'Every column is described' },
    says: ({ columns, faults }) => ({
      sv: `${columns} kolumner i databasen, ${faults} saknar svar i datakartan`,
      en: `${columns} columns in the database, ${faults} without an answer in the data map`,
    }),
    async run(house) {
      // Read anew: a column that was added since the start is what this looks for.
      const catalog = await house.database.transaction(acrossCustomers('proof'), readCatalog);
      const faults = mapFaults(map, catalog).length;
      const columns = Object.values(catalog.columns).flat().length;
      return { holds: faults === 0 && columns > 0, figures: { columns, faults } };
    },
  },
  {
    id: 'past-retention',
    promises: ['N-21', 'E-20'],
    when: 'live',
    title: { sv: 'Inget ligger kvar för länge', en: 'Nothing stays too long' },
    says: ({ people, rows, tables }) => ({
      sv: `${people} personer och ${rows} poster har legat kvar mer än ett dygn för länge, i ${tables} tabeller`,
      en: `${people} people and ${rows} entries are more than a day past their time, in ${tables} tables`,
    }),
    run: pastRetention,
  },
  {
    id: 'erasures-done',
    promises: ['N-30', 'N-44'],
    when: 'live',
    title: { sv: 'Raderingar blir klara', en: 'Erasures are finished' },
    says: ({ unfinished }) => ({
      sv: `${unfinished} raderingar har pågått mer än ett dygn`,
      en: `${unfinished} erasures have gone on for more than a day`,
    }),
    async run(house) {
      const unfinished = await counts.countBy(house, counts.unfinishedErasures);
      return { holds: unfinished === 0, figures: { unfinished } };
    },
  },
  {
    id: 'suppliers-told',
    promises: ['N-44'],
    when: 'live',
    title: { sv: 'Leverantörer får veta om raderingar', en: 'Suppliers are told of erasures' },
    says: ({ confirmed, late }) => ({
      sv: `${confirmed} besked är bekräftade av leverantörer, ${late} är obekräftade efter två veckor`,
      en: `${confirmed} notices are confirmed by suppliers, ${late} are not confirmed after two weeks`,
    }),
    async run(house) {
      const confirmed = await counts.countBy(house, counts.confirmedNotices);
      const late = await counts.countBy(house, counts.lateNotices);
      return { holds: late === 0, figures: { confirmed, late } };
    },
  },
  {
    id: 'consents-proven',
    promises: ['N-22'],
    when: 'live',
    title: { sv: 'Varje samtycke går att visa', en: 'Every consent can be shown' },
    says: ({ unproven }) => ({
      sv: `${unproven} samtycken saknar texten eller formuläret`,
      en: `${unproven} consents lack the text or the form`,
    }),
    async run(house) {
      const unproven = await counts.countBy(house, counts.unprovenConsents);
      return { holds: unproven === 0, figures: { unproven } };
    },
  },
  {
    id: 'purchases-ended',
    promises: ['E-21'],
    when: 'daily',
    title: { sv: 'Köp sparas tre år och inte längre', en: 'Purchases are kept three years and no longer' },
    says: ({ purchases, vouchers, longer, late }) => ({
      sv: `${purchases} köp och ${vouchers} verifikationer finns, ${longer} har en senare dag än löftet medger och ${late} har legat kvar mer än ett dygn efter sin dag`,
      en: `${purchases} purchases and ${vouchers} vouchers are kept, ${longer} have a later day than the promise allows and ${late} are more than a day past theirs`,
    }),
    async run(house) {
      const { purchases, vouchers, longer, late } = await counts.readPurchases(house);
      return { holds: longer + late === 0, figures: { purchases, vouchers, longer, late } };
    },
  },
  {
    id: 'looks-told',
    promises: ['N-60'],
    when: 'daily',
    title: { sv: 'Varje titt visas för den det gäller', en: 'Every look is shown to whom it concerns' },
    says: ({ untold, wholeAt: read }) => ({
      sv: `${untold} tittar saknar den det gäller${whenRead(read, 'sv')}`,
      en: `${untold} looks lack whom they concern${whenRead(read, 'en')}`,
    }),
    async run(house) {
      const untold = await counts.countBy(house, counts.looksOfNobody);
      return { holds: untold === 0, figures: { untold } };
    },
    async runPart(house, since) {
      const { period } = dataMap.access_log.retention;
      const untold = await counts.countBy(house, counts.looksOfNobodyAmong(randomUUID(), addPeriod(since, period)));
      return { holds: untold === 0, figures: { untold } };
    },
  },
  {
    id: 'messages-whole',
    promises: ['N-08'],
    when: 'daily',
    title: { sv: 'Inget meddelande har försvunnit', en: 'No message has been lost' },
    says: ({ broken, wholeAt: read }) => ({
      sv: `${broken} korrespondenser har ett annat antal meddelanden än de har räknat${whenRead(read, 'sv')}`,
      en: `${broken} correspondences have another number of messages than they have counted${whenRead(read, 'en')}`,
    }),
    async run(house) {
      const broken = await counts.countBy(house, counts.brokenThreads);
      return { holds: broken === 0, figures: { broken } };
    },
    async runPart(house, since) {
      const broken = await counts.countBy(house, counts.brokenThreadsAmong(randomUUID(), since));
      return { holds: broken === 0, figures: { broken } };
    },
  },
  {
    id: 'seats-counted',
    promises: ['N-04'],
    when: 'daily',
    title: { sv: 'Platserna är rätt räknade', en: 'Seats are counted right' },
    says: ({ wrong, kept }) => ({
      sv: `${wrong} av ${kept} sparade räkningar av en kunds platser stämmer inte med en ny räkning`,
      en: `${wrong} of ${kept} kept counts of a customer’s seats differ from a new count`,
    }),
    async run(house) {
      const kept = await counts.countBy(house, counts.keptSeatCounts);
      const wrong = await counts.countBy(house, counts.miscountedSeats);
      return { holds: wrong === 0, figures: { wrong, kept } };
    },
  },
];

/** Never more than is so: what was read, and when all of it was. */
function whenRead(at: string | number | undefined, locale: Locale): string {
  if (typeof at !== 'string') return '';
  const time = formatDateTime(new Date(at), locale);
  return locale === 'sv'
    ? `; alla lästes senast ${time}, och sedan dess varje timme de nya och ett urval av de andra`
    : `; all were last read on ${time}, and each hour since then the new ones and a selection of the others`;
}

/** Every table of the map whose rows have a day of their own. */
const dueColumns: counts.DueColumn[] = Object.entries(map).flatMap(([table, entry]) => {
  const { retention } = entry;
  if (retention?.rule !== 'due') return [];
  const named = retention.end === 'anonymise' && aboutPeople(entry) ? entry.edges.find((edge) => edge.address)?.by : undefined;
  return [{ table, column: retention.column, still: named }];
});

async function pastRetention(house: House) {
  const people = await counts.countBy(house, counts.peoplePastRetention);
  const rows = await counts.countBy(house, counts.rowsPastDue(dueColumns));
  return { holds: people + rows === 0, figures: { people, rows, tables: dueColumns.length } };
}
