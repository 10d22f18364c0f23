import { href } from '../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit, TextField } from '../../ui/form.tsx';
import { formatDate, formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { BatchRow, ListedKey } from '../batch.queries.ts';
import { batchWords } from '../batch-words.ts';
import { keyStatuses, statusSlugs, type KeyStatus } from '../key-status.ts';
import { KeyTable } from './key-table.tsx';
import { WholeBatch } from './whole-batch.tsx';

export type BatchPageProps = {
  locale: Locale;
  customer: string;
  batch: BatchRow;
  keys: readonly ListedKey[];
  status: KeyStatus | undefined;
  next: string | undefined;
  isFirst: boolean;
  /** What was searched for, and what stands in the field. */
  sought: string | undefined;
  typed: string | undefined;
  undo: { what: string; at: string } | undefined;
  clientId: string;
  error: { name: string; text: string } | undefined;
};

export function BatchPage(props: BatchPageProps) {
  const { locale, customer, batch, keys, error } = props;
  const { batch: text, list } = batchWords[locale];
  return (
    <>
      <PageHeading
        over={<a href={href('keyBatches', { customer })}>{list.title}</a>}
        title={batch.label}
        lead={text.lead(batch.course_title, formatDate(batch.created_at, locale))}
      />
      <ErrorSummary errors={error ? [error] : []} locale={locale} />
      {props.undo && <Undo {...props} undo={props.undo} />}
      {batch.access_days && <p>{text.days(formatNumber(batch.access_days, locale))}</p>}
      {batch.bound_left > 0 && <p>{text.look}</p>}
      <Search {...props} />
      <Filter {...props} />
      {keys.length > 0 ? <SelectedKeys {...props} /> : <p>{props.sought ? text.noneFound : text.none}</p>}
      {props.sought ? props.next && <p>{text.manyFound}</p> : <Paging {...props} />}
      <WholeBatch {...props} />
    </>
  );
}

function Undo({ locale, customer, batch, undo }: BatchPageProps & { undo: { what: string; at: string } }) {
  return (
    <form method="post" action={href('undoKeyChange', { customer, batch: batch.id })}>
      <HiddenField name="what" value={undo.what} />
      <HiddenField name="at" value={undo.at} />
      <Submit text={batchWords[locale].batch.undo} kind="quiet" />
    </form>
  );
}

function Search({ locale, customer, batch, typed, error }: BatchPageProps) {
  const text = batchWords[locale].batch;
  return (
    <Form action={href('findKeys', { customer, batch: batch.id })}>
      <TextField
        name="sought"
        type="search"
        label={batch.bound_left > 0 ? text.searchBound : text.search}
        value={typed ?? ''}
        size={batch.bound_left > 0 ? 28 : 12}
        autocomplete="off"
        spellcheck={false}
        {...(error?.name === 'sought' ? { error: error.text } : {})}
      />
      <Submit text={text.searchButton} kind="quiet" />
    </Form>
  );
}

function Filter({ locale, customer, batch, status, sought }: BatchPageProps) {
  const { batch: text, statuses } = batchWords[locale];
  const here = href('keyBatch', { customer, batch: batch.id });
  const all = Object.values(batch.counts).reduce((sum, count) => sum + count, 0);
  const links = [
    { href: here, text: text.all, count: all, current: status === undefined && !sought },
    ...keyStatuses.map((one) => ({
      href: `${here}?lage=${statusSlugs[one]}`,
      text: statuses[one],
      count: batch.counts[one] ?? 0,
      current: status === one,
    })),
  ];
  return (
    <nav class="pagination" aria-label={text.filter}>
      {links.map((link) => {
        const shown = `${link.text} (${formatNumber(link.count, locale)})`;
        return link.current ? (
          <strong key={link.href} aria-current="true">
            {shown}
          </strong>
        ) : (
          <a key={link.href} href={link.href}>
            {shown}
          </a>
        );
      })}
    </nav>
  );
}

function SelectedKeys({ locale, customer, batch, keys, clientId, error }: BatchPageProps) {
  const text = batchWords[locale].batch;
  const at = { customer, batch: batch.id };
  return (
    <Form action={href('changeKeys', at)}>
      <KeyTable locale={locale} keys={keys} error={error?.name === 'keys' ? error.text : undefined} />
      <h2>{text.selected}</h2>
      <div class="actions">
        <Submit name="change" value="hand-out" text={text.handOut} kind="quiet" />
        <Submit name="change" value="block" text={text.block} kind="quiet" />
        <Submit name="change" value="unblock" text={text.unblock} kind="quiet" />
        {batch.bound_left > 0 && <Submit name="change" value="send" text={text.send} kind="quiet" />}
        <Submit formaction={href('replaceKeys', at)} text={text.replace} kind="danger" />
      </div>
      <p class="hint">{text.replaceHint}</p>
      <HiddenField name="client_id" value={clientId} />
    </Form>
  );
}

function Paging({ locale, customer, batch, status, next, isFirst }: BatchPageProps) {
  const text = batchWords[locale].batch;
  const here = href('keyBatch', { customer, batch: batch.id });
  const chosen = status ? `lage=${statusSlugs[status]}` : '';
  return (
    <>
      {!isFirst && (
        <p>
          <a href={chosen ? `${here}?${chosen}` : here}>{text.first}</a>
        </p>
      )}
      {next && (
        <p>
          <a href={`${here}?${chosen ? `${chosen}&` : ''}efter=${next}`} rel="next">
            {text.more}
          </a>
        </p>
      )}
    </>
  );
}
