import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

/** Seals a row so that it opens only while every one of these keys is left (AES-256-GCM). */
export function sealFor(keys: Buffer[], table: string, row: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', combined(keys), nonce).setAAD(Buffer.from(table));
  return Buffer.concat([nonce, cipher.update(row, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

export function openWith(keys: Buffer[], table: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', combined(keys), bytes.subarray(0, 12)).setAAD(Buffer.from(table));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
}

/** What opens a row about someone at a customer: neither the person's own key nor the one of them at the customer does it alone. */
export function keyAtCustomer(person: Buffer, atCustomer: Buffer): Buffer {
  return createHash('sha256').update('kursiv pair').update(person).update(atCustomer).digest();
}

/** In the order given: the line that is sealed says whose keys they are, in the same order. */
function combined(keys: Buffer[]): Buffer {
  const hash = createHash('sha256').update('kursiv row');
  for (const key of keys) hash.update(key);
  return hash.digest();
}

/**
 * What a person is called in one backup and with one customer: the pseudonym that stands in the row
 * if they are forgotten. Made from their random key, so that when the key is gone nobody can tell
 * whose it was, nor that two customers' rows were one person's.
 */
export function labelOf(key: Buffer, salt: string, customerId: string): string {
  return asUuid(createHmac('sha256', key).update(`${salt}\n${customerId}`).digest());
}

/** A new id in place of one that is renewed; the key is thrown away when the backup is written. */
export function renewed(key: Buffer, column: string, id: string): string {
  return asUuid(createHmac('sha256', key).update(`${column}\n${id}`).digest());
}

function asUuid(digest: Buffer): string {
  const bytes = digest.subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
