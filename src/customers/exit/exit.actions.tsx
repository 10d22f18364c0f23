import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { addDays } from '../../platform/clock.ts';
import { addJob } from '../../platform/jobs.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { sendFile, wantedRange } from '../../platform/send-file.ts';
import { customerOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { customerAdmin } from '../customer-admin.ts';
import { findCustomer } from '../register/register.queries.ts';
import { findExport, insertExport, isMaking, listExports } from './export.queries.ts';
import { lookAtAll } from './look-at-all.ts';
import { TakeAllPage } from './pages/take-all-page.tsx';
import { exitWords } from './words.ts';

/** How long the file is there; the map says the same (P7D). */
const keptDays = 7;

export const takeAll = (visit: Visit): Promise<Response> => showExports(visit, []);

async function showExports(visit: Visit, errors: FieldError[]): Promise<Response> {
  customerAdmin(visit);
  const { locale, house, url } = visit;
  const customer = customerOf(visit);
  const facts = await house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => ({
    found: await listExports(tx, customer.id),
    dueAt: (await findCustomer(tx, customer.id))?.due_at ?? null,
  }));
  const rows = await Promise.all(
    facts.found.map(async (row) => ({ ...row, isThere: await house.exports.has(`${customer.id}/${row.id}`) })),
  );
  const text = exitWords[locale];
  const flash =
    url.searchParams.get('besked') === 'gors' && errors.length === 0 ? { flash: { kind: 'done', text: text.said } as const } : {};
  return page(
    visit,
    { title: text.title, status: errors.length > 0 ? 409 : 200, ...flash },
    <TakeAllPage locale={locale} customer={customer} clientId={randomUUID()} errors={errors} rows={rows} dueAt={facts.dueAt} />,
  );
}

/** Data Act Art. 25: the customer fetches what it owns whenever it wants, without asking us. The same press makes one file. */
export async function makeExport(visit: Visit): Promise<Response> {
  const requestedBy = customerAdmin(visit);
  const { house, locale } = visit;
  const { id: customerId, slug } = customerOf(visit);
  const form = await readForm(visit.request, z.object({ client_id: z.uuid().catch(() => randomUUID()) }));
  const clientId = form.ok ? form.value.client_id : randomUUID();
  const at = house.clock.now();
  const asked = await house.database.transaction(scopeOf(visit, 'administer-customer'), async (tx) => {
    if (await isMaking(tx, customerId)) return false;
    const made = await insertExport(tx, { customerId, clientId, requestedBy, at, expiresAt: addDays(at, keptDays) });
    if (made) await addJob(tx, 'customer-export', { customerId, exportId: made.id }, { key: `customer-export ${made.id}`, maxAttempts: 3 });
    return true;
  });
  if (!asked) return showExports(visit, [{ name: 'make', text: exitWords[locale].already }]);
  return redirect(`${href('takeAll', { customer: slug })}?besked=gors`);
}

/** Only the customer's administrators, only while it is there, and only just after proving who they are. */
export async function customerExport(visit: Visit): Promise<Response> {
  const actorId = customerAdmin(visit);
  const { house, params } = visit;
  const { id: customerId, slug } = customerOf(visit);
  const found = await house.database.transaction(scopeOf(visit, 'administer-customer'), (tx) =>
    findExport(tx, customerId, params['export']!),
  );
  if (!found?.finished_at || !found.sha256) throw new NotFound();
  const file = {
    key: `${customerId}/${found.id}`,
    type: 'application/zip',
    bytes: found.bytes ?? 0,
    etag: found.sha256.toString('hex'),
    public: false,
  };
  const isPiece = wantedRange(visit.request, file.bytes, `"${file.etag}"`) !== undefined;
  await lookAtAll(house, { actorId, customerId, exportId: found.id, isPiece });
  const response = await sendFile(house.exports, visit.request, file);
  if (!response) throw new NotFound();
  response.headers.set('content-disposition', `attachment; filename="${slug}.zip"`);
  response.headers.set('cache-control', 'private, no-store');
  return response;
}
