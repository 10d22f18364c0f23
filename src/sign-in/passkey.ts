import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { House } from '../platform/house.ts';

/** Read as code when the first passkey is asked for: it is the largest library of all, and a start should not wait for it. */
const webAuthn = () => import('@simplewebauthn/server');

/** A passkey stands for both steps, so the device must always have recognised its owner. */
const userVerification = 'required';

/** ES256, EdDSA and RS256, which every browser has; asking Node for newer ones makes it warn. */
const supportedAlgorithmIDs = [-7, -8, -257];

/** A passkey belongs to the address people use: nothing that only looks like it can ask for one. */
function site(house: House): { rpID: string; origin: string } {
  const url = new URL(house.publicUrl);
  return { rpID: url.hostname, origin: url.origin };
}

export const askForPasskey = async (house: House) =>
  (await webAuthn()).generateAuthenticationOptions({ rpID: site(house).rpID, userVerification });

type Owner = { accountId: string; email: string; name: string; operator: string; passkeys: { credential_id: string }[] };

export async function askForNewPasskey(house: House, owner: Owner) {
  const { generateRegistrationOptions } = await webAuthn();
  return generateRegistrationOptions({
    rpName: owner.operator,
    rpID: site(house).rpID,
    userID: Uint8Array.from(Buffer.from(owner.accountId.replaceAll('-', ''), 'hex')),
    userName: owner.email,
    userDisplayName: owner.name,
    excludeCredentials: owner.passkeys.map((passkey) => ({ id: passkey.credential_id })),
    authenticatorSelection: { residentKey: 'required', userVerification },
    supportedAlgorithmIDs,
  });
}

/** What a new passkey is made of; undefined when the answer is not right, whatever is wrong with it. */
export async function readNewPasskey(house: House, response: unknown, challenge: string) {
  const { rpID, origin } = site(house);
  const { verifyRegistrationResponse } = await webAuthn();
  const verified = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs,
  }).catch(() => undefined);
  return verified?.registrationInfo?.credential;
}

type Kept = { credential_id: string; public_key: Buffer; counter: number };

/** The counter after a right answer; a counter that does not move forward is refused by the library (§6.1.1). */
export async function readPasskeyAnswer(house: House, response: unknown, challenge: string, kept: Kept): Promise<number | undefined> {
  const { rpID, origin } = site(house);
  const { verifyAuthenticationResponse } = await webAuthn();
  const verified = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: { id: kept.credential_id, publicKey: Uint8Array.from(kept.public_key), counter: kept.counter },
  }).catch(() => undefined);
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined;
}
