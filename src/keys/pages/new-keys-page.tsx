import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { HiddenField, Submit } from '../../ui/form.tsx';
import { formatDate, formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { batchWords } from '../batch-words.ts';
import type { ShownKey, ShownKeys } from '../shown-keys.ts';

type NewKeysPageProps = {
  locale: Locale;
  customer: string;
  shown: ShownKeys;
  clientId: string;
  skipped?: number;
  replaced?: boolean;
};

export function NewKeysPage({ locale, customer, shown, clientId, skipped = 0, replaced = false }: NewKeysPageProps) {
  const { made: text, list, sheet } = batchWords[locale];
  const { batch, keys } = shown;
  return (
    <>
      <PageHeading
        over={<a href={href('keyBatches', { customer })}>{list.title}</a>}
        title={text.title}
        lead={text.lead(formatNumber(keys.length, locale), batch.course)}
      />
      <Notice kind="important" title={text.onceTitle}>
        {replaced ? `${text.replaced} ${text.once}` : text.once}
      </Notice>
      {skipped > 0 && <p>{text.skipped(formatNumber(skipped, locale))}</p>}
      <div class="actions">
        <Download action={href('keySheet', { customer })} clientId={clientId} text={text.sheet} kind="primary" />
        <Download action={href('keyFile', { customer })} clientId={clientId} text={text.file} kind="quiet" />
      </div>
      <p>{sheet.expires(formatDate(batch.expiresAt, locale))}</p>
      <KeyTable locale={locale} keys={keys} />
      <p class="actions">
        <ButtonLink href={href('keyBatch', { customer, batch: batch.id })} kind="quiet">
          {text.done}
        </ButtonLink>
      </p>
    </>
  );
}

type DownloadProps = { action: string; clientId: string; text: string; kind: 'primary' | 'quiet' };

// A form, so that what the keys are made from stands in no address.
function Download({ action, clientId, text, kind }: DownloadProps) {
  return (
    <form method="post" action={action}>
      <HiddenField name="client_id" value={clientId} />
      <Submit text={text} kind={kind} />
    </form>
  );
}

function KeyTable({ locale, keys }: { locale: Locale; keys: readonly ShownKey[] }) {
  const text = batchWords[locale].made;
  const bound = keys.some(({ email }) => email !== '');
  return (
    <Table
      caption={text.caption}
      rows={keys}
      empty=""
      columns={[
        { title: text.columns.key, cell: ({ key }) => <strong>{key}</strong> },
        ...(bound
          ? [
              { title: text.columns.name, cell: ({ name }: ShownKey) => name },
              { title: text.columns.email, cell: ({ email }: ShownKey) => email },
            ]
          : []),
      ]}
    />
  );
}

export function PastKeysPage({ locale, customer }: { locale: Locale; customer: string }) {
  const text = batchWords[locale].made;
  return (
    <>
      <PageHeading title={text.pastTitle} lead={text.past} />
      <p class="actions">
        <ButtonLink href={href('keyBatches', { customer })}>{text.toList}</ButtonLink>
      </p>
    </>
  );
}
