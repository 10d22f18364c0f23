import { dataMap } from '../../../data-map/index.ts';
import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Checkbox, ErrorSummary, Form, HiddenField, Submit } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { Receipt } from '../erase.ts';
import { receiptWords } from '../receipts/words.ts';
import { periodInWords } from '../explain.ts';
import { words } from '../words.ts';
import type { ErasePlan } from './erase-plan.ts';
import { ErasePlanText } from './erase-plan-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { decisionWords } from '../terms-decisions/words.ts';
import { closingWords } from './words.ts';

type Locale = 'sv' | 'en';

type Asked = { locale: Locale; plan: ErasePlan; dueAt: Date; error: string | undefined };

export function ClosingPage({ locale, plan, dueAt, error }: Asked) {
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.closeTitle} />
      <ErrorSummary errors={error ? [{ name: 'understand', text: error }] : []} locale={locale} />
      <ErasePlanText plan={plan} dueAt={dueAt} locale={locale} />
      <section>
        <h2>{text.closeSix(periodInWords(dataMap.account.retention.period, locale))}</h2>
        <p>
          {text.closeSixText(formatDate(dueAt, locale))} {closingWords[locale].willWarn}
        </p>
        <Form action={href('closeAccount')}>
          <HiddenField name="how" value="close" />
          <Submit text={text.closeTitle} />
        </Form>
      </section>
      <EraseNow locale={locale} error={error} />
    </>
  );
}

function EraseNow({ locale, error }: Pick<Asked, 'locale' | 'error'>) {
  const text = words[locale];
  return (
    <section>
      <h2>{text.eraseNow}</h2>
      <p>{text.eraseNowText}</p>
      <Form action={href('closeAccount')}>
        <HiddenField name="how" value="erase" />
        <Checkbox name="understand" label={text.understand} {...(error ? { error } : {})} />
        <Submit text={text.eraseNow} kind="danger" />
      </Form>
    </section>
  );
}

export function ClosedPage({ locale, dueAt }: { locale: Locale; dueAt: Date }) {
  const text = words[locale];
  return <PageHeading title={text.closedTitle} lead={`${text.closedText(formatDate(dueAt, locale))} ${closingWords[locale].willWarn}`} />;
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

type Closed = Omit<Asked, 'dueAt'> & { dueAt: Date | null; warnedAt: Date | null; isEnded: boolean };

/** What someone with a closed account may do: come back, read why it was ended, fetch their data, or erase it at once. */
export function ReopenPage({ locale, dueAt, warnedAt, plan, error, isEnded }: Closed) {
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.reopenTitle} />
      <ErrorSummary errors={error ? [{ name: 'understand', text: error }] : []} locale={locale} />
      {isEnded ? <ToDecision locale={locale} /> : dueAt && <WayBack locale={locale} dueAt={dueAt} warnedAt={warnedAt} />}
      <p>
        <ButtonLink href={href('myData')} kind="quiet">
          {text.backToData}
        </ButtonLink>
      </p>
      <ErasePlanText plan={plan} dueAt={dueAt} locale={locale} />
      <EraseNow locale={locale} error={error} />
    </>
  );
}

function WayBack({ locale, dueAt, warnedAt }: { locale: Locale; dueAt: Date; warnedAt: Date | null }) {
  const text = words[locale];
  const { warned, willWarn } = closingWords[locale];
  return (
    <>
      <p>{text.reopenText(formatDate(dueAt, locale))}</p>
      <p>{warnedAt ? warned(formatDate(warnedAt, locale)) : willWarn}</p>
      <Form action={href('reopenAccount')}>
        <Submit text={text.reopen} />
      </Form>
    </>
  );
}

function ToDecision({ locale }: { locale: Locale }) {
  const text = decisionWords[locale];
  return (
    <>
      <Notice kind="warning">{text.endedNotice}</Notice>
      <p>
        <ButtonLink href={href('ownDecisions')}>{text.toDecision}</ButtonLink>
      </p>
    </>
  );
}
