import { gzipSync } from 'node:zlib';
import type { JWTPayload } from 'jose';
import type { House } from '../../platform/house.ts';
import { didOf, statusListAddress } from './issuer.ts';

/** So many places in each list that a place tells nothing of whose it is (Bitstring Status List 1.0 asks for this many). */
export const placesPerList = 131_072;

export const listOf = (index: number): number => Math.floor(index / placesPerList) + 1;
export const placeIn = (index: number): number => index % placesPerList;

/** One bit a badge, set when it holds no longer; the first place is the first bit. */
export function encodedList(revoked: readonly number[]): string {
  const bits = Buffer.alloc(placesPerList / 8);
  for (const place of revoked) bits[place >> 3]! |= 0x80 >> (place & 7);
  return `u${gzipSync(bits).toString('base64url')}`;
}

/** The list as a credential of its own (W3C Bitstring Status List), to be signed as the badges are. */
export function statusListCredential(house: House, customer: string, list: number, revoked: readonly number[]): JWTPayload {
  const id = statusListAddress(house, customer, list);
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: didOf(house, customer),
    validFrom: house.clock.now().toISOString(),
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: encodedList(revoked) },
  };
}
