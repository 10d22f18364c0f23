import { Readable } from 'node:stream';
import { dataMap } from '../../../data-map/index.ts';
import { toMarkdown, type Document } from '../../courses/index.ts';
import { controllerOf, customerTables, engineOf, type CustomerTable } from '../../privacy/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { agreementPdf } from '../agreement/agreement-pdf.ts';
import { listAgreements } from '../agreement/agreement.queries.ts';
import { dataTerms } from '../agreement/data-terms.ts';
import { listAcceptances } from '../agreement/data-terms.queries.ts';
import type { CustomerRow } from '../register/register.queries.ts';
import {
  listFiles,
  listPeople,
  listThreads,
  listVersions,
  readRows,
  readVersion,
  rowsAtATime,
  type VersionRow,
} from './contents.queries.ts';
import { csvLine, html } from './formats.ts';
import { readme } from './readme.ts';

/** One file of the export; what is in it is read when its turn comes. */
export type Entry = { path: string; content: () => Readable | Promise<Readable | undefined> };
export type Gathering = {
  house: House;
  customer: CustomerRow;
  operator: NonNullable<Parameters<typeof agreementPdf>[0]['operator']>;
  /** A short transaction in the customer's scope: none is open while the file is written. */
  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
};

/** All that the customer owns, file by file. */
export async function entriesOf(gathering: Gathering): Promise<Entry[]> {
  const { house, customer, operator, read } = gathering;
  const tables = customerTables(dataMap, (await engineOf(house.database)).catalog);
  const versions = await read((tx) => listVersions(tx, customer.id));
  const facts = { customer: customer.name, operator: operator.name, madeAt: house.clock.now(), tables: tables.map(({ table }) => table) };
  return [
    { path: 'README.md', content: () => Readable.from([readme(facts)]) },
    { path: 'people.csv', content: () => Readable.from(people(gathering)) },
    { path: 'contacts.csv', content: () => Readable.from(contacts(gathering)) },
    ...tables.map((table) => ({ path: `tables/${table.table}.csv`, content: () => Readable.from(rowsOf(gathering, table)) })),
    ...(await Promise.all(versions.map((version) => versionEntries(gathering, version)))).flat(),
    ...(await mediaEntries(gathering)),
    { path: 'correspondence.json', content: () => Readable.from(threadsAsJson(gathering)) },
    { path: 'correspondence.html', content: () => Readable.from(threadsAsHtml(gathering)) },
    ...(await agreementEntries(gathering)),
  ];
}

async function* rowsOf({ read, customer }: Gathering, table: CustomerTable): AsyncGenerator<string> {
  yield csvLine(table.columns);
  for (let after: unknown[] | undefined, isFirst = true; isFirst || after; isFirst = false) {
    const { rows, last } = await read((tx) => readRows(tx, table, customer.id, after));
    yield rows.map((row) => csvLine(table.columns.map((column) => row[column]))).join('');
    after = last;
  }
}

async function* people({ read, customer }: Gathering): AsyncGenerator<string> {
  yield csvLine(['id', 'given_name', 'family_name', 'email', 'roles', 'since']);
  for (let after: string | undefined, isFirst = true; isFirst || after; isFirst = false) {
    const rows = await read((tx) => listPeople(tx, customer.id, after));
    yield rows.map((row) => csvLine([row.id, row.given_name, row.family_name, row.email, row.roles, row.since])).join('');
    after = rows.length === rowsAtATime ? rows.at(-1)!.id : undefined;
  }
}

/** What the customer has told of itself as controller: ours to keep, and its to take along. */
async function* contacts({ house, customer }: Gathering): AsyncGenerator<string> {
  yield csvLine(['part', 'name', 'address', 'email', 'phone']);
  const found = await controllerOf(house, customer.id);
  for (const [part, { name, address, email, phone }] of Object.entries(found?.contacts ?? {}))
    yield csvLine([part, name, address, email, phone]);
}

async function versionEntries({ read, customer }: Gathering, version: VersionRow): Promise<Entry[]> {
  const folder = `courses/${version.slug}/${version.number}${version.published_at ? '' : '-draft'}`;
  const whole = () => read((tx) => readVersion(tx, customer.id, version.id));
  const count = (await whole()).pages.length;
  return [
    { path: `${folder}/course.json`, content: async () => Readable.from([JSON.stringify(await whole(), null, 2)]) },
    ...Array.from({ length: count }, (_, index) => ({
      path: `${folder}/page-${String(index + 1).padStart(2, '0')}.md`,
      content: async () => {
        const page = (await whole()).pages[index];
        return page && Readable.from([`# ${page.title}\n\n${toMarkdown(page.document as unknown as Document, version.language)}\n`]);
      },
    })),
  ];
}

async function mediaEntries({ house, read, customer }: Gathering): Promise<Entry[]> {
  const files = await read((tx) => listFiles(tx, customer.id));
  return files.map(({ id, name }) => ({
    path: `media/${id}-${name.replaceAll(/[^\p{L}\p{N}._-]/gu, '_')}`,
    content: async () => {
      const found = await house.files.read(`${customer.id}/${id}`);
      return found && Readable.fromWeb(found.stream as Parameters<typeof Readable.fromWeb>[0]);
    },
  }));
}

async function* threads({ read, customer }: Gathering) {
  for (let after: string | undefined, isFirst = true; isFirst || after; isFirst = false) {
    const found = await read((tx) => listThreads(tx, customer.id, after));
    yield* found;
    after = found.at(-1)?.id;
  }
}

async function* threadsAsJson(gathering: Gathering): AsyncGenerator<string> {
  let before = '[';
  for await (const thread of threads(gathering)) {
    yield `${before}\n${JSON.stringify(thread)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

async function* threadsAsHtml(gathering: Gathering): AsyncGenerator<string> {
  yield `<!doctype html>\n<html lang="sv"><meta charset="utf-8"><title>Korrespondens</title>\n<h1>${html(gathering.customer.name)}</h1>\n`;
  for await (const { course, student, messages } of threads(gathering)) {
    yield `<h2>Korrespondens, kurs ”${html(course)}”</h2>\n<p>${html(student)}</p>\n`;
    for (const { at, fromStudent, body } of messages) {
      yield `<article><p><strong>${fromStudent ? 'Student' : 'Administratör'}</strong> <time>${at}</time></p><p>${html(body).replaceAll('\n', '<br>')}</p></article>\n`;
    }
  }
  yield '</html>\n';
}

async function agreementEntries({ house, read, customer, operator }: Gathering): Promise<Entry[]> {
  const { agreements, acceptances } = await read(async (tx) => ({
    agreements: await listAgreements(tx, customer.id),
    acceptances: await listAcceptances(tx, customer.id),
  }));
  return agreements.map((agreement) => ({
    path: `agreements/${agreement.number}.pdf`,
    content: async () => {
      const terms = dataTerms(agreement.language, { customer: customer.name, operator: operator.name });
      const acceptance = acceptances.find(({ agreement_id }) => agreement_id === agreement.id);
      const parties = { customer: { name: customer.name, orgNumber: customer.org_number }, operator };
      const pdf = await agreementPdf({ locale: agreement.language, now: house.clock.now(), agreement, terms, acceptance, ...parties });
      return Readable.from([pdf]);
    },
  }));
}
