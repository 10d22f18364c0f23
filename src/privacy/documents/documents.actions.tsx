import { acrossCustomers } from '../../platform/database.ts';
import { customerOf, NotFound, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { factsOf, overOf } from './document-now.ts';
import { DocumentPage } from './document-page.tsx';
import { documentKinds, type Document, type DocumentKind } from './document.ts';
import { listCustomers } from './documents.queries.ts';
import { controllerSeen } from './look-at-contacts.ts';
import { makeDocument } from './make.ts';
import { pageWords } from './page-words.ts';
import { CustomerRecords } from './record-pages.tsx';
import { recordActions } from './record.actions.tsx';
import { DocumentListPage, openPlaces, type NamedKind } from './version-pages.tsx';
import { versionPage, versionsPage } from './versions.tsx';

const customersListed = 50;

/** Everyone may read all but the records of processing, which are the operator's own (Art. 30(4)). */
const open: readonly NamedKind[] = ['terms', ...documentKinds.filter((kind) => !kind.startsWith('record-'))];
const all: readonly NamedKind[] = ['terms', ...documentKinds];
const readable = (visit: Visit): readonly NamedKind[] => ((visit.actor?.operatorRoles.length ?? 0) > 0 ? all : open);

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
  const controller = await controllerSeen(visit, customerOf(visit).id, scopeOf(visit, 'administer-customer'), 'own customer');
  return { made: makeDocument('annex', { ...factsOf(visit), controller }, visit.locale), over: await overOf(visit, 'annex') };
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
  ...recordActions,
};
