import { findOperator } from '../../platform/find-operator.ts';
import { acrossCustomers } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { listNotices } from '../suppliers/notices.queries.ts';
import { receiptDocument, type ErasureRow, type ReceiptDocument } from './receipt-document.ts';
import { writeSigned } from './signed-receipt.ts';
import { signingKey } from './signing-key.ts';

const use = 'erasure receipt';

/** The secret address of a receipt: nothing but the erasure leads to it, and nothing in it leads to the person. */
export const receiptToken = (house: Pick<House, 'secrets'>, erasureId: string): string => house.secrets.token(use, erasureId);

export type SignedReceipt = { document: ReceiptDocument; file: string };

/** The receipt behind a token, signed as it stands now; undefined when it is not one of ours or its three years are over. */
export function findReceiptByToken(
  house: Pick<House, 'database' | 'secrets' | 'clock'>,
  token: string,
): Promise<SignedReceipt | undefined> {
  const id = house.secrets.readToken(use, token);
  return id ? findSignedReceipt(house, id) : Promise.resolve(undefined);
}

export async function findSignedReceipt(
  house: Pick<House, 'database' | 'secrets' | 'clock'>,
  erasureId: string,
): Promise<SignedReceipt | undefined> {
  const { erasure, notices, operator } = await house.database.transaction(acrossCustomers('erasure'), async (tx) => ({
    erasure: await tx
      .selectFrom('erasure')
      .select(['id', 'way', 'state', 'confirmed', 'receipt', 'requested_at', 'finished_at'])
      .where('id', '=', erasureId)
      .$castTo<ErasureRow>()
      .executeTakeFirst(),
    notices: await listNotices(tx, [erasureId]),
    operator: await findOperator(tx),
  }));
  if (!erasure) return undefined;
  const document = receiptDocument(erasure, notices, { by: operator?.name ?? '', at: house.clock.now() });
  return { document, file: writeSigned(document, signingKey(house.secrets)) };
}
