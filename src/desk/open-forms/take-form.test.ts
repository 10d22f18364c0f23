import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { contactFields, openDesk, sealIn, type DeskHouse } from '../testing.ts';

/** N-11: the forms are safe from robots and floods, without a third party and without a script. */
let desk: DeskHouse;
before(async () => void (desk = await openDesk()));
beforeEach(() => desk.house.owner.query('delete from enquiry; delete from throttle'));
after(() => desk.house.close());

const stored = async () => (await desk.rows('select from enquiry')).length;

/** Not taken, with the reason, and everything that was typed is still there. */
async function refused(response: Response, reason: RegExp, status = 422): Promise<string> {
  const html = await response.text();
  assert.equal(response.status, status);
  assert.match(html, reason);
  assert.ok(html.includes(`value="${contactFields.email}"`) && html.includes(contactFields.body), 'what was typed is kept');
  assert.equal(await stored(), 0);
  return html;
}

test('a form that comes back at once is a robot’s; a person presses again and it is taken', async () => {
  const seal = sealIn(await desk.textOf('/kontakt'));
  const html = await refused(await desk.post('/kontakt', { ...contactFields, seal }), /Det gick så fort/);
  assert.equal(sealIn(html), seal, 'the time already spent counts');
  desk.pass(3);
  assert.equal((await desk.post('/kontakt', { ...contactFields, seal })).status, 303);
});

test('a form without our seal, with a forged one or one of yesterday gets a new one', async () => {
  const seal = sealIn(await desk.textOf('/kontakt'));
  const [id, at, proof] = seal.split('.');
  desk.pass(10);
  for (const forged of [
    '',
    'x',
    '..',
    `${id}.0.${proof}`,
    `${id}.${at}.`,
    seal.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) + 'x',
  ]) {
    const html = await refused(await desk.post('/kontakt', { ...contactFields, seal: forged }), /varit öppet länge/);
    assert.notEqual(sealIn(html), forged);
  }
  desk.pass(25 * 3600);
  const html = await refused(await desk.post('/kontakt', { ...contactFields, seal }), /varit öppet länge/);
  desk.pass(3);
  assert.equal((await desk.post('/kontakt', { ...contactFields, seal: sealIn(html) })).status, 303);
});

test('the field that people do not see is empty, or shown so that a person can empty it', async () => {
  const form = await desk.textOf('/kontakt');
  assert.match(form, /<div class="unseen" aria-hidden="true">[^]*?name="website"[^>]*tabindex="-1"/);
  const html = await refused(await desk.fill('/kontakt', { ...contactFields, website: 'http://spam.example' }), /stoppa robotar/);
  assert.match(html, /name="website"[^>]*value="http:\/\/spam\.example"/);
  assert.doesNotMatch(html, /aria-hidden="true"><label for="field-website"/);
});

test('a personal identity number is warned about once, and sent if it is meant', async () => {
  const fields = { ...contactFields, body: `${contactFields.body} Jag har 19811218-9876.` };
  const html = await refused(await desk.fill('/kontakt', fields), /personnummer/);
  assert.match(html, /name="has_warned" value="yes"/);
  assert.equal((await desk.post('/kontakt', { ...fields, seal: sealIn(html), has_warned: 'yes' })).status, 303);
  assert.equal(await stored(), 1);
});

test('one address is written for five times an hour and no more, whatever the network', async () => {
  for (let index = 0; index < 5; index++) assert.equal((await desk.fill('/kontakt', contactFields)).status, 303);
  const response = await desk.fill('/kontakt', contactFields);
  assert.equal(response.status, 429);
  assert.ok(Number(response.headers.get('retry-after')) > 60);
  assert.match(await response.text(), /för många meddelanden.*Försök igen om \d+ minuter/s);
  desk.pass(3600);
  assert.equal((await desk.fill('/kontakt', contactFields)).status, 303);
});

test('one network and everyone together have their limits, and no address of either is stored', async () => {
  const house = { ...desk.house.house, behindProxy: true };
  const { createApp } = await import('../../app.tsx');
  const app = createApp(house);
  const send = async (index: number, from: string) => {
    const seal = sealIn(await desk.textOf('/kontakt'));
    desk.pass(10);
    const body = new URLSearchParams({ ...contactFields, email: `n${index}@annan.example`, seal }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', 'x-forwarded-for': from };
    return (await app.request('/kontakt', { method: 'POST', headers, body })).status;
  };
  const statuses = [];
  for (let index = 0; index < 21; index++) statuses.push(await send(index, `2001:db8:1:1::${index}`));
  assert.deepEqual([statuses.slice(0, 20).every((status) => status === 303), statuses[20]], [true, 429]);
  assert.equal(await send(99, '2001:db8:1:2::1'), 303, 'the neighbour writes on');
  const dump = JSON.stringify(await desk.rows('select t::text from throttle t'));
  assert.doesNotMatch(dump, /2001:db8|annan\.example/);
});

test('whatever is typed comes back as it was, or is stored as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ maxLength: 200, unit: 'grapheme' }),
      fc.string({ maxLength: 60, unit: 'grapheme' }),
      async (body, email) => {
        await desk.house.owner.query('delete from throttle');
        const response = await desk.fill('/kontakt', { to: 'x', body, email });
        assert.ok([303, 422].includes(response.status), String(response.status));
      },
    ),
    { numRuns: 60 },
  );
});
