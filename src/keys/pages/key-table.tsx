import { Badge } from '../../ui/badge.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Table } from '../../ui/table.tsx';
import type { ListedKey } from '../batch.queries.ts';
import { batchWords } from '../batch-words.ts';
import type { KeyStatus } from '../key-status.ts';
import { nameOn } from '../shown-keys.ts';

type KeyTableProps = { locale: Locale; keys: readonly ListedKey[]; error: string | undefined };

/** A key is told by its last three characters: the rest is nowhere. */
export function KeyTable({ locale, keys, error }: KeyTableProps) {
  const text = batchWords[locale].batch;
  return (
    <Table
      caption={text.caption}
      captionHidden
      rows={keys}
      empty={text.none}
      columns={[
        { title: text.key, cell: (row) => <Selectable row={row} locale={locale} first={row === keys[0]} error={error} /> },
        { title: text.who, cell: (row) => <Who row={row} locale={locale} /> },
        { title: text.status, cell: (row) => <Status row={row} locale={locale} /> },
        { title: text.expires, cell: ({ expires_at }) => formatDate(expires_at, locale) },
      ]}
    />
  );
}

type SelectableProps = { row: ListedKey; locale: Locale; first: boolean; error: string | undefined };

function Selectable({ row, locale, first, error }: SelectableProps) {
  const text = batchWords[locale].batch;
  const shown = (
    <>
      <span class="unseen">{text.endsWith} </span>
      <span aria-hidden="true">…</span>
      {row.last_three}
    </>
  );
  if (row.status === 'redeemed') return shown;
  // The summary of errors leads to the first box.
  const id = first ? 'field-keys' : `key-${row.id}`;
  return (
    <span class="choice">
      <input type="checkbox" id={id} name="keys" value={row.id} aria-invalid={error ? 'true' : undefined} />
      <label for={id}>{shown}</label>
    </span>
  );
}

// One element each, so that a phone sets title and value side by side.
function Who({ row, locale }: { row: ListedKey; locale: Locale }) {
  const text = batchWords[locale].batch;
  if (!row.bound_email && !row.bound_given_name) return <>{row.status === 'redeemed' ? text.used : text.anyone}</>;
  const name = nameOn(row);
  return (
    <span>
      {name}
      {name && <br />}
      <span class={name ? 'hint' : undefined}>{row.bound_email}</span>
    </span>
  );
}

const kinds: Record<KeyStatus, 'plain' | 'accent' | 'caution' | 'problem'> = {
  made: 'plain',
  'handed-out': 'accent',
  redeemed: 'plain',
  blocked: 'problem',
  expired: 'caution',
};

function Status({ row, locale }: { row: ListedKey; locale: Locale }) {
  const since = { made: null, 'handed-out': row.handed_out_at, redeemed: row.redeemed_at, blocked: row.blocked_at, expired: null }[
    row.status
  ];
  return (
    <span>
      <Badge kind={kinds[row.status]}>{batchWords[locale].status[row.status]}</Badge>
      {since && ` ${formatDate(since, locale)}`}
    </span>
  );
}
