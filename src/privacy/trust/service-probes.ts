import { stores, type Store } from '../../../data-map/index.ts';
import { addMonths } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import { inService, isInEea } from '../../platform/register.ts';
import { drillHoldsDays, findLastDrill, listBackups, placesOf } from '../backup/index.ts';
import { findOperator } from '../../platform/find-operator.ts';
import { findLatestVersion, listLatestTerms } from '../documents/documents.queries.ts';
import { documentKinds } from '../documents/document.ts';
import { agrees } from '../documents/terms-frame.ts';
import { textsOf } from '../documents/publish.ts';
import type { Probe } from './probe.ts';
import * as counts from './probes.queries.ts';

const hoursSince = (house: House, time: Date): number =>
  Math.max(0, Math.floor((house.clock.now().getTime() - time.getTime()) / 3_600_000));
const none = '–';

/** How the service is run: its database, backups, mail, texts and suppliers. */
export const serviceProbes: Probe[] = [
  {
    id: 'row-level-security',
    promises: ['E-01'],
    when: 'live',
    title: { sv: 'Databasen skiljer kunderna åt', en: 'The database keeps customers apart' },
    says: ({ forced, tables }) => ({
      sv: `skyddet är påtvingat i ${forced} av ${tables} tabeller`,
      en: `the protection is forced on ${forced} of ${tables} tables`,
    }),
    async run(house) {
      const tables = await counts.countBy(house, counts.tablesThere);
      const forced = await counts.countBy(house, counts.tablesForced);
      const mighty = await counts.countBy(house, counts.mightyRole);
      return { holds: tables > 0 && forced === tables && mighty === 0, figures: { forced, tables } };
    },
  },
  {
    id: 'restore-drill',
    promises: ['N-26'],
    when: 'live',
    title: { sv: 'Säkerhetskopian går att läsa in', en: 'The backup can be restored' },
    says: ({ days, rows }) =>
      days === none
        ? { sv: 'ingen övning är gjord än', en: 'no drill has been made yet' }
        : {
            sv: `dagar sedan den senaste övningen: ${days}; rader som lästes in: ${rows}`,
            en: `days since the last drill: ${days}; rows that were restored: ${rows}`,
          },
    async run(house) {
      const last = await findLastDrill(house.database);
      const days = last ? Math.floor(hoursSince(house, last.started_at) / 24) : none;
      return { holds: last?.state === 'passed' && Number(days) <= drillHoldsDays, figures: { days, rows: last?.row_count ?? 0 } };
    },
  },
  {
    id: 'backup-age',
    promises: ['N-26'],
    when: 'live',
    title: { sv: 'Säkerhetskopian är färsk', en: 'The backup is fresh' },
    says: ({ hours, places }) =>
      hours === none
        ? { sv: 'en plats eller flera har ingen kopia än', en: 'one place or more has no copy yet' }
        : {
            sv: `timmar sedan den senaste kopian skrevs på alla platser: ${hours}; antal platser: ${places}`,
            en: `hours since the latest copy was written in all places: ${hours}; number of places: ${places}`,
          },
    async run(house) {
      const ages = await agesOfCopies(house);
      const oldest = Math.max(...ages);
      return { holds: oldest <= freshHours, figures: { hours: Number.isFinite(oldest) ? oldest : none, places: ages.length } };
    },
  },
  {
    id: 'backup-places',
    promises: ['N-26'],
    when: 'live',
    title: { sv: 'Säkerhetskopian ligger på flera platser i EU', en: 'The backup lies in several places in the EU' },
    says: ({ copies, registered, inside }) => ({
      sv: `platser med en kopia från det senaste dygnet: ${copies}; platser för kopior i registret: ${registered}, varav inom EES: ${inside}`,
      en: `places with a copy of the last day: ${copies}; places for copies in the register: ${registered}, of which within the EEA: ${inside}`,
    }),
    async run(house) {
      const ages = await agesOfCopies(house);
      const copies = ages.filter((age) => age <= freshHours).length;
      const places = inService(house.register, 'backups');
      const registered = new Set(places.map(({ country, place }) => `${country} ${place}`)).size;
      const inside = new Set(places.filter(({ country }) => isInEea(country)).map(({ country, place }) => `${country} ${place}`)).size;
      return { holds: copies >= 2 && registered >= 2 && inside === registered, figures: { copies, registered, inside } };
    },
  },
  {
    id: 'mail-delivered',
    promises: ['N-13', 'N-53'],
    when: 'live',
    title: { sv: 'Mejlen kommer fram', en: 'Mail gets through' },
    says: ({ dead, late, refused }) => ({
      sv: `mejl som inte kunde skickas: ${dead}; som har väntat mer än ett dygn: ${late}; som mottagarens adress inte tog emot: ${refused}`,
      en: `mails that could not be sent: ${dead}; that have waited more than a day: ${late}; that the recipient's address refused: ${refused}`,
    }),
    async run(house) {
      const dead = await counts.countBy(house, counts.deadMails);
      const late = await counts.countBy(house, counts.lateMails);
      const refused = await counts.countBy(house, counts.refusedMails);
      // A mistyped address now and then is its owner's; when many are refused, it is we who are not believed.
      const isUs = refused > 5 && (await counts.countBy(house, counts.sentMails(refused * 20))) < refused * 20;
      return { holds: dead + late === 0 && !isUs, figures: { dead, late, refused } };
    },
  },
  {
    id: 'passwords-hashed',
    promises: ['N-05'],
    when: 'daily',
    title: { sv: 'Inget lösenord går att läsa', en: 'No password can be read' },
    says: ({ readable, passwords }) => ({
      sv: `${readable} av ${passwords} lösenord är sparade på annat sätt än med Argon2id`,
      en: `${readable} of ${passwords} passwords are kept otherwise than with Argon2id`,
    }),
    async run(house) {
      const readable = await counts.countBy(house, counts.readablePasswords);
      const passwords = await counts.countBy(house, counts.passwords);
      return { holds: readable === 0, figures: { readable, passwords } };
    },
  },
  {
    id: 'answers-in-time',
    promises: ['N-42'],
    when: 'live',
    title: { sv: 'Frågor besvaras i tid', en: 'Questions are answered in time' },
    says: ({ late }) => ({ sv: `${late} frågor har väntat mer än 30 dagar`, en: `${late} questions have waited more than 30 days` }),
    async run(house) {
      const late = await counts.countBy(house, counts.lateAnswers);
      return { holds: late === 0, figures: { late } };
    },
  },
  {
    id: 'terms-agree',
    promises: ['N-74'],
    when: 'live',
    title: { sv: 'Villkoren säger detsamma som datakartan', en: 'The terms say the same as the data map' },
    says: ({ agreeing, versions }) => ({
      sv: `${agreeing} av ${versions} senast publicerade lydelser säger detsamma som tjänsten om uppgifter, ansvar, tider och regler`,
      en: `${agreeing} of ${versions} wordings last published say the same as the service of data, responsibility, times and rules`,
    }),
    remedy: {
      sv: 'Någon i ledningen publicerar en ny version av villkoren. Den ligger redan färdig: öppna Driften och tryck på Förbered en ny version.',
      en: 'Someone of the management publishes a new version of the terms. It is ready: open Operations and press Prepare a new version.',
    },
    run: termsAgree,
  },
  {
    id: 'terms-in-force',
    promises: ['E-05'],
    when: 'live',
    title: { sv: 'Villkor gäller', en: 'Terms are in force' },
    says: ({ version }) => ({ sv: `version ${version} av villkoren gäller`, en: `version ${version} of the terms is in force` }),
    async run(house) {
      const version = await counts.countBy(house, counts.termsVersion);
      return { holds: version > 0, figures: { version } };
    },
  },
  {
    id: 'texts-current',
    promises: ['N-74', 'N-43'],
    when: 'live',
    title: { sv: 'Policyn säger det som görs', en: 'The policy says what is done' },
    says: ({ current, texts }) => ({
      sv: `${current} av ${texts} texter stämmer med datakartan och inställningarna`,
      en: `${current} of ${texts} texts agree with the data map and the settings`,
    }),
    run: textsCurrent,
  },
  {
    id: 'stored-in-eu',
    promises: ['N-25', 'E-22'],
    when: 'live',
    title: { sv: 'Uppgifterna lagras inom EU', en: 'Data is stored within the EU' },
    says: ({ inside, places, unstated }) => ({
      sv: `${inside} av ${places} platser ligger inom EES, ${unstated} lager saknar plats`,
      en: `${inside} of ${places} places are within the EEA, ${unstated} stores lack a place`,
    }),
    run: (house) => {
      const used = Object.values<Store>(stores).flatMap(({ service }) => (service ? [service] : []));
      const needed = [...new Set(used)];
      const places = house.register.filter((one) => one.on && one.services.some((service) => (needed as string[]).includes(service)));
      const inside = places.filter(({ country }) => isInEea(country)).length;
      const unstated = needed.filter((service) => inService(house.register, service).length === 0).length;
      return Promise.resolve({ holds: unstated === 0 && inside === places.length, figures: { inside, places: places.length, unstated } });
    },
  },
  {
    id: 'paper-checked',
    promises: ['N-20'],
    when: 'live',
    title: { sv: 'Papper är inlåsta', en: 'Paper is locked up' },
    says: ({ places, late }) => ({
      sv: `platser för papper: ${places}; utan kontroll av låset på ett år: ${late}`,
      en: `places for paper: ${places}; without a check of the lock for a year: ${late}`,
    }),
    run: (house) => {
      const places = inService(house.register, 'paper');
      const yearAgo = addMonths(house.clock.now(), -12).toISOString().slice(0, 10);
      const late = places.filter(({ checked }) => !checked || checked < yearAgo).length;
      return Promise.resolve({ holds: places.length > 0 && late === 0, figures: { places: places.length, late } });
    },
  },
  {
    id: 'suppliers-safe',
    promises: ['N-27', 'N-73'],
    when: 'live',
    title: { sv: 'Varje leverantör har land, skydd och avtal', en: 'Every supplier has a country, a safeguard and an agreement' },
    says: ({ safe, suppliers }) => ({
      sv: `${safe} av ${suppliers} leverantörer har det`,
      en: `${safe} of ${suppliers} suppliers do`,
    }),
    run: (house) => {
      const suppliers = house.register.filter((one) => one.on && !one.own);
      const safe = suppliers.filter(
        ({ agreement, safeguard, country, parentCountry }) =>
          agreement && (safeguard !== 'eea' || (isInEea(country) && isInEea(parentCountry))),
      ).length;
      // Nothing stated is not the same as nobody: then nothing is known of where data goes.
      return Promise.resolve({
        holds: house.register.length > 0 && safe === suppliers.length,
        figures: { safe, suppliers: suppliers.length },
      });
    },
  },
];

