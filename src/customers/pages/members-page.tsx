import { href } from '../../routes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary, Form, HiddenField, Submit, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { nameOf } from '../name-of.ts';
import type { MemberRow } from '../members.queries.ts';
import { words } from '../words.ts';
import { CustomerLinks } from './customer-links.tsx';

export type MembersPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  members: readonly MemberRow[];
  next: string | undefined;
  isFirst: boolean;
  searched: string;
  error?: string;
};

export function MembersPage(props: MembersPageProps) {
  const { locale, customer, members, searched, isFirst, error } = props;
  const text = words[locale].members;
  const all = href('members', { customer: customer.slug });
  return (
    <>
      <ErrorSummary locale={locale} errors={error ? [{ name: 'text', text: error }] : []} />
      <PageHeading over={customer.name} title={text.title} lead={text.lead}>
        <CustomerLinks
          customer={customer.slug}
          to={['groups', 'invitations', 'whoSeesWhom', 'inbox', 'processorAnnex', 'handedRequests', 'apiTokens']}
        />
      </PageHeading>
      <Form action={all}>
        <TextField
          name="text"
          type="search"
          label={text.search}
          hint={text.searchHint}
          value={searched}
          size={28}
          autocomplete="off"
          spellcheck={false}
          {...(error ? { error } : {})}
        />
        <Submit text={text.searchButton} kind="quiet" />
      </Form>
      {(searched || !isFirst) && (
        <p>
          <a href={all}>{text.showAll}</a>
        </p>
      )}
      {members.length > 0 ? <People {...props} /> : !error && <EmptyState title={text.noneFoundTitle}>{text.noneFound}</EmptyState>}
      <More {...props} />
    </>
  );
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

function More({ locale, customer, next, searched }: MembersPageProps) {
  if (!next) return null;
  const text = words[locale].members;
  const all = href('members', { customer: customer.slug });
  if (!searched) {
    return (
      <p>
        <a href={`${all}?efter=${next}`} rel="next">
          {text.more}
        </a>
      </p>
    );
  }
  return (
    <Form action={all}>
      <HiddenField name="text" value={searched} />
      <HiddenField name="after" value={next} />
      <Submit text={text.more} kind="quiet" />
    </Form>
  );
}
