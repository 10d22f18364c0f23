import { pdfAnswer } from '../../customers/index.ts';
import { NotFound, operatorOf, type Visit } from '../../platform/visit.ts';
import { linkedPurchase } from '../purchase-link.ts';
import { findPurchase } from '../purchase.queries.ts';
import { listVouchersOf } from '../voucher.queries.ts';
import { invoicePdf } from './invoice-pdf.ts';

/** The invoice of a purchase, or what took it back, to whoever holds the link. */
export async function invoice(visit: Visit): Promise<Response> {
  const { house, locale, params } = visit;
  const id = linkedPurchase(house, params['token']!);
  if (!id) throw new NotFound();
  const { purchase, vouchers } = await house.database.transaction({ purpose: 'sell', leadsTo: id }, async (tx) => ({
    purchase: await findPurchase(tx, id),
    vouchers: await listVouchersOf(tx, id),
  }));
  const voucher = vouchers.find(({ number }) => String(number) === params['number']);
  if (!purchase || !voucher) throw new NotFound();
  const bytes = await invoicePdf({ locale, voucher, purchase, contact: operatorOf(visit).contactEmail });
  return pdfAnswer(bytes, `${voucher.kind === 'credit' ? 'kreditfaktura' : 'faktura'}-${voucher.number}`);
}
