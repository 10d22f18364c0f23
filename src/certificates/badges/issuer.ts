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
  // The name is the key's own thumbprint (RFC 7638).
  const name = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
  return { private: key, public: { kty, crv, x }, name };
}

/** Each customer issues under a name of its own (did:web), which leads to `didDocument` at its address here. */
export const didOf = ({ publicUrl }: Pick<House, 'publicUrl'>, customer: string): string =>
  `did:web:${new URL(publicUrl).host.replace(':', '%3A')}:k:${customer}`;

/** Where the customer's public key is found by whoever checks a badge. */
export function didDocument(house: House_, customer: string): object {
  const did = didOf(house, customer);
  const key = keyOf(house);
  const id = `${did}#${key.name}`;
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
    id: did,
    verificationMethod: [
      { id, type: 'JsonWebKey2020', controller: did, publicKeyJwk: { ...key.public, alg: 'EdDSA', use: 'sig', kid: key.name } },
    ],
    assertionMethod: [id],
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
