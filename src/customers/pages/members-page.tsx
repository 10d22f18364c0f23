import { href } from '../../routes.ts';
import { ErrorSummary } from '../../ui/form.tsx';
import type { ListOrder } from '../../ui/list-order.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SearchedList } from '../../ui/searched-list.tsx';
import { Table } from '../../ui/table.tsx';
import { nameOf } from '../name-of.ts';
import { memberOrders, type MemberOrder, type MemberRow } from '../members.queries.ts';
import { words } from '../words.ts';
import { CustomerLinks } from './customer-links.tsx';
import { roleFilter } from './role-filter.ts';
import type { InvitedRole } from '../roles.queries.ts';

export type MembersPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  members: readonly MemberRow[];
  next: string | undefined;
  isFirst: boolean;
  searched: string;
  role: InvitedRole | undefined;
  order: MemberOrder | undefined;
  error?: string;
};

export function MembersPage(props: MembersPageProps) {
  const { locale, customer, members, searched, role, next, isFirst, error } = props;
  const text = words[locale].members;
  return (
    <>
      <ErrorSummary locale={locale} errors={error ? [{ name: 'text', text: error }] : []} />
      <PageHeading over={customer.name} title={text.title} lead={text.lead}>
        <CustomerLinks
          customer={customer.slug}
          to={['groups', 'invitations', 'whoSeesWhom', 'inbox', 'dataProcessing', 'handedRequests', 'apiTokens']}
        />
      </PageHeading>
      <SearchedList
        here={href('members', { customer: customer.slug })}
        field="text"
        searchable
        filters={[roleFilter(role, locale)]}
        filtersInAddress
        order={orderOf(props)}
        {...{ searched, error, next, isFirst, text }}
        empty={{ title: text.noneFoundTitle, text: text.noneFound }}
      >
        {members.length > 0 && <People {...props} />}
      </SearchedList>
    </>
  );
}

function orderOf({ locale, order }: MembersPageProps): ListOrder {
  const { orders } = words[locale].members;
  const direction = { name: 'ascending', 'name-last': 'descending' } as const;
  const options = memberOrders.map((value) => ({ value, text: orders[value], column: 'name', direction: direction[value] }));
  return { options, selected: order };
}

function People({ locale, customer, members, searched }: MembersPageProps) {
  const text = words[locale].members;
  const roles: Record<string, string> = words[locale].roles;
  return (
    <Table
      caption={searched ? text.found(searched) : text.caption}
      rows={members}
      empty={text.noneFound}
      columns={[
        {
          title: text.name,
          order: 'name',
          cell: (person) => (
            <>
              <a href={href('member', { customer: customer.slug, member: person.id })}>{nameOf(person) || text.noName}</a>
              <br />
              <span class="hint">{person.email}</span>
            </>
          ),
        },
        { title: text.roles, cell: (person) => person.roles.map((role) => roles[role]).join(', ') },
      ]}
    />
  );
}
