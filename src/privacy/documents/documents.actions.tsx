import { acrossCustomers } from '../../platform/database.ts';
import { customerOf, NotFound, scopeOf, type Operator, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { page } from '../../ui/page.tsx';
import { compareTexts } from './compare.ts';
import { DocumentPage } from './document-page.tsx';
import { documentKinds, type Document, type DocumentKind } from './document.ts';
import { findLatestVersion, findOrgNumber, findVersion, listCustomers, listVersions } from './documents.queries.ts';
import type { DocumentFacts } from './facts.ts';
import { makeDocument } from './make.ts';
import { pageWords } from './page-words.ts';
import { textsOf } from './publish.ts';
import { CustomerRecords } from './record-pages.tsx';
import { DocumentListPage, VersionPage, VersionsPage, type NamedKind } from './version-pages.tsx';

const listed = 20;
const customersListed = 50;

/** Everyone may read all but the records of processing, which are the operator's own (Art. 30(4)). */
const open: readonly NamedKind[] = ['terms', ...documentKinds.filter((kind) => !kind.startsWith('record-'))];
const all: readonly NamedKind[] = ['terms', ...documentKinds];
const readable = (visit: Visit): readonly NamedKind[] => ((visit.actor?.operatorRoles.length ?? 0) > 0 ? all : open);

function operatorOf({ operator }: Visit): Operator {
  if (!operator) throw new NotFound();
  return operator;
}

const factsOf = (visit: Visit): DocumentFacts => ({ operator: operatorOf(visit), register: visit.house.register });

/** Made as it stands now, so that it is never older than what is done; a date is claimed only for what was published. */
async function overOf(visit: Visit, kind: DocumentKind): Promise<string> {
  const { house, locale } = visit;
  const latest = await house.database.transaction(scopeOf(visit, 'inform'), (tx) => findLatestVersion(tx, kind, house.clock.now()));
  const text = pageWords[locale];
  return latest?.text_hash === textsOf(kind, factsOf(visit)).digest
    ? text.over(String(latest.version), formatDate(latest.in_force_at, locale))
    : text.notPublished;
}

async function showDocument(visit: Visit, kind: DocumentKind): Promise<Response> {
  const { locale } = visit;
  const made = makeDocument(kind, factsOf(visit), locale);
  const over = await overOf(visit, kind);
  return page(
    visit,
    { title: made.title, width: 'wide' },
    <DocumentPage made={made} over={over} locale={locale}>
      <p>
        <a href={href('documentVersions', { document: kind })}>{pageWords[locale].versions}</a>
      </p>
    </DocumentPage>,
  );
}

function kindOf(visit: Visit): NamedKind {
  const kind = readable(visit).find((one) => one === visit.params['document']);
  if (!kind) throw new NotFound();
  return kind;
}

function documents(visit: Visit): Response {
  const { locale } = visit;
  return page(visit, { title: pageWords[locale].list.title }, <DocumentListPage kinds={readable(visit)} locale={locale} />);
}

async function documentVersions(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const document = kindOf(visit);
  const before = Number(visit.url.searchParams.get('fore')?.match(/^\d{1,9}$/)?.[0] ?? 0);
  const found = await house.database.transaction(scopeOf(visit, 'inform'), (tx) =>
    listVersions(tx, document, { before: before || 2 ** 31 - 1, now: house.clock.now(), limit: listed + 1 }),
  );
  const text = pageWords[locale];
  return page(
    visit,
    { title: text.history.title(text.kinds[document]) },
    <VersionsPage document={document} versions={found.slice(0, listed)} older={found.length > listed} paged={before > 0} locale={locale} />,
  );
}

async function documentVersion(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const document = kindOf(visit);
  const number = Number(visit.params['version']);
  const now = house.clock.now();
  const [version, before] = await house.database.transaction(scopeOf(visit, 'inform'), async (tx) => [
    await findVersion(tx, document, number, now),
    await findVersion(tx, document, number - 1, now),
  ]);
  if (!version) throw new NotFound();
  const name = locale === 'sv' ? 'text_sv' : 'text_en';
  const changes = before ? compareTexts(before[name], version[name]) : [];
  const text = pageWords[locale];
  return page(
    visit,
    { title: text.version.title(text.kinds[document], String(number)) },
    <VersionPage document={document} version={version} text={version[name]} before={before?.version} changes={changes} locale={locale} />,
  );
}

async function controllerRecord(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const after = visit.url.searchParams.get('efter') ?? '';
  const made = makeDocument('record-controller', factsOf(visit), locale);
  const over = await overOf(visit, 'record-controller');
  const found = await house.database.transaction(acrossCustomers('proof'), (tx) => listCustomers(tx, after, customersListed + 1));
  return page(
    visit,
    { title: made.title, width: 'wide' },
    <DocumentPage made={made} over={over} locale={locale} lead={pageWords[locale].print}>
      <CustomerRecords customers={found.slice(0, customersListed)} more={found.length > customersListed} locale={locale} />
    </DocumentPage>,
  );
}

/** The annex to a customer's agreement as it stands now, and the published version it is. The customer's own page shows it. */
export async function annexNow(visit: Visit): Promise<{ made: Document; over: string }> {
  return { made: makeDocument('annex', factsOf(visit), visit.locale), over: await overOf(visit, 'annex') };
}

/** The record of what is done for one customer, headed by the customer's name and number (Art. 30(2)(a)). */
async function processorRecord(visit: Visit): Promise<Response> {
  const kind = 'record-processor';
  const { locale, house } = visit;
  const customer = customerOf(visit);
  const orgNumber = await house.database.transaction(acrossCustomers('proof'), (tx) => findOrgNumber(tx, customer.id));
  const made = makeDocument(kind, factsOf(visit), locale);
  const over = await overOf(visit, kind);
  return page(
    visit,
    { title: made.title, width: 'wide' },
    <DocumentPage made={made} over={over} locale={locale} lead={pageWords[locale].record.customer(customer.name, orgNumber)}>
      <p>{pageWords[locale].print}</p>
    </DocumentPage>,
  );
}

export const documentActions = {
  privacyPolicy: (visit: Visit) => showDocument(visit, 'privacy-policy'),
  cookies: (visit: Visit) => showDocument(visit, 'cookies'),
  storageRegister: (visit: Visit) => showDocument(visit, 'storage'),
  supplierRegister: (visit: Visit) => showDocument(visit, 'suppliers'),
  documents,
  documentVersions,
  documentVersion,
  controllerRecord,
  processorRecord,
};
