import { formatDate, formatMoney } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { drawPdf } from '../../ui/pdf-document.ts';
import { formatBankgiro } from '../seller-numbers.ts';
import type { PurchaseRow } from '../purchase-state.ts';
import type { SoldBy, VoucherRow } from '../voucher.queries.ts';
import { buyingWords } from './words.ts';

const margins = { top: 64, bottom: 64, left: 64, right: 64 };

type Facts = { locale: Locale; voucher: VoucherRow; purchase: PurchaseRow; contact: string };

/**
 * A simplified invoice, or the credit note that takes it back, as a tagged PDF: up to 4,000 kronor it need not say who buys, and so does
 * not (ML 2023:200, chapter 17). With what applies to the purchase, in a form that lasts (distansavtalslagen 2:4). The same facts
 * give the same bytes.
 */
export function invoicePdf({ locale, voucher, purchase, contact }: Facts): Promise<Buffer> {
  const seller = voucher.seller as SoldBy;
  const { pdf: text, terms } = buyingWords[locale];
  const isCredit = voucher.kind === 'credit';
  const title = `${isCredit ? text.credit : text.sale} ${voucher.number}`;
  const money = (ore: number) => formatMoney(ore, locale);
  return drawPdf({ locale, title, author: seller.name, createdAt: voucher.made_at, margins }, (pen) => {
    pen.write('H1', title, { face: 'serif', size: 30 });
    pen.pairs([
      [text.date, formatDate(voucher.made_at, locale)],
      [text.order, voucher.reference],
      ...(voucher.credits === null ? [] : [[text.corrects, String(voucher.credits)] satisfies [string, string]]),
      [text.what, purchase.course_title || text.aCourse],
      [text.seller, seller.name],
      [text.approved, seller.address],
      [text.orgNumber, `${seller.org_number.slice(0, 6)}-${seller.org_number.slice(6)}`],
      [text.vatNumber, seller.vat_number],
      [text.net, money(voucher.ore - voucher.vat_ore)],
      [text.vat(String(voucher.vat_percent)), money(voucher.vat_ore)],
      [isCredit ? text.takenBack : text.total, money(voucher.ore)],
    ]);
    if (!isCredit) {
      pen.write('H2', text.pay, { face: 'bold', size: 14, before: 16 });
      pen.pairs([
        [text.bankgiro, formatBankgiro(seller.bankgiro)],
        [text.reference, voucher.reference],
        [text.payBy, formatDate(purchase.pay_by, locale)],
      ]);
      pen.write('H2', text.terms, { face: 'bold', size: 14, before: 16 });
      pen.list([terms.opens, terms.withdraw, terms.how, terms.fault, terms.board], { size: 11, before: 4 });
    }
    pen.write('P', text.simplified, { size: 11, before: 16 });
    pen.write('P', text.contact(contact), { size: 11 });
  });
}
