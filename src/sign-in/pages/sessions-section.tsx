import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatDate, formatDateTime } from '../../ui/format.ts';
import { Form, Submit } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { Table, type Column } from '../../ui/table.tsx';
import { accountWords } from '../account-words.ts';
import type { AccountPageProps } from './account-page.tsx';
import { browserName } from './browser-name.ts';
import { RowButton } from './row-button.tsx';

type Row = AccountPageProps['account']['sessions'][number];

export function SessionsSection({ account, locale }: AccountPageProps) {
  const text = accountWords[locale].sessions;
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{text.title}</h2>
      <p>{text.text}</p>
      <Table caption={text.caption} captionHidden columns={columns(locale)} rows={account.sessions} empty="" />
      {account.sessions.length > 1 && (
        <Form action={href('revokeOtherSessions')}>
          <Submit text={text.endOthers} kind="quiet" />
        </Form>
      )}
    </section>
  );
}

function columns(locale: Locale): Column<Row>[] {
  const text = accountWords[locale].sessions;
  return [
    { title: text.browser, cell: (row) => browserName(row.browser, locale) },
    { title: text.since, cell: (row) => formatDate(row.created_at, locale) },
    { title: text.seen, cell: (row) => formatDateTime(row.last_seen_at, locale) },
    {
      title: text.action,
      cell: (row) =>
        row.current ? (
          <span>
            <Badge kind="accent">{text.this}</Badge>
          </span>
        ) : (
          <RowButton action={href('revokeSession', { session: row.id })} text={text.end} about={browserName(row.browser, locale)} />
        ),
    },
  ];
}
