import type { FieldError } from '../../platform/read-body.ts';
import { nameOf } from '../../people/index.ts';
import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { Choices, ErrorSummary, Form, HiddenField, Submit, TextField } from '../../ui/form.tsx';
import { formatDate, formatDateTime } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SearchedList, type ListFilter } from '../../ui/searched-list.tsx';
import { Table } from '../../ui/table.tsx';
import { scopes } from '../scopes.ts';
import { words } from '../words.ts';
import { tokenStates, type TokenRow, type TokensWanted } from './tokens.queries.ts';

export type TokensPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  wanted: TokensWanted;
  rows: readonly TokenRow[];
  next: string | undefined;
  now: Date;
  typed: { name: string; scopes: string[]; days: string; clientId: string };
  errors: readonly FieldError[];
};

export function TokensPage(props: TokensPageProps) {
  const { locale, customer, wanted, rows, next, errors } = props;
  const text = words[locale];
  const isNarrowed = wanted.name !== '' || wanted.state !== undefined;
  const isFirst = !wanted.after;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('members', { customer: customer.slug })}>{customer.name}</a>} title={text.title} lead={text.lead}>
        <a href={href('webhooks', { customer: customer.slug })}>{text.toWebhooks}</a> <a href={href('apiPage')}>{text.toDocument}</a>
      </PageHeading>
      <SearchedList
        here={href('apiTokens', { customer: customer.slug })}
        method="get"
        field="sok"
        searched={wanted.name}
        searchable={rows.length > 0 || isNarrowed || !isFirst}
        filters={[stateFilter(wanted, locale)]}
        text={text.list}
        empty={isNarrowed ? { title: text.list.noneTitle, text: text.list.noneFound } : { title: text.none, text: text.noneText }}
        {...{ next, isFirst }}
      >
        {rows.length > 0 && <Tokens {...props} />}
      </SearchedList>
      <NewToken {...props} />
    </>
  );
}

/** A token bears the name of what uses it, and no person's: it may stand in an address. */
function stateFilter({ state }: TokensWanted, locale: Locale): ListFilter {
  const text = words[locale].list;
  const options = [{ value: '', text: text.anyState }, ...tokenStates.map((value) => ({ value, text: text.states[value] }))];
  return { name: 'lage', label: words[locale].state, options, selected: state ?? '' };
}

function Tokens({ locale, customer, rows, now }: TokensPageProps) {
  const text = words[locale];
  return (
    <Table
      caption={text.title}
      captionHidden
      rows={rows}
      empty={text.none}
      columns={[
        { title: text.name, cell: (row) => row.name },
        { title: text.scopes, cell: (row) => row.scopes.map((scope) => <div key={scope}>{nameOfScope(scope, locale)}</div>) },
        { title: text.madeBy, cell: (row) => nameOf(row) },
        { title: text.used, cell: (row) => (row.last_used_at ? formatDateTime(row.last_used_at, locale) : text.never) },
        { title: text.state, cell: (row) => <State row={row} customer={customer.slug} locale={locale} now={now} /> },
      ]}
    />
  );
}

const nameOfScope = (scope: string, locale: Locale): string => (words[locale].scopeNames as Record<string, string>)[scope] ?? scope;

function State({ row, customer, locale, now }: { row: TokenRow; customer: string; locale: Locale; now: Date }) {
  const text = words[locale];
  if (row.revoked_at) return <Badge>{text.revoked}</Badge>;
  if (row.expires_at <= now) return <Badge>{text.expired}</Badge>;
  return (
    <div>
      {text.until(formatDate(row.expires_at, locale))}
      <Form action={href('revokeApiToken', { customer, access: row.id })}>
        <Submit text={text.revoke} kind="quiet" />
      </Form>
    </div>
  );
}

function NewToken({ locale, customer, typed, errors }: TokensPageProps) {
  const text = words[locale];
  const errorOf = (name: string) => {
    const error = errors.find((fault) => fault.name === name)?.text;
    return error === undefined ? {} : { error };
  };
  return (
    <section aria-labelledby="new">
      <h2 id="new">{text.new}</h2>
      <Form action={href('makeApiToken', { customer: customer.slug })}>
        <HiddenField name="client_id" value={typed.clientId} />
        <TextField name="name" label={text.name} hint={text.nameHint} value={typed.name} autocomplete="off" {...errorOf('name')} />
        <Choices
          kind="checkbox"
          name="scopes"
          legend={text.scopes}
          selected={typed.scopes}
          options={scopes.map((scope) => ({ value: scope, text: text.scopeNames[scope] }))}
          {...errorOf('scopes')}
        />
        <Choices
          kind="radio"
          name="days"
          legend={text.days}
          selected={typed.days}
          options={(['30', '90', '365'] as const).map((days) => ({ value: days, text: text.dayNames[days] }))}
          {...errorOf('days')}
        />
        <Submit text={text.make} />
      </Form>
    </section>
  );
}

/** The one page that shows a token. It is never stored, and its address says nothing of it. */
export function MadeTokenPage({ locale, customer, token }: { locale: Locale; customer: string; token: string | undefined }) {
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.madeTitle} lead={token ? text.madeText : text.pastText} />
      {token && (
        <p>
          {text.madeLabel}: <code>{token}</code>
        </p>
      )}
      <p>
        <a href={href('apiTokens', { customer })}>{text.back}</a>
      </p>
    </>
  );
}
