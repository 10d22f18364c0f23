import { createHmac, timingSafeEqual } from 'node:crypto';
import type { House } from '../../house.ts';
import { forgetTries, countTry } from '../../throttle.ts';
import { UnreadableBody } from '../../read-body.ts';
import { acceptMail } from './accept-mail.ts';
import { maxMailBytes } from './parse-mail.ts';

/** How far a signed time may be from ours. */
const toleranceSeconds = 300;
const once = { kind: 'mail in signature', tries: 1, minutes: 15 };

/**
 * Takes a mail that a mail server posts: the raw mail as the body, `kursiv-time` in Unix seconds, and `kursiv-signature`, the
 * hexadecimal HMAC-SHA-256 of the time, a full stop and the body. An answer other than 2xx means: send it again.
 */
export async function takeSignedMail(house: House, request: Request): Promise<202 | 401 | 404 | 409> {
  const secret = house.mailIn?.secret;
  if (!secret) return 404;
  const raw = await readRaw(request);
  const time = request.headers.get('kursiv-time') ?? '';
  const signature = request.headers.get('kursiv-signature') ?? '';
  if (!isFresh(house, time) || !isSigned(secret, time, raw, signature)) return 401;
  const { allowed } = await countTry(house, [{ limit: once, who: signature.toLowerCase() }]);
  if (!allowed) return 409;
  try {
    await acceptMail(house, raw);
    return 202;
  } catch (error) {
    await forgetTries(house, once, signature.toLowerCase());
    throw error;
  }
}

function isFresh({ clock }: House, time: string): boolean {
  return /^\d{1,12}$/.test(time) && Math.abs(clock.now().getTime() / 1000 - Number(time)) <= toleranceSeconds;
}

export const signMail = (secret: string, time: string, raw: Uint8Array): string =>
  createHmac('sha256', secret).update(`${time}.`).update(raw).digest('hex');

function isSigned(secret: string, time: string, raw: Uint8Array, signature: string): boolean {
  const given = Buffer.from(signature, 'hex');
  const expected = Buffer.from(signMail(secret, time, raw), 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function readRaw(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxMailBytes) throw new UnreadableBody(413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
