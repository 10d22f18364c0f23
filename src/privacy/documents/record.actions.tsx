import type { VNode } from 'preact';
import { acrossCustomers } from '../../platform/database.ts';
import { actorOf, customerOf, NotFound, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import type { Locale } from '../../ui/locale.ts';
import { page } from '../../ui/page.tsx';
import type { Controller } from './controller.ts';
import { factsOf, overOf } from './document-now.ts';
import { DocumentPage } from './document-page.tsx';
import { controllerSeen } from './look-at-contacts.ts';
import { makeDocument } from './make.ts';
import { pageWords } from './page-words.ts';
import type { VersionPlaces } from './version-pages.tsx';
import { versionPage, versionsPage } from './versions.tsx';

/** The record of what is done for one customer, who is named in it with how the customer is reached (Art. 30(2)(a)). */
async function processorRecord(visit: Visit): Promise<Response> {
  const controller = await controllerSeen(visit, customerOf(visit).id, acrossCustomers('proof'), 'desk');
  return recordPage(visit, controller, href('documentVersions', { document: 'record-processor' }));
}

/** The same record, read by the customer whose it is. */
async function ownRecord(visit: Visit): Promise<Response> {
  const { id, slug: customer, endedAt } = customerAsAdmin(visit);
  const controller = await controllerSeen(visit, id, scopeOf(visit, 'administer-customer'), 'own customer');
  const { own } = pageWords[visit.locale].record;
  return recordPage(
    visit,
    controller,
    href('ownRecordVersions', { customer }),
    <>
      {!endedAt && (
        <ButtonLink href={href('customerContact', { customer })} kind="quiet">
          {own.contact}
        </ButtonLink>
      )}
      <ButtonLink href={href('dataProcessing', { customer })} kind="quiet">
        {own.annex}
      </ButtonLink>
    </>,
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
    <DocumentPage
      made={made}
      over={await overOf(visit, kind)}
      locale={locale}
      lead={text.record.customer(name, orgNumber)}
      ways={
        <>
          <ButtonLink href={versions} kind="quiet">
            {text.versions}
          </ButtonLink>
          {more}
        </>
      }
    >
      <p>{text.print}</p>
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

export const recordActions = { processorRecord, ownRecord, ownRecordVersions, ownRecordVersion };
