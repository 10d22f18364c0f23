import { z } from 'zod';
import { checkSigned } from '../receipts/signed-receipt.ts';

/** What a supplier is told (Art. 19): the notice's number, and the address only where the supplier knows people by it. */
export type NoticeDocument = {
  format: 'kursiv-erasure-notice';
  version: 1;
  number: string;
  to: string;
  from: string;
  services: string[];
  erase: { addresses: string[] } | { number: string };
  erasedAt: string;
  law: string;
};

/** What the supplier answers, signed with its own key. */
const receipt = z.strictObject({
  format: z.literal('kursiv-erasure-notice-receipt'),
  version: z.literal(1),
  number: z.uuid(),
  outcome: z.enum(['erased', 'nothing-held']),
  at: z.iso.datetime(),
});
export type NoticeReceipt = z.output<typeof receipt>;

/** The answer counts only when the supplier has signed it, and for this very notice. */
export function readNoticeReceipt(text: string, publicKey: string, number: string): NoticeReceipt | undefined {
  const checked = checkSigned(text, publicKey);
  const read = checked.state === 'genuine' ? receipt.safeParse(checked.document) : undefined;
  return read?.data?.number === number ? read.data : undefined;
}
