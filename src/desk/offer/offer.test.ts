import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { sql } from 'kysely';
import { textOf as pdfText } from '../../../tests/support/pdf-text.ts';
import { addCourse, addCustomer, inHouse, smallCourse } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { openDesk, type DeskHouse } from '../testing.ts';

// Proof of N-56 as far as customers go: nothing is held for a customer before its terms are accepted, with proof.

let desk: DeskHouse;
let course: string;
before(async () => {
  desk = await openDesk();
  course = (await addCourse(desk.house, (await addCustomer(desk.house)).id)).courseId;
});
after(() => desk.house.close());

const address = 'berit@sjovik.example';
const ask = async () => {
  const id = await desk.write({
    email: address,
    name: 'Berit Boman',
    organisation: 'Sjöviks bibliotek',
    people_count: '40',
    courses: 'Liten kurs',
    body: 'Vad kostar det?',
  });
  return { id, own: href('ownEnquiry', { token: desk.house.house.secrets.token('enquiry', id) }) };
};
const offered = {
  kind: 'library',
  valid: '2026-12-31',
  seats: '40',
  months: '12',
  renews: 'yes',
  notice: '1',
  what1: 'Platser',
  quantity1: '40',
  unit1: '99,50',
};
const make = (id: string, more: Record<string, string> = {}) =>
  desk.post(href('makeOffer', { enquiry: id }), { ...offered, courses: course, ...more }, desk.support);
const offerIn = async (own: string) => /name="offer" value="([^"]+)"/.exec(await desk.textOf(`${own}/offert`))?.[1] ?? '';
const signed = {
  answer: 'accept',
  name: 'Berit Boman',
  title: 'bibliotekschef',
  organisation: 'Sjöviks bibliotek',
  org: '212000-0142',
  terms: 'yes',
};

