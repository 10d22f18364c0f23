import type { FieldError } from '../../../platform/read-body.ts';
import { nameOf } from '../../../people/index.ts';
import { href } from '../../../routes.ts';
import { Badge } from '../../../ui/badge.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Choices, ErrorSummary, Form, HiddenField, Submit, TextField } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { ListSteps } from '../../../ui/list-steps.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { chosenEvents, type EventName } from '../events.ts';
import type { WebhookRow } from '../webhooks.queries.ts';
import { webhookWords } from '../words.ts';

export type TypedWebhook = { address: string; events: string[]; clientId: string };
export type WebhooksPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  rows: readonly WebhookRow[];
  next: string | undefined;
  isFirst: boolean;
  typed: TypedWebhook;
  errors: readonly FieldError[];
};

export function WebhooksPage(props: WebhooksPageProps) {
  const { locale, customer, rows, next, isFirst, errors } = props;
  const text = webhookWords[locale];
  const here = href('webhooks', { customer: customer.slug });
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('apiTokens', { customer: customer.slug })}>{customer.name}</a>} title={text.title} lead={text.lead}>
        <a href={href('apiPage')}>{text.toDocument}</a>
      </PageHeading>
      {rows.length > 0 ? <Webhooks {...props} /> : <EmptyState title={text.none}>{text.noneText}</EmptyState>}
      <ListSteps here={here} {...{ next, isFirst, text }} />
      <NewWebhook {...props} />
    </>
  );
}

function Webhooks({ locale, customer, rows }: WebhooksPageProps) {
  const text = webhookWords[locale];
  return (
    <Table
      caption={text.title}
      captionHidden
      rows={rows}
      empty={text.none}
      columns={[
        {
          title: text.address,
          cell: ({ id, address }) => <a href={href('webhook', { customer: customer.slug, webhook: id })}>{address}</a>,
        },
        { title: text.events, cell: ({ events }) => <EventNames events={events} text={text.eventNames} /> },
        { title: text.madeBy, cell: (row) => nameOf(row) },
        { title: text.madeAt, cell: ({ created_at }) => formatDate(created_at, locale) },
        { title: text.state, cell: (row) => <State row={row} locale={locale} /> },
      ]}
    />
  );
}

function State({ row, locale }: { row: WebhookRow; locale: Locale }) {
  const text = webhookWords[locale];
  if (row.ended_at) return <Badge>{text.ended}</Badge>;
  if (!row.active) return <Badge>{text.makerGone}</Badge>;
  return row.has_stuck ? <Badge>{text.stuck}</Badge> : <>{text.active}</>;
}

function NewWebhook({ locale, customer, typed, errors }: WebhooksPageProps) {
  const text = webhookWords[locale];
  const errorOf = (name: string) => {
    const error = errors.find((fault) => fault.name === name)?.text;
    return error === undefined ? {} : { error };
  };
  return (
    <section aria-labelledby="new">
      <h2 id="new">{text.new}</h2>
      <Form action={href('makeWebhook', { customer: customer.slug })}>
        <HiddenField name="client_id" value={typed.clientId} />
        <TextField
          name="address"
          type="url"
          label={text.address}
          hint={text.addressHint}
          value={typed.address}
          autocomplete="off"
          spellcheck={false}
          {...errorOf('address')}
        />
        <Choices
          kind="checkbox"
          name="events"
          legend={text.events}
          selected={typed.events}
          options={chosenEvents.map((name) => ({ value: name, text: text.eventNames[name] }))}
          {...errorOf('events')}
        />
        <Submit text={text.make} />
      </Form>
    </section>
  );
}

// One box: on a phone it stands beside its title.
const EventNames = ({ events, text }: { events: readonly string[]; text: Record<EventName, string> }) => (
  <div>
    {events.map((name) => (
      <div key={name}>{text[name as EventName]}</div>
    ))}
  </div>
);
