import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { addJob } from '../../platform/jobs.ts';
import { readForm, type FieldError } from '../../platform/read-body.ts';
import { newContentKey, unsealed } from '../../platform/sealed-file.ts';
import { sendFile } from '../../platform/send-file.ts';
import { actorOf, NotFound, redirect, scopeOf, type Visit } from '../../platform/visit.ts';
import { dataMap } from '../../../data-map/index.ts';
import { href } from '../../routes.ts';
import { page } from '../../ui/page.tsx';
import { addPeriod } from '../retention-plan.ts';
import { fileKey, ownExportTask } from './make-own-export.ts';
import { findOwnExport, insertOwnExport, isMaking, listOwnExports } from './own-exports.queries.ts';
import { OwnExportsPage } from './own-exports-page.tsx';
import { ownExportWords } from './words.ts';

const { period } = dataMap.own_export.retention;

async function showOwnExports(visit: Visit, errors: FieldError[] = []): Promise<Response> {
  const { accountId } = actorOf(visit);
  const { locale, house, url } = visit;
  const text = ownExportWords[locale];
  const rows = await house.database.transaction(scopeOf(visit, 'accountability'), (tx) => listOwnExports(tx, accountId));
  const said = url.searchParams.get('besked') === 'gors' && errors.length === 0;
  const options = {
    title: text.title,
    status: errors.length > 0 ? 409 : 200,
    ...(said ? { flash: { kind: 'done', text: text.said } as const } : {}),
  };
  const isLarge = url.searchParams.has('stor');
  return page(visit, options, <OwnExportsPage locale={locale} rows={rows} clientId={randomUUID()} isLarge={isLarge} errors={errors} />);
}

/** The same press makes one file, and one is made at a time. */
async function makeOwnExport(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const { house, locale } = visit;
  const form = await readForm(visit.request, z.object({ client_id: z.uuid().catch(() => randomUUID()) }));
  const client_id = form.ok ? form.value.client_id : randomUUID();
  const at = house.clock.now();
  const times = { requested_at: at, expires_at: addPeriod(at, period) };
  const asked = await house.database.transaction(scopeOf(visit, 'accountability'), async (tx) => {
    const making = await isMaking(tx, accountId);
    const made = making
      ? undefined
      : await insertOwnExport(tx, { account_id: accountId, client_id, language: locale, content_key: newContentKey(), ...times });
    if (made) await addJob(tx, ownExportTask, { exportId: made.id }, { key: `own-export ${made.id}`, maxAttempts: 3 });
    return !making;
  });
  if (!asked) return showOwnExports(visit, [{ name: 'make', text: ownExportWords[locale].already }]);
  return redirect(`${href('ownExports')}?besked=gors`);
}

/** Its owner's alone, while it is there and only just after proving who they are; a broken download goes on (RFC 9110 §14). */
async function ownExport(visit: Visit): Promise<Response> {
  const { accountId } = actorOf(visit);
  const { house, params } = visit;
  const found = await house.database.transaction(scopeOf(visit, 'accountability'), (tx) => findOwnExport(tx, accountId, params['export']!));
  if (!found?.finished_at || !found.sha256) throw new NotFound();
  const response = await sendFile(unsealed(house.exports, found.content_key), visit.request, {
    key: fileKey(found.id),
    type: 'application/zip',
    bytes: found.bytes ?? 0,
    etag: found.sha256.toString('hex'),
    public: false,
  });
  if (!response) throw new NotFound();
  response.headers.set('content-disposition', 'attachment; filename="mina-uppgifter.zip"');
  response.headers.set('cache-control', 'private, no-store');
  return response;
}

export const ownExportActions = {
  ownExports: (visit: Visit) => showOwnExports(visit),
  makeOwnExport,
  ownExport,
};
