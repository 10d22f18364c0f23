import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { inHouse } from '../../../tests/support/world.ts';
import { addMonths } from '../../platform/clock.ts';
import { acrossCustomers } from '../../platform/database.ts';
import { checkSigned, publicKeyOf, signingKey, sweep } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { openDesk, type DeskHouse } from '../testing.ts';
import { listSubscribed } from './subscriber.queries.ts';

/** Art. 7(1) for a consent by address: its receipt, its last day, and that it stops by itself. */
describe('the consent to newsletters of an address', () => {
  let desk: DeskHouse;
  let topic: string;
  const subscriber = '33333333-3333-4333-8333-333333333333';
  before(async () => {
    desk = await openDesk();
    const fields = { title_sv: 'Nytt', title_en: 'News', lead_sv: 'Om det', lead_en: 'About it' };
    assert.equal((await desk.post(href('newsletterTopics'), fields, desk.support)).status, 303);
    topic = (await desk.rows<{ id: string }>('select id from newsletter_topic'))[0]!.id;
  });
  beforeEach(async () => {
    await desk.house.owner.query('delete from newsletter_subscriber');
    const now = desk.house.clock.now();
    await inHouse(desk.house, async (tx) => {
      const dates = { asked_at: now, due_at: addMonths(now, 1) };
      await tx
        .insertInto('newsletter_subscriber')
        .values({ id: subscriber, email: 'lisa@annan.example', language: 'sv', ask_id: topic, ...dates })
        .execute();
      const proof = { version: 1, text_hash: 'a', form_fingerprint: 'b', language: 'sv', at: now };
      await tx
        .insertInto('newsletter_choice')
        .values({ subscriber_id: subscriber, step: 'asked', topics: [topic], ...proof })
        .execute();
    });
  });
  after(() => desk.house.close());
  const own = () => href('subscriptions', { token: desk.house.house.secrets.token('newsletter subscriber', subscriber) });
  const receipt = async (language = 'sv') => {
    const response = await desk.house.app.request(`${own()}/kvitto.json`, { headers: { 'accept-language': language } });
    const text = await response.text();
    return { status: response.status, text, response };
  };
  const choose = async (topics: Record<string, string>) =>
    assert.equal((await desk.post(own(), { ...topics, language: 'sv' })).status, 303);

  it('has a receipt in the fields of ISO/IEC TS 27560, with its last day, which names nobody and opens nothing', async () => {
    assert.equal((await receipt()).status, 404, 'what was asked for and not confirmed is no consent');
    await choose({ topics: topic });
    const { text, response } = await receipt();
    assert.equal(response.headers.get('cache-control'), 'private, no-store');
    type Read = Record<string, Record<string, unknown>> & { processing: object[]; events: { event_state: string }[] };
    const { document: read } = JSON.parse(text) as { document: Read };
    assert.equal(checkSigned(text, publicKeyOf(signingKey(desk.house.house.secrets))).state, 'genuine');
    for (const field of [
      'schema_version',
      'record_id',
      'pii_principal_id',
      'event_type',
      'notice',
      'form_fingerprint',
      'processing',
      'pii_controller',
      'withdrawal',
      'supervisory_authority',
      'events',
      'validity_duration',
    ])
      assert.ok(read[field], field);
    assert.deepEqual(
      read.events.map((event) => event.event_state),
      ['requested', 'given'],
    );
    const lastDay = addMonths(desk.house.clock.now(), 24);
    const { valid_until: until } = read['validity_duration'] as { valid_until: string };
    assert.equal(until.slice(0, 16), lastDay.toISOString().slice(0, 16));
    assert.ok(read.processing.length >= 3);
    assert.doesNotMatch(text, /lisa|annan\.example|nyhetsbrev\/val/);
    assert.match(await desk.textOf(own()), /Ditt samtycke gäller till och med den \d+ november 2028[\s\S]*Hämta kvittot/);
    assert.match(await desk.textOf(own(), undefined, { 'accept-language': 'en' }), /Your consent holds until[\s\S]*Get the receipt/);
    await choose({});
    const { document: withdrawn } = JSON.parse((await receipt()).text) as { document: Read };
    assert.equal(withdrawn.events.at(-1)!.event_state, 'withdrawn');
    assert.equal(withdrawn['validity_duration'], undefined);
    assert.equal((await desk.get(`/nyhetsbrev/val/${subscriber}.${'A'.repeat(43)}/kvitto.json`)).status, 404);
  });

  it('stops at its last day, before the sweep has come, by the rule of the database', async () => {
    await choose({ topics: topic });
    const read = () =>
      desk.house.house.database.transaction(acrossCustomers('newsletter'), async (tx) => ({
        rows: (await tx.selectFrom('newsletter_subscriber').select('id').execute()).length,
        topics: (await listSubscribed(tx, subscriber)).length,
      }));
    assert.deepEqual(await read(), { rows: 1, topics: 1 });
    desk.house.clock.moveTo(addMonths(desk.house.clock.now(), 24));
    assert.equal((await read()).rows, 0, 'it cannot be read, so nothing can be sent on it');
    assert.equal((await receipt()).status, 404);
    const page = await desk.get(own());
    assert.equal(page.status, 404);
    await sweep(desk.house.house);
    assert.deepEqual(await desk.rows('select from newsletter_subscriber'), []);
    assert.deepEqual(await desk.rows('select from newsletter_choice'), []);
  });
});
