import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  enrol,
  formPost,
  inHouse,
  setUpOperator,
  signedIn,
  type Person,
} from '../../tests/support/world.ts';
import { newCertificateNumber, readCertificateNumber } from './certificate-number.ts';
import { certificatePdf } from './certificate-pdf.ts';
import { issueCertificate } from './index.ts';
import { piecesOf } from '../ui/pdf-fonts.ts';
import { textOf } from '../../tests/support/pdf-text.ts';

// Proof of N-22: the name is public while the ledger says so, and not a moment longer.

test('a number is read in any case, and nothing else is one', () => {
  fc.assert(
    fc.property(fc.constant(null).map(newCertificateNumber), (number) => {
      assert.equal(readCertificateNumber(` ${number.toLowerCase()} `), number);
    }),
  );
  for (const wrong of ['', 'K-0000-0000-0000', 'K-2222-2222', 'X-2222-2222-2222', 'K-2222-2222-2222-2222'])
    assert.equal(readCertificateNumber(wrong), undefined);
  assert.equal(new Set(Array.from({ length: 1_000 }, newCertificateNumber)).size, 1_000);
});

test('a name is split where another font file takes over, and nothing is lost', () => {
  assert.deepEqual(
    piecesOf('Łukasz Åberg').map(({ script }) => script),
    ['latin-ext', 'latin'],
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) =>
      assert.equal(
        piecesOf(name)
          .map(({ text }) => text)
          .join(''),
        name.normalize('NFC'),
      ),
    ),
  );
});

