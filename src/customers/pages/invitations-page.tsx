import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { ErrorSummary, Form, Submit } from '../../ui/form.tsx';
import { formatDate, formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SearchedList } from '../../ui/searched-list.tsx';
import { Table } from '../../ui/table.tsx';
import { invitationState, invitationStates, type InvitationState } from '../invitation-state.ts';
import { invitationOrders, type InvitationsWanted, type ListedInvitation } from '../invitations.queries.ts';
import { words } from '../words.ts';
import { staffRoles } from '../roles.queries.ts';
import { CustomerLinks } from './customer-links.tsx';
import { roleFilter } from './role-filter.ts';

type InvitationsPageProps = {
  locale: Locale;
  now: Date;
  customer: { slug: string; name: string };
  rows: readonly ListedInvitation[];
  /** The link of each invitation, to hand around. */
  links: Record<string, string>;
  next: string | undefined;
  asked: AskedInvitations;
};

export type AskedInvitations = Omit<InvitationsWanted, 'customerId'> & { error?: string };

export function InvitationsPage({ locale, now, customer, rows, links, next, asked }: InvitationsPageProps) {
  const text = words[locale].invitations;
  const isAll = asked.text === '' && !asked.role && !asked.state;
  return (
    <>
      <ErrorSummary locale={locale} errors={asked.error ? [{ name: 'text', text: asked.error }] : []} />
      <PageHeading over={customer.name} title={text.title} lead={text.lead}>
        <CustomerLinks customer={customer.slug} to={['newInvitation', 'members', 'whoSeesWhom']} />
      </PageHeading>
      <SearchedList
        here={href('invitations', { customer: customer.slug })}
        field="text"
        searched={asked.text}
        error={asked.error}
        searchable={rows.length > 0 || !isAll}
        filters={[roleFilter(asked.role, locale, staffRoles), stateFilter(asked.state, locale)]}
        filtersInAddress
        order={{ selected: asked.order, options: invitationOrders.map((value) => ({ value, text: text.orders[value] })) }}
        {...{ next, text }}
        isFirst={!asked.after}
        empty={isAll ? { title: text.emptyTitle, text: text.empty } : { title: text.noneTitle, text: text.none }}
      >
        {rows.length > 0 && (
          <Table
            caption={text.caption}
            captionHidden
            rows={rows}
            empty={text.empty}
            columns={[
              { title: text.what, cell: (row) => <What row={row} locale={locale} /> },
              { title: text.toWhom, cell: (row) => <ToWhom row={row} link={links[row.id]!} now={now} locale={locale} /> },
              { title: text.accepted, cell: (row) => <Accepted row={row} locale={locale} /> },
              { title: text.state, cell: (row) => <State row={row} now={now} customer={customer.slug} locale={locale} /> },
            ]}
          />
        )}
      </SearchedList>
    </>
  );
}

function stateFilter(state: InvitationState | undefined, locale: Locale) {
  const text = words[locale].invitations;
  const options = [{ value: '', text: text.anyState }, ...invitationStates.map((value) => ({ value, text: text.states[value] }))];
  return { name: 'lage', label: text.state, options, selected: state ?? '' };
}

// A cell is one box: on a phone it stands beside its title.
type Part = { row: ListedInvitation; locale: Locale };

function What({ row, locale }: Part) {
  const text = words[locale].invitations;
  return (
    <>
      {words[locale].roles[row.role]}
      {row.courses.length > 0 && <div class="hint">{row.courses.join(', ')}</div>}
      {row.groups.length > 0 && <div class="hint">{text.toGroups(row.groups.join(', '))}</div>}
      {row.access_ends_at && <div class="hint">{text.accessUntil(formatDate(row.access_ends_at, locale))}</div>}
    </>
  );
}

function ToWhom({ row, link, now, locale }: Part & { link: string; now: Date }) {
  const text = words[locale].invitations;
  return (
    <div>
      {row.waiting.map(({ id, address }) => (
        <div key={id}>{address}</div>
      ))}
      {row.domains.length > 0 && <div>{text.inDomains(row.domains.join(', '))}</div>}
      {!row.only_listed && <div>{text.anyone}</div>}
      {row.only_listed && row.waiting.length === 0 && row.domains.length === 0 && <div>{text.named}</div>}
      {(row.domains.length > 0 || !row.only_listed) && invitationState(row, now) === 'open' && (
        <div>
          {text.link} <code>{link}</code>
        </div>
      )}
    </div>
  );
}

function Accepted({ row, locale }: Part) {
  const text = words[locale].invitations;
  return (
    <div>
      {text.uses(formatNumber(row.uses, locale), formatNumber(row.max_uses, locale))}
      {row.accepted.map(({ id, name }) => (
        <div key={id}>{name || words[locale].members.noName}</div>
      ))}
    </div>
  );
}

function State({ row, now, customer, locale }: Part & { now: Date; customer: string }) {
  const text = words[locale].invitations;
  const state = invitationState(row, now);
  return (
    <div>
      <Badge kind={state === 'open' ? 'accent' : 'plain'}>{text.states[state]}</Badge>
      {state === 'open' && <div class="hint">{text.until(formatDate(row.expires_at, locale))}</div>}
      {!row.revoked_at && (
        <Form action={href('revokeInvitation', { customer, invitation: row.id })}>
          <Submit text={row.uses > 0 ? text.revokeAll : text.revoke} kind="quiet" />
        </Form>
      )}
    </div>
  );
}
