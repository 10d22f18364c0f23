import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { SignJWT, type JWTPayload } from 'jose';
import type { House } from '../../platform/house.ts';
import { href } from '../../routes.ts';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

type House_ = Pick<House, 'secrets' | 'publicUrl'>;
type Key = { private: KeyObject; public: { kty: string; crv: string; x: string }; name: string };

/**
 * The key that signs badges. It is made from the installation's secret and kept nowhere: whoever has the secret has the key,
 * and neither the database nor a backup can sign.
 */
function keyOf({ secrets }: Pick<House, 'secrets'>): Key {
  const seed = secrets.digest('open badge', 'ed25519');
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
  const { kty, crv, x } = createPublicKey(key).export({ format: 'jwk' }) as Key['public'];
  return { private: key, public: { kty, crv, x }, name: thumbprint(x) };
}

/** The name of a key is its own thumbprint (RFC 7638). */
const thumbprint = (x: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');

/** What is kept of the key, for when the secret has been changed. */
export const publicBadgeKey = (house: Pick<House, 'secrets'>): string => keyOf(house).public.x;

/** Each customer issues under a name of its own (did:web), which leads to `didDocument` at its address here. */
export const didOf = ({ publicUrl }: Pick<House, 'publicUrl'>, customer: string): string =>
  `did:web:${new URL(publicUrl).host.replace(':', '%3A')}:k:${customer}`;

/** Where the customer's public keys are found by whoever checks a badge: today's, and those that earlier badges are signed with. */
export function didDocument(house: House_, customer: string, earlier: readonly string[]): object {
  const did = didOf(house, customer);
  const today = publicBadgeKey(house);
  const keys = [today, ...earlier.filter((x) => x !== today)].map((x) => ({ x, name: thumbprint(x) }));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
    id: did,
    verificationMethod: keys.map(({ x, name }) => ({
      id: `${did}#${name}`,
      type: 'JsonWebKey2020',
      controller: did,
      publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x, alg: 'EdDSA', use: 'sig', kid: name },
    })),
    assertionMethod: keys.map(({ name }) => `${did}#${name}`),
  };
}

/** Signs as the customer. */
export function signAs(house: House_, customer: string, payload: JWTPayload, typ: 'JWT' | 'vc+jwt'): Promise<string> {
  const key = keyOf(house);
  const did = didOf(house, customer);
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'EdDSA', typ, kid: `${did}#${key.name}` })
    .setIssuer(did)
    .sign(key.private);
}

/** The public address of something of the customer's. */
export const addressOf = (house: House_, path: string): string => house.publicUrl.replace(/\/$/, '') + path;

export const statusListAddress = (house: House_, customer: string, list: number): string =>
  addressOf(house, href('badgeStatus', { customer, list }));
