import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';
import { recordLook } from '../../privacy/index.ts';
import type { House } from '../../platform/house.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { customerOf, scopeOf, type Visit } from '../../platform/visit.ts';
import { idPattern } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { customerAdmin } from '../customer-admin.ts';
import { chosenEvents } from './events.ts';
import { SecretPage } from './pages/secret-page.tsx';
import { WebhooksPage, type TypedWebhook } from './pages/webhooks-page.tsx';
import { isPublic } from './public-address.ts';
import { sealUse } from './send-webhook.ts';
import { newSecret } from './signature.ts';
import { insertWebhook, listWebhooks, webhooksPerPage } from './webhooks.queries.ts';
import { webhookWords } from './words.ts';

const purpose = 'administer-customer';

export const webhooks = (visit: Visit): Promise<Response> => showWebhooks(visit, { address: '', events: [], clientId: randomUUID() }, []);

async function showWebhooks(visit: Visit, typed: TypedWebhook, errors: FieldError[]): Promise<Response> {
  const actorId = customerAdmin(visit);
  const { house, locale, url } = visit;
  const customer = customerOf(visit);
  const cursor = url.searchParams.get('efter') ?? '';
  const after = idPattern.test(cursor) ? cursor : undefined;
  const found = await house.database.transaction(scopeOf(visit, purpose), async (tx) => {
    const rows = await listWebhooks(tx, customer.id, after);
    const subjects = rows.map(({ made_by }) => made_by).filter((id) => id !== actorId);
    const fields = ['account.given_name', 'account.family_name', 'webhook.made_by'];
    await recordLook(tx, house.clock, { actorId, customerId: customer.id, purpose, room: 'api', fields, subjects });
    return rows;
  });
  const rows = found.slice(0, webhooksPerPage);
  const next = found.length > rows.length ? rows.at(-1)?.id : undefined;
  return page(
    visit,
    { title: webhookWords[locale].title, width: 'wide', status: errors.length > 0 ? 422 : 200 },
    <WebhooksPage {...{ locale, customer, rows, next, typed, errors }} isFirst={!after} />,
  );
}

/** Shown in this very answer and never again: it is kept sealed. */
export async function makeWebhook(visit: Visit): Promise<Response> {
  const madeBy = customerAdmin(visit);
  const { house, locale } = visit;
  const form = await readForm(visit.request, formOf(visit));
  if (!form.ok) {
    const { address = '', client_id: sent = '' } = form.typed.one;
    const clientId = idPattern.test(sent) ? sent : randomUUID();
    return showWebhooks(visit, { address, events: form.typed.all['events'] ?? [], clientId }, form.errors);
  }
  const { client_id: clientId, address, events } = form.value;
  const customer = customerOf(visit);
  const secret = newSecret();
  const sealed = seal(house, secret);
  const id = await house.database.transaction(scopeOf(visit, purpose), (tx) =>
    insertWebhook(tx, { customerId: customer.id, clientId, madeBy, address, events, secret: sealed }),
  );
  const title = webhookWords[locale].secretTitle;
  return page(visit, { title }, <SecretPage {...{ locale }} customer={customer.slug} webhook={id} secret={id ? secret : undefined} />);
}

export const seal = (house: House, secret: string): Buffer => house.secrets.seal(sealUse, Buffer.from(secret));

function formOf({ locale, house: { development } }: Visit) {
  const text = webhookWords[locale];
  return z.object({
    client_id: z.string().regex(idPattern),
    address: z
      .string(text.addressWrong)
      .trim()
      .max(500, text.addressWrong)
      .refine((address) => isAddress(address, development), { error: text.addressWrong, abort: true })
      .refine((address) => development || leadsOut(new URL(address).hostname), text.addressInside),
    events: z.preprocess(
      (value) => [value ?? []].flat(),
      z.array(z.enum(chosenEvents as [string, ...string[]], text.eventsMissing)).min(1, text.eventsMissing),
    ),
  });
}

function isAddress(address: string, development: boolean): boolean {
  const url = URL.parse(address);
  const schemes = development ? ['https:', 'http:'] : ['https:'];
  return url !== null && schemes.includes(url.protocol) && url.username === '' && url.password === '';
}

/** A first look, for whoever types; what counts is judged when something is sent. */
function leadsOut(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) ? isPublic(host) : host.includes('.') && !host.endsWith('.localhost') && !host.endsWith('.local');
}
