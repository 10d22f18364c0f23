import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatRelativeDay, formatTime } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import type { NotificationRow } from '../notifications.queries.ts';
import { words } from '../words.ts';

type NotificationsPageProps = { locale: Locale; now: Date; rows: readonly NotificationRow[]; next: string | undefined; isFirst: boolean };

export function NotificationsPage({ locale, now, rows, next, isFirst }: NotificationsPageProps) {
  const text = words[locale];
  const said = ({ event, customerName }: NotificationRow) => [text.events[event]?.text ?? event, customerName].filter(Boolean).join(', ');
  return (
    <>
      <PageHeading title={text.title} lead={text.lead}>
        <ButtonLink href={href('notificationChoices')} kind="quiet">
          {text.change}
        </ButtonLink>
        {rows.some(({ read_at }) => !read_at) && (
          <form method="post" action={href('markNotificationsRead')}>
            <button class="quiet">{text.allRead}</button>
          </form>
        )}
      </PageHeading>
      {rows.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
        <Table
          caption={text.title}
          captionHidden
          rows={rows}
          empty={text.empty}
          columns={[
            { title: text.title, cell: said },
            {
              title: text.when,
              cell: (row) => (
                <span>
                  {formatRelativeDay(row.created_at, now, locale)} {formatTime(row.created_at, locale)}{' '}
                  {!row.read_at && <Badge kind="accent">{text.unread}</Badge>}
                </span>
              ),
            },
            {
              title: text.open,
              cell: (row) => (
                <form method="post" action={href('openNotification', { notification: row.id })}>
                  <button class="as-link" aria-label={text.openOf(said(row))}>
                    {text.open}
                  </button>
                </form>
              ),
            },
          ]}
        />
      )}
      <p class="hint">{text.kept}</p>
      {!isFirst && (
        <p>
          <a href={href('notifications')}>{text.first}</a>
        </p>
      )}
      {next && (
        <p>
          <a href={`${href('notifications')}?fore=${next}`} rel="next">
            {text.older}
          </a>
        </p>
      )}
    </>
  );
}
