import { json, type Visit } from '../../platform/visit.ts';
import { checkSigned, writeSigned } from '../receipts/signed-receipt.ts';
import { publicKeyOf, signingKey } from '../receipts/signing-key.ts';
import type { NoticeDocument, NoticeReceipt } from './notice.ts';
import { standInKey } from './recipient.ts';

const mostBytes = 16 * 1024;

/**
 * A supplier as it should be, while the program is developed: takes a notice over HTTP, believes it only when we have signed
 * it, and answers with a receipt signed with a key of its own. It keeps nothing.
 */
export async function standInSupplier(visit: Visit): Promise<Response> {
  const text = await visit.request.text();
  if (text.length > mostBytes) return json({ problem: 'too large' }, 413);
  const checked = checkSigned<NoticeDocument>(text, publicKeyOf(signingKey(visit.house.secrets)));
  if (checked.state !== 'genuine' || checked.document.format !== 'kursiv-erasure-notice') return json({ problem: 'not signed' }, 403);
  const receipt: NoticeReceipt = {
    format: 'kursiv-erasure-notice-receipt',
    version: 1,
    number: checked.document.number,
    outcome: 'erased',
    at: visit.house.clock.now().toISOString(),
  };
  return new Response(writeSigned(receipt, standInKey(visit.house)), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}
