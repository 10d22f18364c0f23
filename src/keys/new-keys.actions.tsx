import { z } from 'zod';
import { readForm } from '../platform/read-body.ts';
import { customerOf, NotFound, scopeOf, type Visit } from '../platform/visit.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { batchWords } from './batch-words.ts';
import { keyCsv } from './key-csv.ts';
import { keySheetPdf } from './key-sheet.ts';
import { NewKeysPage, PastKeysPage } from './pages/new-keys-page.tsx';
import { findShownKeys, orderOf, type ShownKeys } from './shown-keys.ts';

type Extra = { skipped?: number; replaced?: boolean };

/** The one page that shows keys. It is never stored, and its address says nothing of them. */
export function newKeysPage(visit: Visit, shown: ShownKeys | 'past' | undefined, clientId: string, extra: Extra = {}): Response {
  const { locale } = visit;
  const customer = customerOf(visit).slug;
  if (!shown) throw new NotFound();
  if (shown === 'past') return pastPage(visit);
  return page(
    visit,
    { title: batchWords[locale].made.title },
    <NewKeysPage locale={locale} customer={customer} shown={shown} clientId={clientId} {...extra} />,
  );
}

export const keySheet = (visit: Visit): Promise<Response> =>
  fileOf(visit, 'application/pdf', 'pdf', (shown, address) => keySheetPdf(shown, { locale: visit.locale, address }));

export const keyFile = (visit: Visit): Promise<Response> =>
  fileOf(visit, 'text/csv; charset=utf-8', 'csv', (shown, address) => Buffer.from(keyCsv(shown, { locale: visit.locale, address })));

type MakeFile = (shown: ShownKeys, address: string) => Buffer | Promise<Buffer>;

/** Made from the id that the page of new keys posts back: no file and no key is kept anywhere. */
async function fileOf(visit: Visit, type: string, ending: string, make: MakeFile): Promise<Response> {
  const { house, locale } = visit;
  const form = await readForm(visit.request, z.object({ client_id: z.uuid() }));
  const shown =
    form.ok &&
    (await house.database.transaction(scopeOf(visit, 'open-course'), (tx) =>
      findShownKeys(tx, visit, orderOf(visit, form.value.client_id)),
    ));
  if (!shown) throw new NotFound();
  if (shown === 'past') return pastPage(visit);
  const bytes = await make(shown, house.publicUrl + href('key'));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${batchWords[locale].made.fileName}.${ending}"`,
      'cache-control': 'private, no-store',
    },
  });
}

function pastPage(visit: Visit): Response {
  const { locale } = visit;
  const { pastTitle } = batchWords[locale].made;
  return page(
    visit,
    { title: pastTitle, status: 410, width: 'narrow' },
    <PastKeysPage locale={locale} customer={customerOf(visit).slug} />,
  );
}
