import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { after, before, describe, it } from 'node:test';
import { decodeJWT, verifyJWT } from 'did-jwt';
import { verifyCredential } from 'did-jwt-vc';
import fc from 'fast-check';
import { addPerson, formPost, inHouse, signedIn } from '../../../tests/support/world.ts';
import { openClassroom, type Classroom } from '../../people/testing.ts';
import { href } from '../../routes.ts';
import { issueCertificate } from '../index.ts';
import { encodedList, placesPerList } from './status-list.ts';

// Proof of E-04: a badge can be checked by anyone who is given it, and tells no more than its holder chose.
// It is checked here as others would: by did-jwt and did-jwt-vc, over the public addresses alone.

type Credential = {
  '@context': string[];
  type: string[];
  issuer: { id: string; name: string };
  validFrom: string;
  credentialSubject: {
    id?: string;
    identifier?: Record<string, unknown>[];
    achievement: { name: string; criteria: { narrative: string } };
  };
  credentialStatus: { type: string; statusListIndex: string; statusListCredential: string };
};

describe('badges', () => {
  let room: Classroom;
  let at: { customer: string; course: string };
  before(async () => {
    room = await openClassroom();
    at = { customer: room.customer.slug, course: room.course.slug };
  });
  after(() => room.house.close());

  const open = (path: string) => Promise.resolve(room.house.app.request(path));
  const student = async () => {
    const { person, enrolmentId } = await room.named('Åke', 'Märke');
    const issue = () =>
      inHouse(room.house, (tx) => issueCertificate(tx, { customerId: room.customer.id, enrolmentId, at: room.house.clock.now() }));
    await issue();
    return { person, enrolmentId, cookie: await signedIn(room.house, person) };
  };
  const take = (cookie: string, fields: Record<string, string> = {}) =>
    Promise.resolve(room.house.app.request(href('takeBadge', at), formPost(fields, cookie)));
  const badgeOf = async (cookie: string, fields?: Record<string, string>) => {
    const answer = await take(cookie, fields);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/vc+jwt');
    return answer.text();
  };
  /** did:web as its specification says it, at our own addresses. */
  const resolver = {
    async resolve(did: string) {
      const path = did.replace(/^did:web:[^:]+/, '').replaceAll(':', '/');
      const answer = await open(`${path}/did.json`);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      return { didResolutionMetadata: {}, didDocumentMetadata: {}, didDocument: (await answer.json()) as { id: string } };
    },
  };
  const check = async (jwt: string) => {
    // The library asks for the first version of W3C's data model; the form is checked below.
    const { payload, verified } = await verifyCredential(jwt, resolver, {
      policies: { format: false, now: Math.floor(room.house.clock.now().getTime() / 1000) },
    });
    assert.equal(verified, true);
    return payload as unknown as Credential & { iss: string };
  };
  const holds = async ({ credentialStatus }: Credential) => {
    assert.equal(credentialStatus.type, 'BitstringStatusListEntry');
    const answer = await open(new URL(credentialStatus.statusListCredential).pathname);
    const list = await answer.text();
    const { payload } = await verifyJWT(list, { resolver });
    const { encodedList: encoded } = payload['credentialSubject'] as { encodedList: string };
    const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'));
    assert.equal(bits.length, placesPerList / 8);
    const place = Number(credentialStatus.statusListIndex);
    return ((bits[place >> 3]! >> (7 - (place & 7))) & 1) === 0;
  };

  it('are verified by an independent library, and say the course, its issuer and nobody’s name', async () => {
    const { person, cookie } = await student();
    assert.match(await (await room.house.app.request(href('certificate', at), { headers: { cookie } })).text(), /Digitalt märke/);
    const jwt = await badgeOf(cookie);
    const badge = await check(jwt);
    assert.deepEqual(badge['@context'], [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ]);
    assert.deepEqual(badge.type, ['VerifiableCredential', 'OpenBadgeCredential']);
    assert.equal(badge.issuer.id, `did:web:localhost:k:${at.customer}`);
    assert.equal(badge.iss, badge.issuer.id);
    assert.equal(badge.credentialSubject.achievement.name, 'Liten kurs');
    assert.match(badge.credentialSubject.id!, /^urn:uuid:/);
    const words = JSON.stringify(decodeJWT(jwt));
    for (const secret of ['Åke', 'Märke', person.email, person.id]) assert.ok(!words.includes(secret), secret);
    const again = await check(await badgeOf(cookie));
    assert.notEqual(again.credentialSubject.id, badge.credentialSubject.id, 'two files of one holder are not told to be one’s');
    assert.equal(again.credentialStatus.statusListIndex, badge.credentialStatus.statusListIndex);
  });

  it('tell of their holder what the holder chose: the name, or a digest of the address', async () => {
    const { person, cookie } = await student();
    const { credentialSubject } = await check(await badgeOf(cookie, { told_name: 'yes', told_email: 'yes' }));
    const [name, email] = credentialSubject.identifier!;
    assert.equal(name!['identityHash'], 'Åke Märke');
    const digest = createHash('sha256')
      .update(person.email + String(email!['salt']))
      .digest('hex');
    assert.equal(email!['identityHash'], `sha256$${digest}`);
    assert.ok(!JSON.stringify(credentialSubject).includes(person.email));
  });

  it('are known as forged when a word of them is changed, or another key has signed', async () => {
    const { cookie } = await student();
    const [head, , signature] = (await badgeOf(cookie)).split('.');
    const forged = Buffer.from(JSON.stringify({ ...decodeJWT(await badgeOf(cookie)).payload, name: 'Läkarexamen' })).toString('base64url');
    await assert.rejects(check(`${head}.${forged}.${signature}`));
  });

  it('hold until they are revoked or replaced, as the public list says', async () => {
    const [one, other, third] = [await student(), await student(), await student()];
    const [badge, replaced, kept] = [
      await check(await badgeOf(one.cookie)),
      await check(await badgeOf(other.cookie)),
      await check(await badgeOf(third.cookie)),
    ];
    assert.ok((await holds(badge)) && (await holds(replaced)));
    const idOf = async (enrolment: string) =>
      (await room.house.owner.query('select id from certificate where enrolment_id = $1', [enrolment])).rows[0].id as string;
    const act = (path: string, fields: Record<string, string>) =>
      Promise.resolve(room.house.app.request(path, formPost(fields, room.cookie)));
    const revoked = await act(href('revokeCertificate', { ...at, certificate: await idOf(one.enrolmentId) }), {
      reason: 'Fel person',
      confirmed: 'yes',
    });
    assert.equal(revoked.status, 303);
    assert.equal((await act(href('replaceCertificate', { ...at, certificate: await idOf(other.enrolmentId) }), {})).status, 303);
    assert.equal(await holds(badge), false);
    assert.equal(await holds(replaced), false);
    assert.equal(await holds(kept), true);
    assert.equal((await take(one.cookie)).status, 404, 'one that is revoked is not made any more');
    const anew = await check(await badgeOf(other.cookie));
    assert.notEqual(anew.credentialStatus.statusListIndex, replaced.credentialStatus.statusListIndex);
    assert.equal(await holds(anew), true);
  });

  it('are for their holder; a visitor and others get none, and the lists tell of nobody', async () => {
    const other = await signedIn(room.house, await addPerson(room.house, 'Annan'));
    assert.equal((await take(other)).status, 404);
    assert.equal((await take(room.cookie)).status, 404);
    assert.equal((await take('')).status, 303);
    assert.equal((await open('/k/finns-inte/did.json')).status, 404);
    assert.doesNotMatch(await (await open(href('issuerDocument', { customer: at.customer }))).text(), /"d"/);
  });

  it('keep a bit for each place', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: placesPerList - 1 }), { maxLength: 50 }), (places) => {
        const bits = gunzipSync(Buffer.from(encodedList(places).slice(1), 'base64url'));
        const set = places.every((place) => (bits[place >> 3]! >> (7 - (place & 7))) & 1);
        const count = bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
        assert.ok(set && count === places.length);
      }),
      { numRuns: 30 },
    );
  });
});