describe('the certificate', () => {
  let house: TestHouse;
  let customerId: string;
  let course: Awaited<ReturnType<typeof addCourse>>;
  let person: Person;
  let cookie: string;
  let number: string;
  let enrolmentId: string;
  const root = '/k/nordhammar/kurser/liten-kurs/kursintyg';
  const get = (path: string, as = cookie, headers: Record<string, string> = {}) =>
    house.app.request(path, { headers: { cookie: as, ...headers } });
  const choose = (show: string) => house.app.request(root, formPost({ show }, cookie));
  const openPage = async (of = number) => (await get(`/intyg/${of}`, '')).text();

  before(async () => {
    house = await openTestHouse();
    await setUpOperator(house);
    customerId = (await addCustomer(house)).id;
    course = await addCourse(house, customerId);
    person = await addPerson(house, 'Åsa');
    enrolmentId = await enrol(house, person, course);
    cookie = await signedIn(house, person);
    for (let times = 0; times < 2; times++) {
      await inHouse(house, (tx) => issueCertificate(tx, { customerId, enrolmentId, at: new Date('2026-11-21T13:03:00Z') }));
    }
    const { rows } = await house.owner.query('select number from certificate where enrolment_id = $1', [enrolmentId]);
    assert.equal(rows.length, 1, 'issued twice is issued once');
    number = rows[0].number;
  });
  after(() => house.close());

  test('its holder sees what is on it, and that the name is not public', async () => {
    const html = await (await get(root)).text();
    assert.match(html, /GivenÅsa FamilyÅsa/);
    assert.match(html, /Kunden nordhammar/);
    assert.match(html, /21 november 2026/);
    assert.ok(html.includes(number));
    assert.match(html, /Ditt namn visas inte\./);
    assert.doesNotMatch(html.slice(0, html.indexOf('</title>')), /Åsa/);
  });

  test('anyone with the number sees course, issuer, date and that it is valid, and no name', async () => {
    for (const typed of [number, number.toLowerCase()]) {
      const response = await get(`/intyg/${typed}`, '');
      const html = await response.text();
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('x-robots-tag'), 'noindex, nofollow');
      assert.match(html, /Intyget är äkta.*Liten kurs.*Kunden nordhammar.*21 november 2026/s);
      assert.match(html, /Visas inte\. Innehavaren har inte valt/);
      assert.doesNotMatch(html, /Åsa/);
    }
  });

  test('the name is shown by consent and gone at once when it is withdrawn; the same choice twice is one', async () => {
    for (let times = 0; times < 2; times++) assert.equal((await choose('yes')).headers.get('location'), `${root}#name`);
    assert.match(await openPage(), /GivenÅsa FamilyÅsa/);
    await Promise.all([choose('no'), choose('no')]);
    assert.doesNotMatch(await openPage(), /Åsa/);
    const { rows } = await house.owner.query(
      `select state, text_hash <> '' as worded from ledger where account_id = $1 and event = 'consent' order by at`,
      [person.id],
    );
    assert.deepEqual(rows, [
      { state: 'given', worded: true },
      { state: 'withdrawn', worded: true },
    ]);
  });

  test('a protected identity is a designation on paper, and on the open page nothing, whatever was consented to', async () => {
    await choose('yes');
    await house.owner.query("insert into protected_identity values ($1, $2, 'Person H2DN', null, $3)", [
      customerId,
      person.id,
      house.clock.now(),
    ]);
    const pdf = textOf(Buffer.from(await (await get(`${root}.pdf`)).arrayBuffer()), inflateSync);
    assert.match(pdf, /Person H2DN/);
    assert.doesNotMatch(pdf + (await openPage()), /Åsa/);
    await house.owner.query('delete from protected_identity');
    await choose('no');
  });

  test('a closed account shows no name, whatever was chosen before', async () => {
    await choose('yes');
    const close = (at: Date | null) =>
      inHouse(house, (tx) => tx.updateTable('account').set({ closed_at: at, erase_due_at: at }).where('id', '=', person.id).execute());
    await close(house.clock.now());
    assert.doesNotMatch(await openPage(), /Åsa/);
    await close(null);
    await choose('no');
  });

  test('an unknown number, a broken one and an erased one look the same', async () => {
    const erased = await enrol(house, await addPerson(house, 'Bortglömd'), course);
    await inHouse(house, (tx) => issueCertificate(tx, { customerId, enrolmentId: erased, at: house.clock.now() }));
    const { rows } = await house.owner.query('delete from certificate where enrolment_id = $1 returning number', [erased]);
    const shapes = new Set<string>();
    for (const unknown of [rows[0].number, newCertificateNumber(), 'hello', 'K-0000-0000-0000']) {
      const response = await get(`/intyg/${unknown}`, '');
      assert.equal(response.status, 404);
      const html = await response.text();
      assert.match(html, /Vi hittar inget kursintyg med det numret/);
      shapes.add(html.replaceAll(unknown, 'X'));
    }
    assert.equal(shapes.size, 1);
  });

  test('a choice that is none is told, and changes nothing', async () => {
    const response = await choose('perhaps');
    assert.equal(response.status, 422);
    assert.match(await response.text(), /Välj om ditt namn ska visas eller inte\./);
    assert.doesNotMatch(await openPage(), /Åsa/);
  });

  test('nobody else reaches the certificate: another student, a stranger, a visitor', async () => {
    const other = await addPerson(house, 'Annan');
    await enrol(house, other, course);
    for (const as of [await signedIn(house, other), await signedIn(house, await addPerson(house, 'Gäst'))]) {
      assert.equal((await get(root, as)).status, 404);
      assert.equal((await get(`${root}.pdf`, as)).status, 404);
      assert.equal((await house.app.request(root, formPost({ show: 'yes' }, as))).status, 404);
    }
    assert.match((await get(root, '')).headers.get('location') ?? '', /^\/logga-in/);
  });

  test('the file is a tagged PDF in its language, whose text can be read', async () => {
    const response = await get(`${root}.pdf`);
    assert.equal(response.headers.get('content-type'), 'application/pdf');
    assert.match(response.headers.get('cache-control') ?? '', /no-store/);
    const bytes = Buffer.from(await response.arrayBuffer());
    const raw = bytes.toString('latin1');
    assert.match(raw, /^%PDF-1\.7/);
    assert.match(raw, /\/MarkInfo \d+ 0 R/);
    assert.match(raw, /\/Marked true/);
    assert.match(raw, /\/Lang \(sv-SE\)/);
    assert.match(raw, /\/StructTreeRoot/);
    assert.match(raw, /\/S \/H1/);
    assert.match(raw, /\/S \/Figure[^]*?\/Alt/);
    assert.match(raw, /\/DisplayDocTitle true/);
    const text = textOf(bytes, inflateSync);
    for (const wanted of [
      'Kursintyg',
      'GivenÅsa FamilyÅsa',
      'Liten kurs',
      'Kunden nordhammar',
      '21 november 2026',
      number,
      `/intyg/${number}`,
    ]) {
      assert.ok(text.includes(wanted), `${wanted} in ${text}`);
    }
  });

  test('the metadata name the course and not the person', async () => {
    const bytes = Buffer.from(await (await get(`${root}.pdf`)).arrayBuffer());
    const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('latin1');
    const raw = bytes.toString('latin1');
    assert.match(raw, /Kursintyg: Liten kurs/);
    for (const name of ['GivenÅsa', 'FamilyÅsa', 'Given']) assert.ok(!raw.includes(name) && !raw.includes(utf16(name)), name);
  });

  test('the same certificate gives the same bytes, in either language', async () => {
    const certificate = {
      number,
      issuedAt: new Date('2026-11-21T13:03:00Z'),
      courseTitle: 'Vård & omsorg <1>',
      courseLanguage: 'sv' as const,
      courseMinutes: 45,
      outcomes: ['Du kan något nytt.'],
      customerName: 'Väst & Öst',
      givenName: 'Łukasz',
      familyName: 'Đặng Čížek',
    };
    for (const locale of ['sv', 'en'] as const) {
      const [one, other] = await Promise.all(
        [1, 2].map(() => certificatePdf(certificate, { locale, address: 'https://kursiv.example/intyg/x' })),
      );
      assert.ok(one!.equals(other!));
      assert.ok(textOf(one!, inflateSync).includes('Łukasz Đặng Čížek'));
    }
  });

  test('without a name the certificate says so and is made all the same', async () => {
    const nameless = await addPerson(house, 'Namnlös');
    await inHouse(house, (tx) =>
      tx.updateTable('account').set({ given_name: '', family_name: '' }).where('id', '=', nameless.id).execute(),
    );
    const enrolment = await enrol(house, nameless, course);
    await inHouse(house, (tx) => issueCertificate(tx, { customerId, enrolmentId: enrolment, at: house.clock.now() }));
    const as = await signedIn(house, nameless);
    assert.match(await (await get(root, as)).text(), /Ditt namn saknas\./);
    assert.ok(
      textOf(Buffer.from(await (await get(`${root}.pdf`, as)).arrayBuffer()), inflateSync).includes('innehavaren av det här intyget'),
    );
  });

  test('guessing numbers is throttled', async () => {
    let status = 404;
    for (let tries = 0; tries < 80 && status === 404; tries++) status = (await get(`/intyg/${newCertificateNumber()}`, '')).status;
    assert.equal(status, 429);
  });
});