const freshHours = 26;

/** Of the newest copy in each place, in hours. A place that does not answer is one without a copy. */
function agesOfCopies(house: House): Promise<number[]> {
  return Promise.all(
    placesOf(house.vault, house.clock).map(async (place) => {
      const [newest] = await listBackups([place]).catch(() => []);
      return newest ? hoursSince(house, newest.madeAt) : Infinity;
    }),
  );
}

async function textsCurrent(house: House) {
  const now = house.clock.now();
  const current = await house.database.transaction({ purpose: 'accountability' }, async (tx) => {
    const operator = await findOperator(tx);
    let count = 0;
    for (const kind of operator ? documentKinds : []) {
      const latest = await findLatestVersion(tx, kind, now);
      if (operator && latest?.text_hash === textsOf(kind, { operator, register: house.register }).digest) count++;
    }
    return count;
  });
  return { holds: current === documentKinds.length, figures: { current, texts: documentKinds.length } };
}

/** The latest terms for everyone and the latest for new accounts, those that have been told but do not hold yet included (742). */
async function termsAgree(house: House) {
  const { operator, texts } = await house.database.transaction({ purpose: 'accountability' }, async (tx) => ({
    operator: await findOperator(tx),
    texts: await listLatestTerms(tx),
  }));
  const agreeing = operator ? texts.filter(({ text_sv: sv, text_en: en }) => agrees({ sv, en }, operator)).length : 0;
  return { holds: agreeing > 0 && agreeing === texts.length, figures: { agreeing, versions: texts.length } };
}
