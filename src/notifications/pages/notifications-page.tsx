import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { formatRelativeDay, formatTime } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SearchedList, type ListFilter } from '../../ui/searched-list.tsx';
import { Table } from '../../ui/table.tsx';
import { eventsFor } from '../events.ts';
import { notificationStates, type NotificationRow, type NotificationsWanted } from '../notifications.queries.ts';
import { words } from '../words.ts';

type NotificationsPageProps = {
  locale: Locale;
  /** Of the operator's people, who are told of more. */
  isStaff: boolean;
  now: Date;
  wanted: NotificationsWanted;
  rows: readonly NotificationRow[];
  next: string | undefined;
};

export function NotificationsPage({ locale, isStaff, now, wanted, rows, next }: NotificationsPageProps) {
  const text = words[locale];
  const isNarrowed = wanted.text !== '' || wanted.state !== undefined || wanted.event !== undefined;
  const isFirst = !wanted.after;
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
      <SearchedList
        here={href('notifications')}
        method="get"
        field="sok"
        searched={wanted.text}
        filters={filtersOf(wanted, isStaff, locale)}
        searchable={rows.length > 0 || isNarrowed || !isFirst}
        text={text.list}
        empty={isNarrowed ? { title: text.list.noneTitle, text: text.list.noneFound } : { title: text.emptyTitle, text: text.empty }}
        {...{ next, isFirst }}
      >
        {rows.length > 0 && <Notifications {...{ locale, now, rows }} />}
      </SearchedList>
      <p class="hint">{text.kept}</p>
    </>
  );
}

/** By what has happened and whether it is read: nobody's name, so that it may stand in an address. */
function filtersOf({ state, event }: NotificationsWanted, isStaff: boolean, locale: Locale): ListFilter[] {
  const { list, events } = words[locale];
  const any = { value: '', text: list.any };
  const byText = new Intl.Collator(locale).compare;
  const ofEvents = eventsFor(isStaff)
    .map((value) => ({ value, text: events[value].choice }))
    .sort((a, b) => byText(a.text, b.text));
  const ofStates = notificationStates.map((value) => ({ value, text: list.states[value] }));
  return [
    { name: 'lage', label: list.state, options: [any, ...ofStates], selected: state ?? '' },
    { name: 'slag', label: list.event, options: [any, ...ofEvents], selected: event ?? '' },
  ];
}

function Notifications({ locale, now, rows }: Pick<NotificationsPageProps, 'locale' | 'now' | 'rows'>) {
  const text = words[locale];
  const said = ({ event, courseTitle, customerName }: NotificationRow) =>
    [text.events[event]?.text ?? event, courseTitle, customerName].filter(Boolean).join(', ');
  return (
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
  );
}
