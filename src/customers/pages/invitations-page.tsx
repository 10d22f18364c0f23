import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { formatDate, formatNumber } from '../../ui/format.ts';
import { ListSteps } from '../../ui/list-steps.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { invitationState } from '../invitation-state.ts';
import type { ListedInvitation } from '../invitation.queries.ts';
import { words } from '../words.ts';
import { CustomerLinks } from './customer-links.tsx';

type InvitationsPageProps = {
  locale: Locale;
  now: Date;
  customer: { slug: string; name: string };
  rows: readonly ListedInvitation[];
  /** The link of each invitation, to hand around. */
  links: Record<string, string>;
  next: string | undefined;
};

export function InvitationsPage({ locale, now, customer, rows, links, next }: InvitationsPageProps) {
  const text = words[locale].invitations;
  return (
    <>
      <PageHeading over={customer.name} title={text.title} lead={text.lead}>
        <CustomerLinks customer={customer.slug} to={['newInvitation', 'members', 'whoSeesWhom']} />
      </PageHeading>
      {rows.length === 0 ? (
        <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>
      ) : (
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
      <ListSteps here={href('invitations', { customer: customer.slug })} isFirst next={next} text={{ first: '', more: text.more }} />
    </>
  );
}

// A cell is one box: on a phone it stands beside its title.
type Part = { row: ListedInvitation; locale: Locale };

function What({ row, locale }: Part) {
  const text = words[locale].invitations;
  return (
    <>
      {words[locale].roles[row.role]}
      {row.courses.length > 0 && <div class="hint">{row.courses.join(', ')}</div>}
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
