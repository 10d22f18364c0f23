import type { ConsentReceipt } from '../choices/receipt.ts';
import type { ReceiptDocument } from './receipt-document.ts';

/** What the installation signs with this key: what an erasure did, and what someone has chosen. `format` tells which. */
export type AnyReceipt = ReceiptDocument | ConsentReceipt;
