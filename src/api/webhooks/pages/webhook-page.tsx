import { nameOf } from '../../../people/index.ts';
import { href } from '../../../routes.ts';
import { Badge } from '../../../ui/badge.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/dialog.tsx';
import { Form, Submit } from '../../../ui/form.tsx';
import { formatDate, formatDateTime } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { DeliveryRow, DeliveryState } from '../deliveries.queries.ts';
import type { EventName } from '../events.ts';
import type { WebhookRow } from '../webhooks.queries.ts';
import { webhookWords } from '../words.ts';
import { Deliveries } from './deliveries.tsx';

export type WebhookPageProps = {
  locale: Locale;
  customer: { slug: string; name: string };
  webhook: WebhookRow;
  deliveries: readonly DeliveryRow[];
  state: DeliveryState | undefined;
  next: string | undefined;
  isFirst: boolean;
};

export function WebhookPage(props: WebhookPageProps) {
  const { locale, customer, webhook } = props;
  const text = webhookWords[locale];
  return (
    <>
      <PageHeading
        over={<a href={href('webhooks', { customer: customer.slug })}>{text.title}</a>}
        title={text.one.title}
        lead={webhook.address}
      />
      <DefinitionList
        items={[
          { term: text.events, description: webhook.events.map((name) => <div key={name}>{text.eventNames[name as EventName]}</div>) },
          { term: text.madeBy, description: `${nameOf(webhook)}, ${formatDate(webhook.created_at, locale)}` },
          { term: text.state, description: webhook.ended_at ? text.ended : webhook.active ? text.active : <Badge>{text.makerGone}</Badge> },
        ]}
      />
      <Deliveries {...props} />
      <Acts {...props} />
    </>
  );
}

function Acts({ locale, customer, webhook }: WebhookPageProps) {
  if (webhook.ended_at) return null;
  const { one: text } = webhookWords[locale];
  const action = href('changeWebhook', { customer: customer.slug, webhook: webhook.id });
  return (
    <>
      {webhook.active && (
        <Form action={action}>
          <Submit text={text.test} kind="quiet" name="act" value="test" />
        </Form>
      )}
      <Disclosure summary={text.rotate}>
        <p>{webhook.old_secret_until ? text.oldUntil(formatDateTime(webhook.old_secret_until, locale)) : text.rotateMeans}</p>
        <Form action={action}>
          <Submit text={text.rotate} name="act" value="rotate" />
        </Form>
      </Disclosure>
      <Disclosure summary={text.end}>
        <p>{text.endMeans}</p>
        <Form action={action}>
          <Submit text={text.end} kind="danger" name="act" value="end" />
        </Form>
      </Disclosure>
    </>
  );
}
