import type { VNode } from 'preact';
import { acrossCustomers } from '../../platform/database.ts';
import { actorOf, customerOf, NotFound, scopeOf, type Operator, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import type { Locale } from '../../ui/locale.ts';
import { page } from '../../ui/page.tsx';
import { controllerOf, type Controller } from './controller.ts';
import { DocumentPage } from './document-page.tsx';
import { documentKinds, type Document, type DocumentKind } from './document.ts';
import { findLatestVersion, listCustomers } from './documents.queries.ts';
import type { DocumentFacts } from './facts.ts';
import { makeDocument } from './make.ts';
import { pageWords } from './page-words.ts';
import { textsOf } from './publish.ts';
import { CustomerRecords } from './record-pages.tsx';
import { DocumentListPage, openPlaces, type NamedKind, type VersionPlaces } from './version-pages.tsx';
import { versionPage, versionsPage } from './versions.tsx';

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

function documentVersions(visit: Visit): Promise<Response> {
  const document = kindOf(visit);
  return versionsPage(visit, document, openPlaces(document, visit.locale));
}

function documentVersion(visit: Visit): Promise<Response> {
  const document = kindOf(visit);
  return versionPage(visit, document, openPlaces(document, visit.locale));
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
  const controller = await controllerOf(visit.house, customerOf(visit).id);
  return { made: makeDocument('annex', { ...factsOf(visit), controller }, visit.locale), over: await overOf(visit, 'annex') };
}

/** The record of what is done for one customer, who is named in it with how the customer is reached (Art. 30(2)(a)). */
async function processorRecord(visit: Visit): Promise<Response> {
  const controller = await controllerOf(visit.house, customerOf(visit).id, acrossCustomers('proof'));
  return recordPage(visit, controller, href('documentVersions', { document: 'record-processor' }));
}

/** The same record, read by the customer whose it is. */
async function ownRecord(visit: Visit): Promise<Response> {
  const { id, slug: customer } = customerAsAdmin(visit);
  const controller = await controllerOf(visit.house, id);
  const { own } = pageWords[visit.locale].record;
  return recordPage(
    visit,
    controller,
    href('ownRecordVersions', { customer }),
    <p>
      <ButtonLink href={href('customerContact', { customer })} kind="quiet">
        {own.contact}
      </ButtonLink>
      <ButtonLink href={href('dataProcessing', { customer })} kind="quiet">
        {own.annex}
      </ButtonLink>
    </p>,
  );
}

async function recordPage(visit: Visit, controller: Controller | undefined, versions: string, more?: VNode): Promise<Response> {
  const kind = 'record-processor';
  const { locale } = visit;
  const text = pageWords[locale];
  const { name, orgNumber } = controller ?? { name: customerOf(visit).name, orgNumber: undefined };
  const made = makeDocument(kind, { ...factsOf(visit), controller }, locale);
  return page(
    visit,
    { title: made.title, width: 'wide' },
    <DocumentPage made={made} over={await overOf(visit, kind)} locale={locale} lead={text.record.customer(name, orgNumber)}>
      <p>{text.print}</p>
      <p>
        <a href={versions}>{text.versions}</a>
      </p>
      {more}
    </DocumentPage>,
  );
}

const ownPlaces = (customer: string, locale: Locale): VersionPlaces => ({
  over: { href: href('ownRecord', { customer }), title: pageWords[locale].kinds['record-processor'] },
  versions: href('ownRecordVersions', { customer }),
  version: (version) => href('ownRecordVersion', { customer, version }),
});

const ownRecordVersions = (visit: Visit): Promise<Response> =>
  versionsPage(visit, 'record-processor', ownPlaces(customerAsAdmin(visit).slug, visit.locale));

const ownRecordVersion = (visit: Visit): Promise<Response> =>
  versionPage(visit, 'record-processor', ownPlaces(customerAsAdmin(visit).slug, visit.locale));

/** A customer's papers are for its own administrators; for anyone else there are none. */
function customerAsAdmin(visit: Visit): ReturnType<typeof customerOf> {
  if (!actorOf(visit).roles.includes('customer_admin')) throw new NotFound();
  return customerOf(visit);
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
  ownRecord,
  ownRecordVersions,
  ownRecordVersion,
};
