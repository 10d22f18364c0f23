import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Checkbox, ErrorSummary, Form, HiddenField, Submit } from '../../ui/form.tsx';
import { formatDate, formatNumber } from '../../ui/format.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import type { Receipt } from '../erase.ts';
import { receiptWords } from '../receipts/words.ts';
import { words } from '../words.ts';
import type { HeldTable } from './my-data-page.tsx';

type Locale = 'sv' | 'en';

/** The plan is shown before anything is done: what goes, what is made anonymous. */
export function ClosingPage({
  locale,
  tables,
  dueAt,
  error,
}: {
  locale: Locale;
  tables: HeldTable[];
  dueAt: Date;
  error: string | undefined;
}) {
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.closeTitle} />
      <ErrorSummary errors={error ? [{ name: 'understand', text: error }] : []} locale={locale} />
      <section>
        <h2>{text.closeSix}</h2>
        <p>{text.closeSixText(formatDate(dueAt, locale))}</p>
        <Form action={href('closeAccount')}>
          <HiddenField name="how" value="close" />
          <Submit text={text.closeTitle} />
        </Form>
      </section>
      <section>
        <h2>{text.eraseNow}</h2>
        <p>{text.eraseNowText}</p>
        <Form action={href('closeAccount')}>
          <HiddenField name="how" value="erase" />
          <Checkbox name="understand" label={text.understand} {...(error ? { error } : {})} />
          <Submit text={text.eraseNow} kind="danger" />
        </Form>
      </section>
      <Table
        caption={text.plan}
        columns={[
          { title: text.planWhat, cell: ({ entry }: HeldTable) => entry.title[locale] },
          { title: text.planCount, numeric: true, cell: ({ count }) => formatNumber(count, locale) },
          { title: text.planThen, cell: (held) => fate(held, locale) },
        ]}
        rows={tables}
        empty={text.nothing}
      />
    </>
  );
}

function fate({ entry }: HeldTable, locale: Locale): string {
  const text = words[locale];
  const sentence = { delete: text.planDelete, anonymise: text.planAnonymise, 'take-out': text.planTakeOut, leave: text.planLeave };
  return [...new Set(entry.edges.map((edge) => sentence[edge.onErasure]))].join('; ');
}

export function ClosedPage({ locale, dueAt }: { locale: Locale; dueAt: Date }) {
  const text = words[locale];
  return <PageHeading title={text.closedTitle} lead={text.closedText(formatDate(dueAt, locale))} />;
}

type Erased = { locale: Locale; erasureId: string; token: string; receipt: Receipt | undefined };

export function ErasedPage({ locale, erasureId, token, receipt }: Erased) {
  const text = words[locale];
  const { backups, held } = receipt ?? {};
  if (held) {
    const until = formatDate(new Date(new Date(held.until).getTime() - 1), locale);
    return (
      <>
        <PageHeading title={text.heldTitle} lead={text.heldText(held.law, until)} />
        <p>{text.erasedText(erasureId)}</p>
        <ToReceipt token={token} locale={locale} />
      </>
    );
  }
  return (
    <>
      <PageHeading title={text.erasedTitle} lead={text.erasedText(erasureId)} />
      {backups ? (
        <>
          <p>{text.erasedBackups(formatDate(new Date(backups.unreadableFrom), locale))}</p>
          <p>{text.erasedCopies(formatDate(new Date(backups.keyringCopiesUntil), locale))}</p>
        </>
      ) : undefined}
      <ToReceipt token={token} locale={locale} />
    </>
  );
}

/** The only time that the address of the receipt is told: afterwards nobody knows whose it is. */
function ToReceipt({ token, locale }: { token: string; locale: Locale }) {
  const text = receiptWords[locale];
  return (
    <>
      <p>{text.keep}</p>
      <p class="actions">
        <ButtonLink href={href('erasureReceipt', { token })}>{text.open}</ButtonLink>{' '}
        <ButtonLink href={href('erasureReceiptFile', { token })} kind="quiet" download>
          {text.download}
        </ButtonLink>
      </p>
    </>
  );
}

export function ReopenPage({ locale, dueAt }: { locale: Locale; dueAt: Date }) {
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.reopenTitle} lead={text.reopenText(formatDate(dueAt, locale))} />
      <Form action={href('reopenAccount')}>
        <Submit text={text.reopen} />
      </Form>
      <p>
        <ButtonLink href={href('myData')} kind="quiet">
          {text.backToData}
        </ButtonLink>
      </p>
    </>
  );
}
