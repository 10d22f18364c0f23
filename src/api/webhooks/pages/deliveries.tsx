import { href } from '../../../routes.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Form, HiddenField, Submit } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { ListSteps } from '../../../ui/list-steps.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { Table } from '../../../ui/table.tsx';
import { deliveryStates, type DeliveryRow } from '../deliveries.queries.ts';
import { webhookWords } from '../words.ts';
import type { WebhookPageProps } from './webhook-page.tsx';

/** The log, a state at a time. */
export function Deliveries(props: WebhookPageProps) {
  const { locale, customer, webhook, deliveries, state, next, isFirst } = props;
  const { one: text, first } = webhookWords[locale];
  const here = href('webhook', { customer: customer.slug, webhook: webhook.id });
  const place = state ? `${here}?lage=${state}` : here;
  return (
    <section aria-labelledby="log">
      <h2 id="log">{text.log}</h2>
      <p>{text.logLead}</p>
      <nav class="pagination" aria-label={text.filter}>
        {[undefined, ...deliveryStates].map((one) =>
          one === state ? (
            <strong key={one} aria-current="true">
              {text[one ?? 'all']}
            </strong>
          ) : (
            <a key={one} href={one ? `${here}?lage=${one}` : here}>
              {text[one ?? 'all']}
            </a>
          ),
        )}
      </nav>
      {deliveries.length > 0 ? <Log {...props} /> : <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState>}
      <ListSteps here={place} {...{ next, isFirst }} text={{ first, more: text.more }} />
    </section>
  );
}

function Log({ locale, customer, webhook, deliveries }: WebhookPageProps) {
  const { one: text, eventNames } = webhookWords[locale];
  const action = href('changeWebhook', { customer: customer.slug, webhook: webhook.id });
  return (
    <>
      {webhook.active && deliveries.some(({ state }) => state === 'stuck') && (
        <Form action={action}>
          <Submit text={text.againAll} kind="quiet" name="act" value="again" />
        </Form>
      )}
      <Table
        caption={text.log}
        captionHidden
        rows={deliveries}
        empty={text.empty}
        columns={[
          { title: text.event, cell: ({ event }) => eventNames[event] },
          { title: text.when, cell: ({ made_at }) => formatDateTime(made_at, locale) },
          { title: webhookWords[locale].state, cell: ({ state }) => text[state] },
          { title: text.attempts, numeric: true, cell: ({ attempts }) => formatNumber(attempts, locale) },
          { title: text.answer, cell: (row) => <Answer row={row} locale={locale} action={action} canTry={webhook.active} /> },
        ]}
      />
    </>
  );
}

function Answer({ row, locale, action, canTry }: { row: DeliveryRow; locale: Locale; action: string; canTry: boolean }) {
  const { one: text, eventNames } = webhookWords[locale];
  const problems: Record<string, string> = text.problems;
  const said = row.status !== null ? text.status(String(row.status)) : row.problem ? problems[row.problem] : text.noAnswer;
  return (
    <div>
      {said}
      {row.state === 'waiting' && row.next_at && row.attempts > 0 && (
        <div class="hint">{text.next(formatDateTime(row.next_at, locale))}</div>
      )}
      {row.state === 'stuck' && canTry && (
        <Form action={action}>
          <HiddenField name="delivery" value={row.id} />
          <button class="quiet" name="act" value="again" aria-label={`${text.again}: ${eventNames[row.event]}`}>
            {text.again}
          </button>
        </Form>
      )}
    </div>
  );
}
