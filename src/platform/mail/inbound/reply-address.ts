import { timingSafeEqual } from 'node:crypto';
import type { House } from '../../house.ts';

export type ReplyKind = 'case' | 'correspondence' | 'bounce';
export type ReplyTarget = { kind: ReplyKind; id: string };

type Here = Pick<House, 'mailIn' | 'secrets'>;

/**
 * A secret address for answers, `svar+…@…`: an id and a keyed digest of it, in letters whatever their case, since a mail
 * server may change it. The row it leads to opens nothing by itself. A mail's own return address is one as well: what comes back
 * there came back of that mail. Undefined where no mail can come in.
 */
export function replyAddress(house: Here, { kind, id }: ReplyTarget): string | undefined {
  if (!house.mailIn) return undefined;
  const [local, domain] = house.mailIn.address.split('@');
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return `${local}+${kindLetter[kind]}${toBase32(bytes)}${toBase32(proofOf(house, kind, id))}@${domain}`;
}

/** What an address leads to; undefined for any address that we did not make. */
export function readReplyAddress(house: Here, address: string): ReplyTarget | undefined {
  const [local = '', domain] = (house.mailIn?.address ?? '').split('@');
  const match = /^(.+)\+([ckb])([a-z2-7]{26})([a-z2-7]{16})@([^@]+)$/.exec(address.toLowerCase());
  if (!match || match[1] !== local || match[5] !== domain) return undefined;
  const kind = kindOfLetter[match[2] as keyof typeof kindOfLetter];
  const id = asUuid(fromBase32(match[3]!));
  const given = fromBase32(match[4]!);
  const expected = proofOf(house, kind, id);
  return given.length === expected.length && timingSafeEqual(given, expected) ? { kind, id } : undefined;
}

const kindLetter = { case: 'c', correspondence: 'k', bounce: 'b' } as const;
const kindOfLetter = { c: 'case', k: 'correspondence', b: 'bounce' } as const;
const proofBytes = 10;
const proofOf = ({ secrets }: Here, kind: ReplyKind, id: string): Buffer =>
  secrets.digest(`reply address ${kind}`, id).subarray(0, proofBytes);

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

function toBase32(bytes: Uint8Array): string {
  let [text, value, bits] = ['', 0, 0];
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += letters[(value >> (bits - 5)) & 31];
  }
  return bits > 0 ? text + letters[(value << (5 - bits)) & 31]! : text;
}

function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let [value, bits] = [0, 0];
  for (const letter of text) {
    value = ((value << 5) | letters.indexOf(letter)) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 255);
  }
  return Buffer.from(bytes);
}

const asUuid = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
