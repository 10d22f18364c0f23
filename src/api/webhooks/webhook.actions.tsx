import { z } from 'zod';
import { dataMap } from '../../../data-map/index.ts';
import { addPeriod, recordLook } from '../../privacy/index.ts';
import { addDays } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { readForm } from '../../platform/read-body.ts';
import { customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href, idPattern } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { customerAdmin } from '../customer-admin.ts';
import { deliveriesPerPage, deliveryStates, insertTest, listDeliveries, takeUpAgain } from './deliveries.queries.ts';
import { SecretPage } from './pages/secret-page.tsx';
import { WebhookPage } from './pages/webhook-page.tsx';
import { queueWebhook } from './send-webhook.ts';
import { newSecret } from './signature.ts';
import { endWebhook, findWebhook, replaceSecret, type WebhookRow } from './webhooks.queries.ts';
import { seal } from './webhooks.actions.tsx';
import { webhookWords } from './words.ts';

const purpose = 'administer-customer';

async function theWebhook(tx: Tx, visit: Visit): Promise<WebhookRow> {
  const found = await findWebhook(tx, customerOf(visit).id, visit.params['webhook']!);
  if (!found) throw new NotFound();
  return found;
}

/** One webhook, what it has been told and what has not arrived. */
export async function webhook(visit: Visit): Promise<Response> {
  const actorId = customerAdmin(visit);
  const { house, locale, url } = visit;
  const customer = customerOf(visit);
  const asked = url.searchParams.get('efter') ?? '';
  const after = idPattern.test(asked) ? asked : undefined;
  const state = deliveryStates.find((one) => one === url.searchParams.get('lage'));
  const { row, found } = await house.database.transaction(scopeOf(visit, purpose), async (tx) => {
    const row = await theWebhook(tx, visit);
    const subjects = row.made_by === actorId ? [] : [row.made_by];
    const fields = ['account.given_name', 'account.family_name', 'webhook.made_by'];
    await recordLook(tx, house.clock, { actorId, customerId: customer.id, purpose, room: 'api', fields, subjects });
    return { row, found: await listDeliveries(tx, { customerId: customer.id, webhookId: row.id, state, after }) };
  });
  const deliveries = found.slice(0, deliveriesPerPage);
  const next = found.length > deliveries.length ? deliveries.at(-1)?.id : undefined;
  const { title, said } = webhookWords[locale].one;
  const text = (said as Record<string, string>)[url.searchParams.get('besked') ?? ''];
  return page(
    visit,
    { title, width: 'wide', ...(text ? { flash: { kind: 'done', text } as const } : {}) },
    <WebhookPage {...{ locale, customer, deliveries, next, state }} webhook={row} isFirst={!after} />,
  );
}

const acts = z.object({ act: z.enum(['test', 'rotate', 'end', 'again']), delivery: z.string().regex(idPattern).optional() });

/** Its buttons: a test, another attempt, a new secret, the end. */
export async function changeWebhook(visit: Visit): Promise<Response> {
  customerAdmin(visit);
  const form = await readForm(visit.request, acts);
  if (!form.ok) throw new NotFound();
  const { act, delivery } = form.value;
  if (act === 'rotate') return rotate(visit);
  const { id: customerId, slug } = customerOf(visit);
  const { house } = visit;
  await house.database.transaction(scopeOf(visit, purpose), async (tx) => {
    const { id: webhookId, active } = await theWebhook(tx, visit);
    if (act === 'end') return endWebhook(tx, customerId, webhookId);
    if (!active) throw new NotFound();
    const dueAt = addPeriod(house.clock.now(), dataMap.webhook_delivery.retention.period);
    const ids =
      act === 'test'
        ? [await insertTest(tx, customerId, webhookId, dueAt)]
        : await takeUpAgain(tx, { customerId, webhookId, ...(delivery ? { id: delivery } : {}) });
    for (const id of ids) await queueWebhook(tx, customerId, id);
  });
  const said = { test: 'prov', again: 'igen', end: 'avslutad' }[act];
  return redirect(`${href('webhook', { customer: slug, webhook: visit.params['webhook']! })}?besked=${said}`);
}

async function rotate(visit: Visit): Promise<Response> {
  const { house, locale } = visit;
  const { id: customerId, slug } = customerOf(visit);
  const secret = newSecret();
  const id = await house.database.transaction(scopeOf(visit, purpose), async (tx) => {
    const { id: webhookId } = await theWebhook(tx, visit);
    const replaced = await replaceSecret(tx, customerId, webhookId, seal(house, secret), addDays(house.clock.now(), 1));
    if (!replaced) throw new NotFound();
    return webhookId;
  });
  return page(
    visit,
    { title: webhookWords[locale].secretTitle },
    <SecretPage locale={locale} customer={slug} webhook={id} secret={secret} rotated />,
  );
}
