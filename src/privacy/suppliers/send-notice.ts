import { acrossCustomers } from '../../platform/database.ts';
import { findOperator } from '../../platform/find-operator.ts';
import type { House } from '../../platform/house.ts';
import type { Payload } from '../../platform/jobs.ts';
import { writeSigned } from '../receipts/signed-receipt.ts';
import { signingKey } from '../receipts/signing-key.ts';
import { readNoticeReceipt, type NoticeDocument } from './notice.ts';
import { confirmNotice, findNotice, noteTry, type Notice } from './notices.queries.ts';
import { recipientOf, type Recipient } from './recipient.ts';
import { sealedFor, tellAttempts } from './tell-suppliers.ts';

const waitMs = 10_000;
const mostBytes = 16 * 1024;

class NotTold extends Error {
  override name = 'NotTold';
}

/** The job: tells one supplier of one erasure. Done twice it is told the same, and one receipt is kept. */
export async function sendNotice(house: House, { noticeId = '' }: Payload, attempt: { number: number; last: boolean }): Promise<void> {
  const { notice, from } = await house.database.transaction(acrossCustomers('erasure'), async (tx) => ({
    notice: await findNotice(tx, noticeId),
    from: (await findOperator(tx))?.name ?? '',
  }));
  if (!notice || notice.state === 'confirmed') return;
  const supplier = house.register.find(({ name }) => name === notice.supplier);
  const recipient = supplier && recipientOf(house, supplier);
  const answer = recipient ? await ask(house, recipient, notice, from) : { problem: 'no address for notices' };
  const at = house.clock.now();
  if ('text' in answer) {
    await house.database.transaction(acrossCustomers('erasure'), (tx) => confirmNotice(tx, noticeId, answer.text, at));
    return;
  }
  const state = attempt.last || attempt.number >= tellAttempts ? 'failed' : 'waiting';
  const tried = { at, attempts: attempt.number, problem: answer.problem, state } as const;
  await house.database.transaction(acrossCustomers('erasure'), (tx) => noteTry(tx, noticeId, tried));
  throw new NotTold('A supplier has not confirmed an erasure.');
}

type Waiting = Notice & { sealed: Buffer | null; erased_at: Date };

/** The supplier's own signed words, or a kind of problem: never what it wrote, which might quote the address. */
async function ask(
  house: House,
  { url, publicKey }: Recipient,
  notice: Waiting,
  from: string,
): Promise<{ text: string } | { problem: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: writeSigned(documentOf(house, notice, from), signingKey(house.secrets)),
      redirect: 'error',
      signal: AbortSignal.timeout(waitMs),
    });
    if (!response.ok) return { problem: `answered ${response.status}` };
    const text = await firstBytes(response);
    return readNoticeReceipt(text, publicKey, notice.id) ? { text } : { problem: 'the receipt is not signed by the supplier' };
  } catch {
    return { problem: 'no answer' };
  }
}

function documentOf(house: House, { id, supplier, services, sealed, erasure_id, erased_at }: Waiting, from: string): NoticeDocument {
  const addresses = sealed && (JSON.parse(house.secrets.open(sealedFor(id), sealed).toString('utf8')) as string[]);
  return {
    format: 'kursiv-erasure-notice',
    version: 1,
    number: id,
    to: supplier,
    from,
    services,
    erase: addresses ? { addresses } : { number: erasure_id },
    erasedAt: erased_at.toISOString(),
    law: 'GDPR Article 19',
  };
}

/** A receipt is small; what is longer is cut, and then its signature does not hold. */
async function firstBytes(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > mostBytes) break;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
