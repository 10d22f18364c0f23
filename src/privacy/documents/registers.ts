import { stores, type Store } from '../../../data-map/index.ts';
import { inService, isInEea, type RegisterEntry, type Service } from '../../platform/register.ts';
import type { Locale } from '../../ui/locale.ts';
import { periodInWords } from '../explain.ts';
import { literal, type Document } from './document.ts';
import { countryName, type DocumentFacts } from './facts.ts';
import { registerWords } from './register-words.ts';

/** N-25, E-22: every store of the map, where it lies and who provides it. */
export function storageRegister({ register }: DocumentFacts, locale: Locale): Document {
  const text = registerWords[locale].storage;
  const all: Store[] = Object.values(stores);
  const used = register.filter((one) => one.on && one.services.some((service) => all.some((store) => store.service === service)));
  const outside = used.filter(({ country }) => !isInEea(country)).map(({ name }) => name);
  const unstated = all.some((store) => store.service && inService(register, store.service).length === 0);
  const says = outside.length > 0 ? text.outside(literal(outside.join(', '))) : unstated ? text.notStated : text.inside;
  return {
    kind: 'storage',
    title: text.title,
    short: text.short,
    parts: [
      {
        law: ['places'],
        title: text.tableTitle,
        blocks: [
          {
            table: {
              caption: text.tableTitle,
              columns: [...text.columns],
              rows: all.map((store) => [
                store.title[locale],
                told(store.holds, locale),
                store.answers ? text.encrypted[store.answers.encrypted] : text.noPerson,
                howLong(store, locale),
                told(store.onErasure, locale),
                where(store, register, locale),
              ]),
              empty: '',
            },
          },
        ],
      },
      { law: ['eea'], title: text.insideTitle, blocks: [{ text: says }] },
      { law: ['changes'], title: text.changesTitle, blocks: [{ text: text.changes }] },
    ],
  };
}

export const told = (words: Store['holds'], locale: Locale): string => (typeof words === 'string' ? words : words[locale]);

export function howLong({ retention, answers }: Store, locale: Locale): string {
  const { until } = registerWords[locale].storage;
  if (retention in until) return until[retention as keyof typeof until];
  const period = /^P\d+[DMY]$/.test(retention) ? periodInWords(retention, locale) : retention;
  return answers && locale === 'sv' ? `${period} från ${answers.from.sv}` : answers ? `${period} from ${answers.from.en}` : period;
}

function where({ service }: Store, register: DocumentFacts['register'], locale: Locale): string {
  const text = registerWords[locale].storage;
  if (!service) return text.inYours;
  const places = inService(register, service);
  return places.length === 0 ? text.notStated : places.map((one) => at(one, service, locale)).join('; ');
}

function at({ name, place, country, parentCountry, keeper, checked }: RegisterEntry, service: Service, locale: Locale): string {
  const text = registerWords[locale].storage;
  const where = text.at(name, place, countryName(country, locale), countryName(parentCountry, locale));
  return service === 'paper' && keeper && checked ? where + text.kept(keeper, checked) : where;
}

/** N-27, N-73: every company that gets data, by name, with country, safeguard and whose law reaches it. */
export function supplierRegister({ register }: DocumentFacts, locale: Locale): Document {
  const { suppliers: text, services, safeguards } = registerWords[locale];
  const suppliers = register.filter((one) => one.on && !one.own);
  const reached = suppliers.filter(({ parentCountry }) => !isInEea(parentCountry)).map(({ name }) => name);
  return {
    kind: 'suppliers',
    title: text.title,
    short: text.short,
    parts: [
      {
        law: ['suppliers'],
        title: text.tableTitle,
        blocks: [
          {
            table: {
              caption: text.tableTitle,
              columns: [...text.columns],
              rows: suppliers.map((one) => [
                one.name,
                one.services.map((service) => services[service]).join(', '),
                `${one.place}, ${countryName(one.country, locale)}`,
                countryName(one.parentCountry, locale),
                safeguards[one.safeguard],
                one.agreement ? text.agreement(one.agreement.reference, one.agreement.signed) : '–',
              ]),
              empty: text.empty,
            },
          },
        ],
      },
      {
        law: ['foreign law'],
        title: text.lawTitle,
        blocks: [{ text: reached.length > 0 ? text.reach(literal(reached.join(', '))) : text.noReach }],
      },
      { law: ['changes'], title: text.changesTitle, blocks: [{ text: text.changes }] },
    ],
  };
}