describe('an offer', () => {
  it('is made in the thread, read behind the link and as a tagged PDF, and told by a mail that names nobody', async () => {
    const { id, own } = await ask();
    const missing = await make(id, { kind: '', seats: 'x', valid: '2020-01-01' });
    assert.equal(missing.status, 422);
    const said = await missing.text();
    for (const fault of [/Välj slag av kund/, /Välj en dag som inte har varit/, /Skriv antalet platser/]) assert.match(said, fault);
    assert.equal((await make(id)).status, 303);
    await desk.deliver();
    assert.doesNotMatch(await desk.mailTo(address), /Berit|Sjövik|99,50/);
    const page = await desk.textOf(own);
    assert.match(page, /Vi har gjort offert 1 till er/);
    assert.match(await desk.textOf(`${own}/offert`), /4\s975\skr/);
    const pdf = Buffer.from(await (await desk.get(`${own}/offert.pdf`)).arrayBuffer());
    assert.match(pdf.toString('latin1'), /StructTreeRoot/);
    assert.match(pdfText(pdf, inflateSync), /Sjöviks bibliotek[^]*Liten kurs[^]*Personuppgiftsbiträdesavtal/);
    for (const who of [desk.dpo, desk.executive]) {
      assert.equal((await desk.get(href('newOffer', { enquiry: id }), who)).status, 404);
      assert.equal((await desk.post(href('makeOffer', { enquiry: id }), offered, who)).status, 404);
    }
  });

  it('that is accepted makes a customer, its agreement, its own courses, the proof and the invitation: once', async () => {
    const { id, own } = await ask();
    await make(id);
    const offer = await offerIn(own);
    const wrong = await desk.post(`${own}/offert`, { ...signed, offer, org: '212000-0143', terms: '' });
    assert.equal(wrong.status, 422);
    const said = await wrong.text();
    assert.match(said, /Organisationsnumret stämmer inte/);
    assert.match(said, /Kryssa i rutan för att godkänna personuppgiftsbiträdesavtalet/);
    assert.match(said, /value="bibliotekschef"/);
    const both = await Promise.all([0, 1].map(() => desk.post(`${own}/offert`, { ...signed, offer })));
    assert.deepEqual(
      both.map(({ status }) => status),
      [303, 303],
    );
    const [customer, ...others] = await desk.rows<{ id: string; slug: string }>(
      "select id, slug from customer where org_number = '2120000142'",
    );
    assert.deepEqual([customer?.slug, others], ['sjoviks-bibliotek', []]);
    const agreements = await desk.rows('select seats, all_courses, renews, ends_at from agreement where customer_id = $1', [customer!.id]);
    assert.deepEqual(agreements, [{ seats: 40, all_courses: false, renews: true, ends_at: null }]);
    const copies = await desk.rows<{ id: string; title: string; listed_at: Date | null }>(
      'select id, title, listed_at from course where customer_id = $1',
      [customer!.id],
    );
    assert.deepEqual(
      copies.map(({ title, listed_at }) => [title, listed_at]),
      [['Liten kurs', null]],
    );
    const pages = await desk.rows('select from course_page where customer_id = $1 and published', [customer!.id]);
    assert.equal(pages.length, 2);
    const proofs = await desk.rows('select name, title, email, account_id, version from data_terms_acceptance where customer_id = $1', [
      customer!.id,
    ]);
    assert.deepEqual(proofs, [{ name: 'Berit Boman', title: 'bibliotekschef', email: address, account_id: null, version: 1 }]);
    const invitations = await desk.rows('select role from invitation where customer_id = $1', [customer!.id]);
    assert.deepEqual(invitations, [{ role: 'customer_admin' }]);
    const thread = await desk.textOf(href('enquiry', { enquiry: id }), desk.support);
    assert.match(thread, /Offert 1 är accepterad/);
    assert.match(thread, new RegExp(`/kunder/${customer!.id}`));
    assert.match(await desk.textOf(`${own}/offert`), /Ni är kund hos oss/);
    assert.equal((await desk.post(`${own}/offert`, { ...signed, offer, answer: 'decline' })).status, 303);
    assert.equal((await desk.rows('select from offer where declined_at is not null')).length, 0);
    await make(id);
    assert.equal((await desk.rows('select from offer where enquiry_id = $1', [id])).length, 1, 'what is agreed is not offered anew');
  });

  it('has room for any course: one that is not shown is searched for, and what is chosen and filled in stays', async () => {
    const { id } = await ask();
    assert.doesNotMatch(await desk.textOf(href('newOffer', { enquiry: id }), desk.support), /course_search/, 'a few need no search');
    const from = await addCustomer(desk.house, 'mangakurser');
    const first = await addCourse(desk.house, from.id, { ...smallCourse, slug: 'forsta' });
    await inHouse(desk.house, async (tx) => {
      await sql`insert into course (customer_id, slug, title, tagline, description, minutes, language, listed_at)
        select customer_id, 'kurs-' || n, 'Kurs ' || lpad(n::text, 3, '0'), tagline, description, minutes, language, listed_at
        from course, generate_series(1, 250) n where id = ${first.courseId}`.execute(tx);
      await sql`insert into course_version (customer_id, course_id, number, published_at)
        select c.customer_id, c.id, 1, app.now() from course c where c.customer_id = ${from.id} and c.slug like 'kurs-%'`.execute(tx);
    });
    const [last] = await desk.rows<{ id: string }>("select id from course where title = 'Kurs 250'");
    const page = await desk.textOf(href('newOffer', { enquiry: id }), desk.support);
    assert.match(page, /name="course_search"/);
    assert.doesNotMatch(page, new RegExp(last!.id));
    const sought = await make(id, { seats: '41', kind: '', course_search: 'kurs 25', find: 'courses' });
    assert.equal(sought.status, 200);
    const found = await sought.text();
    assert.match(found, new RegExp(`value="${last!.id}"(?! checked)`));
    assert.match(found, new RegExp(`value="${course}" checked`), 'what was chosen stays, though it is called something else');
    assert.match(found, /value="41"/);
    assert.doesNotMatch(found, /Kurs 249|Välj slag av kund/);
    assert.match(await (await make(id, { course_search: 'finns inte', find: 'courses' })).text(), /Ingen annan kurs heter så/);
    assert.match(await (await make(id, { course_search: 'kunden mangakurser', find: 'courses' })).text(), /Kurs 001/);
    assert.equal((await make(id, { courses: 'x', course_search: '', find: 'courses' })).status, 200);
    assert.equal((await desk.rows('select from offer where enquiry_id = $1', [id])).length, 0, 'a search makes nothing');
    assert.equal((await make(id, { courses: last!.id, course_search: 'kurs 25' })).status, 303);
    assert.deepEqual(await desk.rows('select courses from offer where enquiry_id = $1', [id]), [{ courses: [last!.id] }]);
    assert.equal((await desk.post(href('makeOffer', { enquiry: id }), { find: 'courses' }, desk.dpo)).status, 404);
  });

  it('that is declined says why in the thread; a replaced or expired one says so', async () => {
    const { id, own } = await ask();
    await make(id);
    const first = await offerIn(own);
    await make(id, { seats: '50' });
    const replaced = await desk.post(`${own}/offert`, { ...signed, offer: first });
    assert.equal(replaced.status, 409);
    assert.match(await replaced.text(), /Det finns en nyare offert/);
    assert.equal(
      (await desk.post(`${own}/offert`, { answer: 'decline', offer: await offerIn(own), reason: 'För dyrt för oss' })).status,
      303,
    );
    assert.match(await desk.textOf(href('enquiry', { enquiry: id }), desk.support), /Offert 2 är avböjd\.[^]*För dyrt för oss/);
    const next = await ask();
    await make(next.id, { org: '' });
    const offer = await offerIn(next.own);
    desk.pass(60 * 86_400);
    const late = await desk.post(`${next.own}/offert`, { ...signed, offer });
    assert.equal(late.status, 409);
    assert.match(await late.text(), /Offerten har gått ut/);
  });

  it('opens for nobody without the link', async () => {
    const forged = `7b0e2f3c-1a2b-4c3d-8e4f-5a6b7c8d9e0f.${'A'.repeat(43)}`;
    assert.equal((await desk.get(href('ownOffer', { token: forged }))).status, 404);
    assert.equal((await desk.get(href('ownOfferPdf', { token: forged }))).status, 404);
    assert.equal((await desk.post(href('answerOffer', { token: forged }), signed)).status, 404);
  });
});
