import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addCourse, addCustomer, inHouse } from '../../../tests/support/world.ts';
import { makeKeys } from '../../keys/index.ts';
import { addDays } from '../../platform/clock.ts';
import { recordLook, scan, verifyLookLog } from '../../privacy/index.ts';
import { contactFields, openDesk, type DeskHouse } from '../testing.ts';

/** Art. 16 and 21 for whoever has no account: the officer's answer does what is asked for, and the letter is made from it. */
describe('what the officer corrects and ends for an address', () => {
  let desk: DeskHouse;
  let course: { customerId: string; courseId: string };
  before(async () => {
    desk = await openDesk();
    course = await addCourse(desk.house, (await addCustomer(desk.house)).id);
  });
  after(() => desk.house.close());

  const asked = async (email: string, kind: string) => {
    assert.equal((await desk.fill('/begaran', { email, kind, body: 'Rätta mig' })).status, 303);
    await desk.deliver();
    const own = (await desk.post(await desk.linkTo(email, '/begaran/bekrafta/'), {})).headers.get('location')!.split('?')[0]!;
    return { own, id: (await desk.rows<{ id: string }>('select id from data_request where email = $1', [email]))[0]!.id };
  };
  const step = (id: string, fields: Record<string, string>, who = desk.dpo) => desk.post(`/begaranden/${id}`, fields, who);
  const answerOf = async (own: string, email: string) => {
    assert.equal((await desk.post(own, {})).status, 303);
    await desk.deliver();
    return desk.linkTo(email, '/begaran/svar/');
  };
  const keyFor = (email: string) =>
    inHouse(desk.house, (tx) =>
      makeKeys(tx, desk.house.house, {
        ...course,
        label: 'Test',
        count: 1,
        expiresAt: addDays(desk.house.clock.now(), 30),
        bindings: [{ email, givenName: 'Fål', familyName: 'Stavad' }],
      }),
    );
  const keyRow = async (email: string) =>
    (
      await desk.rows<{ id: string; bound_given_name: string; bound_family_name: string }>(
        'select id, bound_given_name, bound_family_name from course_key where bound_email = $1',
        [email],
      )
    )[0];

  it('is a name wherever it stands, of that address and of no other, told in the letter by what and not by value', async () => {
    const email = 'fel@annan.example';
    await keyFor(email);
    await keyFor('granne@annan.example');
    await desk.write({ ...contactFields, email });
    await desk.house.owner.query("update enquiry set name = 'Fål Stavad' where email = $1", [email]);
    const { own, id } = await asked(email, 'rectification');
    const page = await desk.textOf(`/begaranden/${id}`, desk.dpo);
    assert.match(page, /Skriv det rätta här nedanför[\s\S]*Rätt förnamn på kursnycklar[\s\S]*Rätt mejladress på kursnycklar/);
    for (const who of [desk.support, desk.executive])
      assert.equal((await step(id, { step: 'answered', given_name: 'Elak' }, who)).status, 404);
    const bad = await step(id, { step: 'answered', given_name: 'x'.repeat(101), new_address: 'ingen adress', family_name: 'Kvar' });
    assert.equal(bad.status, 422);
    const text = await bad.text();
    assert.match(text, /Skriv högst 100 tecken[\s\S]*Skriv en mejladress/);
    assert.match(text, /value="Kvar"/, 'what was typed is kept');
    assert.equal((await step(id, { step: 'answered' })).status, 422, 'an answer that corrects nothing says what was done');
    assert.equal((await keyRow(email))!.bound_given_name, 'Fål');
    assert.equal((await step(id, { step: 'answered', given_name: 'Pål', family_name: 'Ståvad', enquirer: 'Pål Ståvad' })).status, 303);
    const { bound_given_name: given, bound_family_name: family } = (await keyRow(email))!;
    assert.deepEqual([given, family], ['Pål', 'Ståvad']);
    assert.equal((await keyRow('granne@annan.example'))!.bound_given_name, 'Fål');
    assert.deepEqual(await desk.rows('select name from enquiry where email = $1', [email]), [{ name: 'Pål Ståvad' }]);
    const [{ receipt }] = (await desk.rows<{ receipt: object }>(
      "select receipt from data_request_event where request_id = $1 and state = 'answered'",
      [id],
    )) as [{ receipt: object }];
    assert.deepEqual(receipt, {
      corrected: { 'course_key.bound_given_name': 1, 'course_key.bound_family_name': 1, 'enquiry.name': 1 },
    });
    await desk.deliver();
    const link = await answerOf(own, email);
    const letter = await desk.textOf(link);
    assert.match(letter, /Vi har rättat uppgifterna[\s\S]*på så många ställen[\s\S]*Din kursnyckel \(förnamn på nyckeln\): 1/);
    assert.doesNotMatch(letter, /Pål|Fål/);
    assert.match(
      await desk.textOf(link, undefined, { 'accept-language': 'en' }),
      /in so many places[\s\S]*Your course key \(given name on the key\): 1/,
    );
    assert.equal((await step(id, { step: 'answered', given_name: 'Igen' })).status, 422, 'answered once');
    assert.equal((await keyRow(email))!.bound_given_name, 'Pål');
  });

  it('is the address of a key, and the looks at it follow', async () => {
    const [email, typed] = ['felstavad@annan.example', 'rattstavad@annan.example'];
    await keyFor(email);
    const key = (await keyRow(email))!;
    const look = { actorId: desk.dpo.id, customerId: course.customerId, room: 'keys', fields: ['course_key.bound_email'], subjects: [] };
    await inHouse(desk.house, async (tx) => {
      const log_id = (await recordLook(tx, desk.house.clock, { ...look, purpose: 'open-course', others: true }))!;
      await tx.insertInto('address_look').values({ customer_id: course.customerId, log_id, address: email, key_id: key.id }).execute();
    });
    const { id } = await asked(email, 'rectification');
    assert.equal((await step(id, { step: 'answered', new_address: ' Rattstavad@Annan.Example ' })).status, 303);
    assert.equal(await keyRow(email), undefined);
    assert.equal((await keyRow(typed))!.id, key.id);
    assert.deepEqual(await desk.rows('select address from address_look where key_id = $1', [key.id]), [{ address: typed }]);
  });

  it('is a subscription to newsletters that ends when its holder objects', async () => {
    const email = 'trott@annan.example';
    const topic = '11111111-1111-4111-8111-111111111111';
    const subscriber = '22222222-2222-4222-8222-222222222222';
    const now = desk.house.clock.now();
    await inHouse(desk.house, async (tx) => {
      const words = { title_sv: 'Nytt', title_en: 'News', lead_sv: 'Om', lead_en: 'About' };
      await tx
        .insertInto('newsletter_topic')
        .values({ id: topic, ...words, client_id: topic, created_at: now })
        .execute();
      const dates = { asked_at: now, confirmed_at: now, due_at: addDays(now, 365) };
      await tx
        .insertInto('newsletter_subscriber')
        .values({ id: subscriber, email, language: 'sv', ask_id: topic, ...dates })
        .execute();
      await tx
        .insertInto('newsletter_subscription')
        .values({ subscriber_id: subscriber, topic_id: topic, ask_id: subscriber, confirmed_at: now })
        .execute();
    });
    const { own, id } = await asked(email, 'objection');
    assert.match(await desk.textOf(`/begaranden/${id}`, desk.dpo), /När du svarar avslutas prenumerationen/);
    assert.equal((await step(id, { step: 'answered', note: '' })).status, 303);
    assert.deepEqual(await desk.rows('select from newsletter_subscription where subscriber_id = $1', [subscriber]), []);
    assert.deepEqual(await desk.rows('select step from newsletter_choice where subscriber_id = $1', [subscriber]), [
      { step: 'unsubscribed' },
    ]);
    assert.match(await desk.textOf(await answerOf(own, email)), /Din prenumeration på nyhetsbrev är avslutad/);
  });

  it('is a name that a customer has stated at an address of its own: found by the name, removed at the officer’s word (N-44)', async () => {
    const { customerId } = course;
    await desk.house.owner.query("begin; set local app.across_customers = 'seed'; set local app.purpose = 'seed'");
    await desk.house.owner.query(
      `insert into customer_contact (customer_id, part, name, address, email) values
        ($1, 'controller', 'Växeln', 'Gatan 1', 'info@skola.example'), ($1, 'officer', 'ÅSA Ståhl, jurist', '', 'dso@skola.example')`,
      [customerId],
    );
    await desk.house.owner.query('commit');
    const names = async () =>
      (await desk.rows<{ name: string }>('select name from customer_contact order by part')).map(({ name }) => name);
    const { id } = await asked('asa@privat.example', 'erasure');
    const search = (fields: Record<string, string>, who = desk.dpo, request = id) =>
      desk.post(`/begaranden/${request}/kontaktuppgifter`, fields, who);
    assert.match(await desk.textOf(`/begaranden/${id}`, desk.dpo), /Namn i kunders kontaktuppgifter/);
    for (const who of [desk.support, desk.executive]) assert.equal((await search({ contact_name: 'Åsa Ståhl' }, who)).status, 404);
    for (const [typed, said] of [
      ['å', /minst tre tecken/],
      ['x'.repeat(201), /högst 200 tecken/],
    ] as const) {
      const bad = await search({ contact_name: typed });
      assert.equal(bad.status, 422);
      assert.match(await bad.text(), said);
    }
    assert.match(await (await search({ contact_name: 'Åsa Ståhlberg' })).text(), /Inget namn stämmer/);
    const found = await (await search({ contact_name: 'åsa ståhl' })).text();
    assert.match(found, /1 namn stämmer[\s\S]*ÅSA Ståhl, jurist/);
    assert.doesNotMatch(found, /Växeln/);
    const looks = await desk.rows<{ address: string }>('select address from contact_look');
    assert.deepEqual(looks, [{ address: 'dso@skola.example' }], 'whoever reads there is told that the officer has looked');
    assert.deepEqual((await verifyLookLog(desk.house.house)).faults, []);
    const contact = /name="contact" value="([^"]+)"/.exec(found)![1]!;
    assert.equal((await search({ contact }, desk.support)).status, 404);
    assert.deepEqual(await names(), ['Växeln', 'ÅSA Ståhl, jurist']);
    for (let turn = 0; turn < 2; turn++) assert.equal((await search({ contact })).status, 303);
    assert.deepEqual(await names(), ['Växeln', '']);
    assert.match(await desk.textOf(`/begaranden/${id}?besked=namn`, desk.dpo), /Namnet är borttaget/);
    assert.equal((await step(id, { step: 'answered', note: 'Klart' })).status, 303);
    assert.equal((await search({ contact_name: 'Växeln' })).status, 404, 'an answered request reaches no names');
    const other = await asked('annan@privat.example', 'access');
    assert.equal((await search({ contact_name: 'Växeln' }, desk.dpo, other.id)).status, 404);
  });

  it('keeps neither the old value nor the new one in the request', async () => {
    assert.equal((await scan(desk.house.house, 'Ståvad', [])).filter((place) => /data_request/.test(JSON.stringify(place))).length, 0);
  });
});
