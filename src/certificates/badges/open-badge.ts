import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { House } from '../../platform/house.ts';
import { href } from '../../routes.ts';
import type { Certificate } from '../certificates.queries.ts';
import { addressOf, didOf, statusListAddress } from './issuer.ts';
import { listOf, placeIn } from './status-list.ts';

/** What the holder has chosen to tell of themselves in the file; nothing, unless they say so. */
export type Told = { name?: string | undefined; email?: string | undefined };
type Badge = { certificate: Certificate; customer: string; description: string; statusIndex: number; told: Told };

/** A certificate as an Open Badge 3.0 (1EdTech), to be signed as a JWT: a credential of W3C's data model, version 2. */
export function openBadge(house: House, badge: Badge): JWTPayload {
  const { certificate, customer } = badge;
  const { issuedAt, expiresAt, courseTitle, courseLanguage } = certificate;
  const id = addressOf(house, href('verifyCertificate', { number: certificate.number }));
  const subject = subjectOf(badge);
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: courseTitle,
    issuer: { id: didOf(house, customer), type: ['Profile'], name: certificate.customerName, url: addressOf(house, '/') },
    validFrom: issuedAt.toISOString(),
    ...(expiresAt ? { validUntil: expiresAt.toISOString() } : {}),
    credentialSubject: {
      ...subject,
      type: ['AchievementSubject'],
      achievement: {
        id: `urn:uuid:${certificate.courseId}`,
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        inLanguage: courseLanguage,
        name: courseTitle,
        description: badge.description,
        criteria: { narrative: certificate.outcomes.map((outcome) => `- ${outcome}`).join('\n') || badge.description },
      },
    },
    credentialStatus: statusOf(house, badge),
    jti: id,
    ...('id' in subject ? { sub: subject.id } : {}),
    nbf: seconds(issuedAt),
    ...(expiresAt ? { exp: seconds(expiresAt) } : {}),
  };
}

const seconds = (time: Date): number => Math.floor(time.getTime() / 1000);

/** The holder by what they chose; without a choice a fresh name that leads to nobody (Art. 25(2)). */
function subjectOf({ told: { name, email } }: Badge): { id: string } | { identifier: object[] } {
  const identifier = [
    ...(name ? [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: name }] : []),
    ...(email ? [hashed(email)] : []),
  ];
  return identifier.length > 0 ? { identifier } : { id: `urn:uuid:${randomUUID()}` };
}

/** An address as its digest: whoever knows the address can compare, and nobody can read it out. */
function hashed(email: string): object {
  const salt = randomBytes(16).toString('hex');
  const digest = createHash('sha256')
    .update(email.toLowerCase() + salt)
    .digest('hex');
  return { type: 'IdentityObject', identityType: 'emailAddress', hashed: true, salt, identityHash: `sha256$${digest}` };
}

function statusOf(house: House, { customer, statusIndex }: Badge): object {
  const list = statusListAddress(house, customer, listOf(statusIndex));
  const place = String(placeIn(statusIndex));
  return {
    id: `${list}#${place}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: place,
    statusListCredential: list,
  };
}
