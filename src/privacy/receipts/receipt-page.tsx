import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { formatDate, formatDateTime, formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import type { ReceiptDocument } from './receipt-document.ts';
import { receiptWords } from './words.ts';

export function ReceiptPage({ locale, token, document }: { locale: Locale; token: string; document: ReceiptDocument }) {
  const text = receiptWords[locale];
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <p>{text.keep}</p>
      <p class="actions">
        <ButtonLink href={href('erasureReceiptFile', { token })} download>
          {text.download}
        </ButtonLink>{' '}
        <ButtonLink href={href('checkReceipt')} kind="quiet">
          {text.checkTitle}
        </ButtonLink>
      </p>
      <ReceiptText locale={locale} document={document} />
    </>
  );
}

const at = (time: string, locale: Locale) => formatDateTime(new Date(time), locale);

/** The receipt in words, wherever it is read. */
export function ReceiptText({ locale, document }: { locale: Locale; document: ReceiptDocument }) {
  const text = receiptWords[locale];
  const { backups, finishedAt, atCustomer, olderBackupsUntil } = document;
  return (
    <>
      <DefinitionList
        items={[
          { term: text.number, description: document.number },
          { term: text.issuedBy, description: document.issuedBy },
          { term: text.asked, description: at(document.requestedAt, locale) },
          { term: text.finished, description: finishedAt ? at(finishedAt, locale) : text.notFinished },
          { term: text.way, description: text.ways[document.way] },
        ]}
      />
      <Erased document={document} locale={locale} />
      <Kept document={document} locale={locale} />
      {atCustomer || olderBackupsUntil ? <p>{text.atCustomer}</p> : <Suppliers document={document} locale={locale} />}
      {olderBackupsUntil && (
        <section>
          <h2>{text.backups}</h2>
          <p>{text.older(formatDate(new Date(olderBackupsUntil), locale))}</p>
        </section>
      )}
      {backups && (
        <section>
          <h2>{text.backups}</h2>
          <p>
            {text.unreadable(
              formatDate(new Date(backups.unreadableFrom), locale),
              formatDate(new Date(backups.keyringCopiesUntil), locale),
            )}
          </p>
        </section>
      )}
    </>
  );
}

type Part = { document: ReceiptDocument; locale: Locale };

function Erased({ document, locale }: Part) {
  const text = receiptWords[locale];
  return (
    <section>
      <h2>{text.erased}</h2>
      <Table
        caption={text.erased}
        captionHidden
        columns={[
          { title: text.data, cell: (row: ReceiptDocument['erased'][number]) => row.data[locale] },
          { title: text.kinds, cell: (row) => row.kinds[locale] },
          { title: text.what, cell: (row) => text.done[row.done] },
          { title: text.entries, numeric: true, cell: (row) => formatNumber(row.entries, locale) },
        ]}
        rows={document.erased}
        empty={text.nothing}
      />
    </section>
  );
}

function Kept({ document, locale }: Part) {
  const text = receiptWords[locale];
  return (
    <section>
      <h2>{text.kept}</h2>
      <Table
        caption={text.kept}
        captionHidden
        columns={[
          { title: text.data, cell: (row: ReceiptDocument['kept'][number]) => row.what[locale] },
          { title: text.law, cell: (row) => row.law[locale] },
          { title: text.until, whole: true, cell: (row) => formatDate(new Date(row.until), locale) },
        ]}
        rows={document.kept}
        empty={text.nothing}
      />
    </section>
  );
}

function Suppliers({ document, locale }: Part) {
  const text = receiptWords[locale];
  return (
    <section>
      <h2>{text.suppliers}</h2>
      <p>{text.suppliersText}</p>
      <Table
        caption={text.suppliers}
        captionHidden
        columns={[
          { title: text.supplier, cell: (row: ReceiptDocument['suppliers'][number]) => row.name },
          { title: text.confirmed, cell: ({ confirmedAt }) => (confirmedAt ? at(confirmedAt, locale) : text.notConfirmed) },
        ]}
        rows={document.suppliers}
        empty={text.noSuppliers}
      />
    </section>
  );
}
