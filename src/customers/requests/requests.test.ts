import assert from 'node:assert/strict';
import { unzip } from '../../../tests/support/unzip.ts';
import { randomUUID } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { after, before, describe, it } from 'node:test';
import { addDays } from '../../platform/clock.ts';
import { customersHolding, eraseForever } from '../../privacy/index.ts';
import { addFullPerson } from '../../../tests/support/full-person.ts';
import { textOf } from '../../../tests/support/pdf-text.ts';
import { openTestHouse, type TestHouse } from '../../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  formPost,
  inHouse,
  makeStaff,
  setUpOperator,
  signedIn,
  type Person,
} from '../../../tests/support/world.ts';
import { customersMails } from '../mails.ts';

/** N-43, N-42: what a customer answers for goes to the customer's own desk, with the clock it came with and letters of its own. */
describe('requests handed over to a customer', () => {
  let test: TestHouse;
  let dpo: string;
  let boss: string;
  let rival: string;
  let asker: Person;
  let ours: { id: string; slug: string };
  let theirs: { id: string; slug: string };
  let handed: string;
  const start = new Date('2026-11-23T09:00:00Z');

  before(async () => {
    test = await openTestHouse({ at: start });
    await setUpOperator(test);
    ours = await addCustomer(test, 'ett');
    theirs = await addCustomer(test, 'tva');
    const course = await addCourse(test, ours.id);
    const admin = await addPerson(test, 'Adminsson');
    await makeStaff(test, admin, ours.id, course.courseId);
    asker = await addFullPerson(test, 'Fragare', course, admin);
    await test.owner.query('delete from customer_request');
    dpo = await longSession(await withRole('Doris', (tx, id) => tx.insertInto('operator_staff').values({ account_id: id, role: 'dpo' })));
    const lead =
      (customerId: string): Parameters<typeof withRole>[1] =>
      (tx, id) =>
        tx.insertInto('membership').values({ customer_id: customerId, account_id: id, role: 'customer_admin' });
    boss = await longSession(await withRole('Chef', lead(ours.id)));
    rival = await longSession(await withRole('Rival', lead(theirs.id)));
  });
  after(() => test.close());

  async function withRole(
    marker: string,
    give: (tx: Parameters<Parameters<typeof inHouse>[1]>[0], id: string) => { execute(): Promise<unknown> },
  ) {
    const person = await addPerson(test, marker);
    await inHouse(test, (tx) => give(tx, person.id).execute());
    return person;
  }
  async function longSession(person: Person): Promise<string> {
    const cookie = await signedIn(test, person);
    await test.owner.query("update session set expires_at = '2029-01-01' where account_id = $1", [person.id]);
    return cookie;
  }
  const post = (path: string, fields: Record<string, string>, as = '') => test.app.request(path, formPost(fields, as));
  const get = async (path: string, as = '') => {
    const response = await test.app.request(path, { headers: { cookie: as, 'accept-language': 'sv' } });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  /** A request whose asker has confirmed it. */
  async function requested(kind = 'access'): Promise<string> {
    const id = randomUUID();
    await inHouse(test, async (tx) => {
      const times = { received_at: test.clock.now(), answer_by: addDays(test.clock.now(), 30), due_at: addDays(test.clock.now(), 400) };
      await tx
        .insertInto('data_request')
        .values({ id, kind, email: asker.email, body: 'Vad finns om mig?', language: 'sv', client_id: randomUUID(), ...times })
        .execute();
      for (const state of ['received', 'identity', 'in_progress'])
        await tx.insertInto('data_request_event').values({ request_id: id, number: 0, state, at: test.clock.now() }).execute();
    });
    return id;
  }
  const handOver = (request: string, customerId: string, as = dpo) => post(`/begaranden/${request}/kund`, { organisation: customerId }, as);
  const latest = async () =>
    (
      await test.owner.query<{ id: string; state: string; link_id: string | null; answer_by: Date }>(
        'select * from customer_request order by handed_at desc limit 1',
      )
    ).rows[0]!;
  const step = (fields: Record<string, string>, as = boss, slug = 'ett') => post(`/k/${slug}/begaranden/${handed}`, fields, as);
  const mailed = async (template: string) => (await test.owner.query('select from mail where template = $1', [template])).rowCount;

  it('go to those customers only that answer for something, by the map, and each once', async () => {
    const holding = await customersHolding(test.house, asker.email);
    assert.equal(new Set(holding).size, holding.length);
    assert.deepEqual(
      holding.filter((id) => id === ours.id || id === theirs.id),
      [ours.id],
    );
    assert.deepEqual(await customersHolding(test.house, 'ingen@person.example'), []);
    const request = await requested();
    const { text } = await get(`/begaranden/${request}`, dpo);
    assert.match(text, /Lämna över till Kunden ett/);
    assert.ok(!text.includes('Kunden tva'));
    assert.equal((await handOver(request, theirs.id)).status, 404);
    assert.equal((await handOver(request, ours.id, boss)).status, 404);
    assert.deepEqual([(await handOver(request, ours.id)).status, (await handOver(request, ours.id)).status], [303, 303]);
    assert.equal((await test.owner.query('select from customer_request')).rowCount, 1);
    assert.deepEqual([await mailed('handed-request'), await mailed('request-handed-over')], [1, 1]);
    assert.match((await get(`/begaranden/${request}`, dpo)).text, /Kunden ett<\/strong>: överlämnad den 23 november 2026, väntar på svar/);
    handed = (await latest()).id;
  });

  it('keep the clock they came with', async () => {
    const { rows } = await test.owner.query(
      'select from customer_request c join data_request r on r.id = c.request_id and r.answer_by = c.answer_by',
    );
    assert.equal(rows.length, 1);
    test.clock.moveTo(new Date(addDays(start, 20).getTime() + 3_600_000));
    const { text } = await get('/k/ett/begaranden', boss);
    assert.match(text, /23 december 2026[\s\S]*10 dagar kvar/);
    test.clock.moveTo(start);
  });

  it('are found by address, state and kind, and say so when none fits', async () => {
    const search = async (fields: Record<string, string>, as = boss, customer = 'ett') => {
      const response = await test.app.request(`/k/${customer}/begaranden`, formPost(fields, as));
      return { status: response.status, text: await response.text() };
    };
    const part = asker.email.slice(0, 6).toUpperCase();
    const { text } = await search({ text: ` ${part} `, lage: 'open', slag: 'access' });
    assert.match(text, new RegExp(`begaranden/${handed}`));
    assert.doesNotMatch(text, /(?:href|action)="[^"]*(?:text|lage)=/);
    const fitsNone: Record<string, string>[] = [{ text: 'ingen@' }, { text: '', lage: 'answered' }, { text: '', slag: 'erasure' }];
    for (const fields of fitsNone) assert.match((await search(fields)).text, /Ingen begäran stämmer/);
    const long = await search({ text: 'x'.repeat(101) });
    assert.equal(long.status, 422);
    assert.match(long.text, /högst 100 tecken/);
    assert.ok(!(await search({ text: part }, rival, 'tva')).text.includes(asker.email));
    assert.match((await get('/k/tva/begaranden', rival)).text, /Ingen har begärt något/);
    assert.equal((await search({ text: part }, rival)).status, 404);
  });

  it('are the customer’s administrators’ alone, and a look like any other', async () => {
    assert.match((await get(`/k/ett/begaranden/${handed}`, boss)).text, /Vad finns om mig\?/);
    for (const [path, as] of [
      [`/k/ett/begaranden/${handed}`, rival],
      [`/k/tva/begaranden/${handed}`, rival],
      ['/k/ett/begaranden', rival],
      ['/k/ett/begaranden', await signedIn(test, asker)],
    ] as const)
      assert.equal((await get(path, as)).status, 404, path);
    assert.ok(!(await get('/k/tva/begaranden', rival)).text.includes(asker.email));
    assert.equal((await step({ step: 'answered', note: '' }, rival, 'tva')).status, 404);
    const { rowCount } = await test.owner.query(
      `select from access_log l join access_log_subject s on s.log_id = l.id
       where s.account_id = $1 and l.customer_id = $2 and 'customer_request.body' = any(l.fields)`,
      [asker.id, ours.id],
    );
    assert.ok((rowCount ?? 0) > 0);
  });

  it('say what is wrong with a step and keep what was typed', async () => {
    const none = await step({ note: 'Mitt svar' });
    assert.equal(none.status, 422);
    assert.match(await none.text(), /Välj vad du gör[\s\S]*Mitt svar/);
    assert.match(await (await step({ step: 'refused', note: '' })).text(), /Skriv skälet/);
    assert.match(await (await step({ step: 'extended', note: 'Vi letar', until: '2027-12-01' })).text(), /senast den 23 februari 2027/);
    const tooLong = test.owner.query("update customer_request set answer_by = received_at + interval '4 months'");
    await assert.rejects(tooLong, /in_time/);
  });

  it('are extended once with a reason, and answered; the answer lies behind a link that is sent to the address', async () => {
    assert.equal((await step({ step: 'extended', note: 'Vi behöver leta i arkivet.', until: '2027-01-15' })).status, 303);
    assert.equal((await step({ step: 'extended', note: 'En gång till', until: '2027-02-15' })).status, 422);
    assert.equal((await step({ step: 'answered', note: 'Det här har vi.' })).status, 303);
    assert.equal((await step({ step: 'refused', note: 'Ändrade oss' })).status, 422, 'answered once');
    assert.equal(await mailed('handed-answered'), 2);
    const own = `/begaran/kund/${test.house.secrets.token('handed request', handed)}`;
    const lasting = await get(own);
    assert.match(lasting.text, /Kunden ett ansvarar[\s\S]*Besvarad/);
    assert.ok(!lasting.text.includes('Det här har vi') && !lasting.text.includes(asker.email));
    assert.equal((await post(own, {})).status, 303);
    const answer = `/begaran/kundsvar/${test.house.secrets.token('handed answer', (await latest()).link_id!)}`;
    const read = await get(answer);
    assert.equal(read.headers.get('cache-control'), 'private, no-store');
    assert.match(read.text, /Kunden ett har behandlat den[\s\S]*Det här har vi\.[\s\S]*imy\.se/);
    assert.ok(read.text.includes(asker.givenName), 'what the customer holds under the address is there');
    assert.ok(!read.text.includes('Adminsson'));
    const file = JSON.parse((await get(`${answer}/uppgifter.json`)).text) as {
      address: string;
      tables: { about: object; rows: object[] }[];
    };
    assert.equal(file.address, asker.email);
    assert.ok(file.tables.some(({ rows }) => rows.length > 0));
    assert.ok(!JSON.stringify(file).includes('Adminsson'));
    const files = await unzip(Buffer.from(await (await test.app.request(`${answer}/uppgifter.zip`)).arrayBuffer()));
    assert.ok(files.get('index.html')!.includes(asker.givenName));
    assert.equal((JSON.parse(files.get('artikel-15/uppgifter.json')!) as typeof file).tables.length, file.tables.length);
    assert.ok(![...files.values()].join().includes('Adminsson'));
    const letter = await test.app.request(`${answer}/brev.pdf`, { headers: { 'accept-language': 'sv' } });
    assert.match(textOf(Buffer.from(await letter.arrayBuffer()), inflateSync), /Det här har vi\./);
    test.clock.moveTo(addDays(start, 1));
    for (const part of ['', '/uppgifter.json', '/uppgifter.zip', '/brev.pdf'])
      assert.equal((await get(answer + part)).status, 404, 'the link holds for an hour');
    for (const token of [handed, `${handed}.${'A'.repeat(43)}`]) assert.equal((await get(`/begaran/kund/${token}`)).status, 404);
  });

  it('have a letter as PDF, which names the customer as whoever answers', async () => {
    const response = await test.app.request(`/k/ett/begaranden/${handed}/brev.pdf`, { headers: { cookie: boss } });
    const text = textOf(Buffer.from(await response.arrayBuffer()), inflateSync);
    assert.match(text, /Kunden ett/);
    assert.match(text, /Det här har vi\./);
    assert.equal((await get(`/k/ett/begaranden/${handed}/brev.pdf`, rival)).status, 404);
  });

  it('are told of in mails that say nothing of what was asked', async () => {
    for (const [template, about] of [
      ['handed-request', { customerId: ours.id }],
      ['handed-answered', { handedId: handed }],
      ['handed-answer-link', { handedId: handed }],
    ] as const) {
      const mail = await customersMails[template]({
        house: test.house,
        language: 'sv',
        givenName: '',
        accountId: undefined,
        about,
        operatorName: '',
      });
      const text = mail?.paragraphs.join('\n') ?? '';
      assert.ok(text.includes('http') && !text.includes(asker.email) && !text.includes('Vad finns'), template);
    }
    assert.equal(
      await customersMails['request-handed-over']({
        house: test.house,
        language: 'sv',
        givenName: '',
        accountId: undefined,
        about: { handedId: handed },
        operatorName: '',
      }),
      undefined,
      'who has been answered is not told that it was handed over',
    );
  });

  it('cannot be handed over when the asker has not shown who they are, or when they are answered', async () => {
    const request = await requested('erasure');
    await test.owner.query("insert into data_request_event (request_id, number, state, at) values ($1, 0, 'answered', now())", [request]);
    assert.equal((await handOver(request, ours.id)).status, 404);
  });

  it('go with whoever asked', async () => {
    await eraseForever(test.house, [asker.id], 'request');
    assert.equal((await test.owner.query('select from customer_request')).rowCount, 0);
  });
});
