import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { textOf } from '../../../tests/support/pdf-text.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  enrol,
  formPost,
  inHouse,
  makeStaff,
  signedIn,
  smallCourse,
  type Person,
} from '../../../tests/support/world.ts';
import type { Field } from '../../people/index.ts';
import { openClassroom, type Classroom } from '../../people/testing.ts';
import { addMonths } from '../../platform/clock.ts';
import { href } from '../../routes.ts';
import { certificatesMails, issueCertificate, listCertificates, remindOfExpiry } from '../index.ts';

// Proof of N-07 and E-04: what a certificate says is true on the day it is read, and tells no more than its holder lets it.

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('looking after certificates', () => {
  let room: Classroom;
  let at: { customer: string; course: string };
  let template: string;
  const person = { given: 'Åke', family: 'Intyg' };

  before(async () => {
    room = await openClassroom();
    at = { customer: room.customer.slug, course: room.course.slug };
    template = href('certificateTemplate', at);
  });
  after(() => room.house.close());

  const post = async (path: string, fields: Record<string, string>, cookie = room.cookie) =>
    room.house.app.request(path, formPost(fields, cookie));
  const upload = async (fields: Record<string, string>, logo?: Uint8Array, cookie = room.cookie) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    if (logo) body.set('logo', new Blob([new Uint8Array(logo)], { type: 'image/png' }), 'logo.png');
    return room.house.app.request(template, { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' }, body });
  };
  const issue = async (enrolmentId: string, when = room.house.clock.now()) =>
    inHouse(room.house, (tx) => issueCertificate(tx, { customerId: room.customer.id, enrolmentId, at: when }));
  const rowsOf = async (enrolmentId: string) =>
    (
      await room.house.owner.query('select * from certificate where enrolment_id = $1 order by issued_at, replaced_by nulls last', [
        enrolmentId,
      ])
    ).rows;
  const student = async () => {
    const { person: made, enrolmentId } = await room.named(person.given, person.family);
    await issue(enrolmentId);
    const [row] = await rowsOf(enrolmentId);
    return { made, enrolmentId, row, cookie: await signedIn(room.house, made), at: { ...at, certificate: row.id as string } };
  };
  const open = (number: string) => room.textOf(href('verifyCertificate', { number }), '');
  const letter = (name: string, made: Person, certificateId: string) =>
    certificatesMails[name]!({
      house: room.house.house,
      language: 'sv',
      givenName: '',
      accountId: made.id,
      about: { customerId: room.customer.id, certificateId },
      operatorName: '',
    });

  it('the template is made by an author, shown as an example, and on every certificate from then on', async () => {
    const before = await student();
    const saved = await upload(
      { lines: 'Motsvarar två dagar.\n\n Andra raden ', signatoryName: 'Siv Signatur', signatoryTitle: 'Rektor', validMonths: '12' },
      png,
    );
    assert.equal(saved.headers.get('location'), `${template}?besked=sparat`);
    const page = await room.textOf(template);
    assert.match(page, /Motsvarar två dagar\.\nAndra raden/);
    assert.match(page, /intygsmall\/logotyp/);
    assert.equal((await room.get(href('certificateLogo', at))).headers.get('content-type'), 'image/png');
    const preview = await room.get(href('certificatePreview', at));
    const shown = textOf(Buffer.from(await preview.arrayBuffer()), inflateSync);
    for (const wanted of ['Motsvarar två dagar.', 'Siv Signatur', 'Rektor', 'Förnamn Efternamn', '23 november 2027'])
      assert.ok(shown.includes(wanted), `${wanted} in ${shown}`);
    const pdf = Buffer.from(await (await room.get(href('certificatePdf', at), before.cookie)).arrayBuffer());
    assert.ok(textOf(pdf, inflateSync).includes('Siv Signatur'));
    assert.match(pdf.toString('latin1'), /\/Subtype \/Image/);
    await upload({ lines: '', signatoryName: 'Siv Signatur', validMonths: '12', removeLogo: 'yes' });
    assert.equal((await room.get(href('certificateLogo', at))).status, 404);
  });

  it('what cannot be a template is told at its field, and what was typed stays', async () => {
    const wrong = await upload({ lines: 'a\nb\nc\nd\ne', validMonths: 'tolv', signatoryName: 'Kvar' }, Buffer.from('<svg/>'));
    const html = await wrong.text();
    assert.equal(wrong.status, 422);
    for (const said of [/Skriv högst fyra rader/, /ett helt antal månader/, /Bilden går inte att läsa/, /value="Kvar"/])
      assert.match(html, said);
  });

  it('expired is said openly, told of a month ahead, once, and renewed by a new pass under the same number', async () => {
    const { enrolmentId, row, made } = await student();
    const { clock } = room.house;
    const start = clock.now();
    const due = async () => room.textOf(`${href('courseCertificates', at)}?visa=att-fornya`, await signedIn(room.house, room.admin));
    clock.moveTo(addMonths(start, 10));
    assert.doesNotMatch(await due(), new RegExp(row.number));
    await remindOfExpiry(room.house.house);
    assert.equal((await rowsOf(enrolmentId))[0].reminded_at, null);
    clock.moveTo(new Date(addMonths(start, 11).getTime() + 86_400_000));
    await Promise.all([remindOfExpiry(room.house.house), remindOfExpiry(room.house.house)]);
    const mails = await room.house.owner.query("select id from mail where template = 'certificate-expires' and account_id = $1", [made.id]);
    assert.equal(mails.rows.length, 1);
    const mail = await letter('certificate-expires', made, row.id);
    assert.match(mail!.subject, /Ditt kursintyg går snart ut: Liten kurs/);
    assert.match(await due(), new RegExp(row.number), 'whoever looks after the course sees who is due');
    const bell = await room.house.owner.query("select from notification where event = 'certificate-expires' and account_id = $1", [
      made.id,
    ]);
    assert.equal(bell.rows.length, 1);
    const soon = await signedIn(room.house, made);
    assert.match(await room.textOf('/hem', soon), /Kursintyget går ut .*Förnya kursintyget/s);
    assert.match(await room.textOf(href('certificate', at), soon), /Intyget gäller till och med/);
    assert.match(await room.textOf(href('finalTest', at), soon), /<button[^>]*>(Börja|Starta)/);
    clock.moveTo(addMonths(start, 13));
    assert.match(await open(row.number), /Intyget är äkta men har gått ut/);
    await issue(enrolmentId, start);
    assert.match(await open(row.number), /har gått ut/, 'the pass that was is no new pass');
    await issue(enrolmentId);
    const again = await rowsOf(enrolmentId);
    assert.equal(again.length, 1);
    assert.equal(again[0].number, row.number);
    assert.equal(again[0].reminded_at, null);
    assert.match(await open(row.number), /Intyget är äkta</);
    assert.equal((await letter('certificate-expires', made, row.id))?.paragraphs.length, 3);
    clock.moveTo(start);
  });

  it('revoked: the public page says so and never why, the holder reads why, and an old pass does not bring it back', async () => {
    const { enrolmentId, row, cookie, made, at: place } = await student();
    const revoke = href('revokeCertificate', place);
    const empty = await post(revoke, { reason: ' ' });
    assert.equal(empty.status, 422);
    assert.match(await empty.text(), /Skriv varför intyget återkallas/);
    for (let times = 0; times < 2; times++)
      assert.equal((await post(revoke, { reason: 'Fel person gjorde provet' })).headers.get('location')?.endsWith('aterkallat'), true);
    const html = await open(row.number);
    assert.match(html, /Intyget är återkallat/);
    assert.doesNotMatch(html, /Fel person|Åke|Innehavare/);
    assert.match(await room.textOf(href('certificate', at), cookie), /Fel person gjorde provet/);
    assert.equal((await room.get(href('certificatePdf', at), cookie)).status, 404);
    const mails = await room.house.owner.query("select id from mail where template = 'certificate-revoked' and account_id = $1", [made.id]);
    assert.equal(mails.rows.length, 1);
    const mail = await letter('certificate-revoked', made, row.id);
    assert.doesNotMatch(mail!.paragraphs.join(' '), /Fel person/);
    await issue(enrolmentId, new Date(row.issued_at.getTime()));
    assert.equal((await rowsOf(enrolmentId)).length, 1);
    room.house.clock.moveTo(new Date(room.house.clock.now().getTime() + 60_000));
    await issue(enrolmentId);
    const rows = await rowsOf(enrolmentId);
    assert.equal(rows.length, 2, 'a new pass is a new certificate');
    assert.match(await open(rows[1].number), /Intyget är äkta</);
  });

  it('replaced: a new number, and the old one points on; twice is once', async () => {
    const { enrolmentId, row, at: place } = await student();
    await Promise.all([1, 2].map(() => post(href('replaceCertificate', place), {})));
    const rows = await rowsOf(enrolmentId);
    assert.equal(rows.length, 2);
    const fresh = rows.find(({ replaced_by }) => replaced_by === null);
    assert.notEqual(fresh.number, row.number);
    const html = await open(row.number);
    assert.match(html, /Intyget har fått ett nytt nummer/);
    assert.ok(html.includes(href('verifyCertificate', { number: fresh.number })));
    assert.match(await open(fresh.number), /Intyget är äkta</);
  });

  it('its holder hides the public page and shows it again; hidden and unknown look the same', async () => {
    const { row, cookie } = await student();
    const hide = (page: string) => post(href('hideCertificate', at), { page }, cookie);
    for (let times = 0; times < 2; times++) assert.equal((await hide('hide')).status, 303);
    assert.match(await open(row.number), /Vi hittar inget kursintyg/);
    assert.equal((await hide('maybe')).status, 422);
    await hide('show');
    assert.match(await open(row.number), /Intyget är äkta</);
  });

  it('are found by name, number and state, by POST, and never by a name that is not shown', async () => {
    const { enrolmentId } = await room.named('Örjan', 'Sökt');
    await issue(enrolmentId);
    const [row] = await rowsOf(enrolmentId);
    const list = href('searchCertificates', at);
    const found = async (fields: Record<string, string>) => (await (await post(list, fields)).text()).includes(row.number);
    assert.equal(await found({ search: ' örjan sö ' }), true);
    assert.equal(await found({ search: row.number.slice(2, 9).toLowerCase() }), true);
    assert.equal(await found({ search: 'örjan', state: 'valid' }), true);
    for (const state of ['due', 'expired', 'revoked', 'replaced']) assert.equal(await found({ search: 'örjan', state }), false, state);
    assert.match(await (await post(list, { search: '100 %_' })).text(), /Inget intyg stämmer/);
    const long = await post(list, { search: 'x'.repeat(101) });
    assert.equal(long.status, 422);
    assert.match(await long.text(), /högst 100 tecken.*value="x{101}"/s);
    await post(href('revokeCertificate', { ...at, certificate: row.id }), { reason: 'Fel person' });
    assert.deepEqual(await Promise.all(['valid', 'revoked'].map((state) => found({ search: 'örjan', state }))), [false, true]);
    const scope = { purpose: 'assess-learning', accountId: room.admin.id, customerId: room.customer.id, staffOf: room.customer.id };
    const wanted = { customerId: room.customer.id, courseId: room.course.courseId, search: 'örjan', after: undefined };
    const ask = (shown: Field[]) => room.house.house.database.transaction(scope, (tx) => listCertificates(tx, { ...wanted, shown }));
    assert.deepEqual([(await ask(['given_name'])).length, (await ask(['family_name'])).length], [1, 0]);
  });

  it('stand by issue, by when they expire or by name, as a heading asks, and by no name that is not shown', async () => {
    const ids = new Map<string, string>();
    for (const [family, issued, months] of [
      ['Ögren', 3, 9],
      ['Alm', 1, null],
      ['Zeke', 2, 4],
    ] as const) {
      const { enrolmentId } = await room.named('Ordnat', family);
      await issue(enrolmentId);
      await room.house.owner.query(
        `update certificate set issued_at = issued_at - make_interval(days => $2), expires_at = issued_at + make_interval(months => $3)
         where enrolment_id = $1`,
        [enrolmentId, issued, months],
      );
      ids.set(family, (await rowsOf(enrolmentId))[0]!.id);
    }
    const search = async (fields: Record<string, string>) =>
      (await post(href('searchCertificates', at), { search: 'ordnat', ...fields })).text();
    const found = async (fields: Record<string, string> = {}) =>
      [...(await search(fields)).matchAll(/Ordnat (\p{L}+)</gu)].map(([, family]) => family);
    assert.deepEqual(await found(), ['Alm', 'Zeke', 'Ögren']);
    assert.deepEqual(await found({ ordning: 'expires' }), ['Zeke', 'Ögren', 'Alm']);
    assert.deepEqual(await found({ ordning: 'name' }), ['Alm', 'Zeke', 'Ögren']);
    for (const ordning of ['issued', 'expires', 'name']) {
      const all = await found({ ordning });
      assert.deepEqual(await found({ ordning, after: ids.get(all[0]!)! }), all.slice(1), ordning);
    }
    assert.match(await search({ ordning: 'expires' }), /aria-sort="ascending"[^>]*><span class="ordered">Gäller till och med/);
    const led = await post(href('searchCertificates', at), { search: '', state: 'valid', ordning: 'name' });
    assert.match(led.headers.get('location')!, /\?state=valid&ordning=name$/);
    const scope = { purpose: 'assess-learning', accountId: room.admin.id, customerId: room.customer.id, staffOf: room.customer.id };
    const wanted = { customerId: room.customer.id, courseId: room.course.courseId, after: undefined };
    const ask = (order: 'issued' | 'name') =>
      room.house.house.database.transaction(scope, async (tx) =>
        (await listCertificates(tx, { ...wanted, shown: ['result'], order })).map(({ id }) => id),
      );
    assert.deepEqual(await ask('name'), await ask('issued'), 'the place of a name that is not shown would tell it');
  });

  it('nobody else: a teacher, a student, an administrator of another course or customer; the look is recorded', async () => {
    const { row, cookie, at: place, made } = await student();
    const neighbour = await addPerson(room.house, 'Granne');
    const course = await addCourse(room.house, room.customer.id, { ...smallCourse, slug: 'annan' });
    await makeStaff(room.house, neighbour, room.customer.id, course.courseId);
    const elsewhere = await addCustomer(room.house, 'tva');
    const stranger = await addPerson(room.house, 'Annan');
    const theirs = await addCourse(room.house, elsewhere.id);
    await makeStaff(room.house, stranger, elsewhere.id, theirs.courseId);
    const mate = await addPerson(room.house, 'Kamrat');
    await enrol(room.house, mate, room.course);
    const teacher = await room.give(await addPerson(room.house, 'Larare'), 'teacher');
    const others = [cookie, teacher, ...(await Promise.all([neighbour, stranger, mate].map((each) => signedIn(room.house, each))))];
    for (const other of others) {
      for (const path of [template, href('certificatePreview', at), href('courseCertificates', at), href('courseCertificate', place)])
        assert.equal((await room.get(path, other)).status, 404, path);
      assert.equal((await post(href('searchCertificates', at), { search: 'Åke' }, other)).status, 404);
      assert.equal((await post(href('revokeCertificate', place), { reason: 'x' }, other)).status, 404);
      assert.equal((await post(href('replaceCertificate', place), {}, other)).status, 404);
      assert.equal((await upload({ validMonths: '1' }, undefined, other)).status, 404);
    }
    const list = await room.textOf(href('courseCertificates', at));
    assert.ok(list.includes(row.number) && list.includes('Åke Intyg'));
    const looks = await room.house.owner.query(
      "select l.fields from access_log l join access_log_subject s on s.log_id = l.id where s.account_id = $1 and l.room = 'certificates'",
      [made.id],
    );
    assert.equal(looks.rows.length, 1);
    assert.ok(looks.rows[0].fields.includes('certificate.number'));
  });
});
