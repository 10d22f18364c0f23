import type { House } from '../../platform/house.ts';
import type { FieldError } from '../../platform/read-body.ts';
import { readUpload } from '../../platform/read-upload.ts';
import { NotFound, type Visit } from '../../platform/visit.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { page } from '../../ui/page.tsx';
import { CheckPage } from './check-page.tsx';
import { findReceiptByToken } from './find-erasure.ts';
import type { AnyReceipt } from './any-receipt.ts';
import { ReceiptPage } from './receipt-page.tsx';
import { listSigningKeys } from './known-keys.ts';
import { checkSigned, type Checked } from './signed-receipt.ts';
import { publicKeyOf, signingKey } from './signing-key.ts';
import { receiptWords } from './words.ts';

/** A receipt is some kilobytes; what is much larger is something else. */
const mostBytes = 256 * 1024;

/** The secret address is the permission: nobody is signed in after an erasure. */
async function erasureReceipt(visit: Visit): Promise<Response> {
  const { locale, house, params } = visit;
  const text = receiptWords[locale];
  const found = await findReceiptByToken(house, params['token'] ?? '');
  if (!found) return page(visit, { title: text.gone, status: 404 }, <PageHeading title={text.gone} lead={text.goneText} />);
  const shown = <ReceiptPage locale={locale} token={params['token']!} document={found.document} />;
  return page(visit, { title: text.title }, shown);
}

async function erasureReceiptFile(visit: Visit): Promise<Response> {
  const found = await findReceiptByToken(visit.house, visit.params['token'] ?? '');
  if (!found) throw new NotFound();
  return new Response(found.file, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="kvitto-${found.document.number}.json"`,
    },
  });
}

type Given = { typed?: string; errors?: FieldError[]; checked?: Checked<AnyReceipt> };

function checkPage(visit: Visit, { typed = '', errors = [], checked }: Given = {}): Response {
  const { locale, house } = visit;
  const publicKey = publicKeyOf(signingKey(house.secrets));
  const shown = <CheckPage locale={locale} publicKey={publicKey} errors={errors} typed={typed} checked={checked} />;
  return page(visit, { title: receiptWords[locale].checkTitle, status: errors.length > 0 ? 422 : 200 }, shown);
}

/** By today's key, and by those of an earlier SECRET: a receipt holds for as long as it says. */
async function checkByAnyKey(house: House, given: string): Promise<Checked<AnyReceipt>> {
  const today = checkSigned<AnyReceipt>(given, publicKeyOf(signingKey(house.secrets)));
  if (today.state !== 'other-key') return today;
  const earlier = (await listSigningKeys(house, 'receipt')).map((key) => checkSigned<AnyReceipt>(given, key));
  return earlier.find(({ state }) => state !== 'other-key') ?? today;
}

/** Anyone may check a receipt; what is handed in is read and forgotten. */
async function checkGivenReceipt(visit: Visit): Promise<Response> {
  const { typed, files } = await readUpload(visit.request, mostBytes);
  const pasted = typed.one['receipt'] ?? '';
  const file = files.find(({ name, content }) => name === 'file' && content.length > 0);
  const given = file ? Buffer.from(file.content).toString('utf8') : pasted;
  if (!given.trim()) return checkPage(visit, { errors: [{ name: 'file', text: receiptWords[visit.locale].nothingGiven }] });
  return checkPage(visit, { typed: pasted, checked: await checkByAnyKey(visit.house, given) });
}

export const receiptActions = {
  erasureReceipt,
  erasureReceiptFile,
  checkReceipt: (visit: Visit) => checkPage(visit),
  /** The address to give to someone who reads English, whatever their browser says. */
  checkReceiptInEnglish: (visit: Visit) => checkPage({ ...visit, locale: 'en' }),
  checkGivenReceipt,
};
