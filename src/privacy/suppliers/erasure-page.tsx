import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { ErrorSummary, Form, Submit, TextField } from '../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../ui/format.ts';
import { Disclosure } from '../../ui/dialog.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { ReceiptText } from '../receipts/receipt-page.tsx';
import type { ReceiptDocument } from '../receipts/receipt-document.ts';
import type { Notice } from './notices.queries.ts';
import { supplierWords } from './words.ts';

/** What was typed about one notice, and what was wrong with it. */
export type TypedNote = { notice: string; note: string };
type Props = { locale: Locale; document: ReceiptDocument; notices: Notice[]; typed: TypedNote | undefined };

export function ErasurePage({ locale, document, notices, typed }: Props) {
  const text = supplierWords[locale];
  const errors = typed ? [{ name: 'note', text: text.wrong, field: `note-${typed.notice}` }] : [];
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('erasures')}>{text.title}</a>} title={text.one} />
      <section>
        <h2>{text.notices}</h2>
        <p>{text.noticesLead}</p>
        <Table
          caption={text.notices}
          captionHidden
          columns={[
            { title: text.supplier, cell: ({ supplier }: Notice) => supplier },
            { title: text.noticeState, cell: (notice) => <State notice={notice} locale={locale} /> },
            { title: text.answer, cell: (notice) => <Answer notice={notice} locale={locale} typed={typed} /> },
          ]}
          rows={notices}
          empty={text.none}
        />
      </section>
      <section>
        <h2>{text.receipt}</h2>
        <ReceiptText locale={locale} document={document} />
      </section>
    </>
  );
}

type One = { notice: Notice; locale: Locale };

function State({ notice: { state, confirmed_at, attempts }, locale }: One) {
  const text = supplierWords[locale];
  const kind = state === 'confirmed' ? 'plain' : state === 'failed' ? 'problem' : 'caution';
  return (
    <>
      <Badge kind={kind}>{text.noticeStates[state]}</Badge> {confirmed_at && formatDateTime(confirmed_at, locale)}
      {!confirmed_at && attempts > 0 && text.tried(formatNumber(attempts, locale))}
    </>
  );
}

function Answer({ notice, locale, typed }: One & { typed: TypedNote | undefined }) {
  const text = supplierWords[locale];
  const { id, erasure_id: erasure, state, answer } = notice;
  if (state === 'confirmed') return answer.startsWith('{') ? <SignedAnswer answer={answer} locale={locale} /> : <>{answer}</>;
  if (state === 'waiting') return <>–</>;
  const mine = typed?.notice === id ? { value: typed.note, error: text.wrong } : {};
  return (
    <>
      {state === 'failed' && (
        <Form action={href('handleNotice', { erasure, notice: id })}>
          <Submit text={text.again} kind="quiet" name="step" value="again" />
        </Form>
      )}
      <Form action={href('handleNotice', { erasure, notice: id })}>
        <p>{text.stateNumber(id)}</p>
        <TextField name="note" id={`note-${id}`} label={text.byHand} hint={text.byHandHint} maxlength={500} {...mine} />
        <Submit text={text.confirm} kind="quiet" name="step" value="confirmed" />
      </Form>
    </>
  );
}

function SignedAnswer({ answer, locale }: { answer: string; locale: Locale }) {
  return (
    <Disclosure summary={supplierWords[locale].signed}>
      <pre>{answer}</pre>
    </Disclosure>
  );
}
