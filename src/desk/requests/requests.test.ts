import assert from 'node:assert/strict';
import { unzip } from '../../../tests/support/unzip.ts';
import { addCustomer } from '../../../tests/support/world.ts';
import { after, before, beforeEach, describe, it } from 'node:test';
import { scan } from '../../privacy/index.ts';
import { contactFields, openDesk, type DeskHouse } from '../testing.ts';
import { remindOfRequests } from './decide-request.ts';

type Row = { id: string; state: string; answer_by: Date; due_at: Date };

/** N-40 to N-42: what anyone asks about their data, from the form to the letter. */
describe('requests about personal data', () => {
  let desk: DeskHouse;
  before(async () => void (desk = await openDesk()));
  beforeEach(() => desk.house.owner.query('delete from data_request; delete from enquiry; delete from mail; delete from throttle'));
  after(() => desk.house.close());

  const ask = (email: string, kind = 'access', body = '') => desk.fill('/begaran', { email, kind, body });
  const row = async () => (await desk.rows<Row>('select id, state, answer_by, due_at from data_request'))[0]!;
  const prove = async (email: string) => {
    await desk.deliver();
    const link = await desk.linkTo(email, '/begaran/bekrafta/');
    return (await desk.post(link, {})).headers.get('location')!.split('?')[0]!;
  };
  const asked = async (email: string, kind = 'access', body = '') => {
    assert.equal((await ask(email, kind, body)).status, 303);
    return { own: await prove(email), id: (await row()).id };
  };
  const step = (id: string, fields: Record<string, string>, who = desk.dpo) => desk.post(`/begaranden/${id}`, fields, who);
  const answerLink = async (own: string, email: string) => {
    assert.equal((await desk.post(own, {})).status, 303);
    await desk.deliver();
    return desk.linkTo(email, '/begaran/svar/');
  };

  it('are found at the desk by address, kind and whether they are answered, and by no address of a page', async () => {
    const email = 'sokt@annan.example';
    const { id } = await asked(email, 'erasure');
    const search = async (fields: Record<string, string>, who = desk.dpo) => {
      const response = await desk.post('/begaranden', fields, who);
      return { status: response.status, text: await response.text() };
    };
    const shows = async (fields: Record<string, string>) => (await search(fields)).text.includes(`href="/begaranden/${id}"`);
    assert.ok(await shows({ search: 'SOKT@', slag: 'erasure', lage: '' }));
    assert.ok(!(await shows({ search: '', slag: 'access' })));
    assert.ok(!(await shows({ search: '', lage: 'avslutade' })));
    assert.match((await search({ search: 'ingen@' })).text, /Ingen begäran stämmer/);
    assert.doesNotMatch((await search({ search: 'sokt' })).text, /(?:href|action)="[^"]*(?:search|lage)=/);
    assert.equal((await step(id, { step: 'refused', note: 'Uppenbart ogrundad.' })).status, 303);
    assert.ok(await shows({ search: 'sokt', lage: 'avslutade' }));
    const long = await search({ search: 'x'.repeat(101) });
    assert.equal(long.status, 422);
    assert.match(long.text, /högst 100 tecken/);
    for (const who of [desk.support, desk.executive]) assert.equal((await search({ search: 'sokt' }, who)).status, 404);
  });

  it('gives whoever has no account all that is held under the address, behind a link of an hour', async () => {
    const email = 'utan.konto@annan.example';
    await desk.write({ ...contactFields, email, body: 'Ordkarta' });
    await desk.write({ ...contactFields, email: 'granne@annan.example', body: 'Grannord' });
    const { own, id } = await asked(email);
    await desk.deliver();
    assert.match(await desk.mailTo('dso@larvik.example'), /En ny begäran/);
    assert.equal((await step(id, { step: 'answered', note: '' })).status, 303);
    await desk.deliver();
    assert.doesNotMatch(await desk.mailTo(email), /Ordkarta/);
    assert.doesNotMatch(await desk.textOf(own), /Ordkarta|utan\.konto/, 'the lasting link tells how far it is, not what');
    const link = await answerLink(own, email);
    const page = await desk.get(link);
    const text = await page.text();
    assert.equal(page.headers.get('cache-control'), 'private, no-store');
    assert.match(text, /Ordkarta/);
    assert.match(text, /imy\.se/);
    // Art. 15(1) and (2): for each kind, also from where it is and who gets it by name, and what goes with the answer.
    assert.match(text, /Slag av uppgifter[\s\S]*Vem som har hand om det åt oss<\/dt><dd>Brevbäraren AB \(Norge, inom EES/);
    assert.match(text, /Inga beslut om dig fattas automatiskt/);
    assert.doesNotMatch(text, /Grannord|granne@/);
    const file = (await (await desk.get(`${link}/uppgifter.json`)).json()) as {
      address: string;
      tables: { table: string; rows: object[] }[];
    };
    assert.equal(file.address, email);
    assert.equal(file.tables.find(({ table }) => table === 'enquiry')?.rows.length, 1);
    // The same folder as whoever has an account gets, by the same code.
    const folder = await desk.get(`${link}/uppgifter.zip`);
    assert.equal(folder.headers.get('content-type'), 'application/zip');
    assert.equal(folder.headers.get('cache-control'), 'private, no-store');
    const files = await unzip(Buffer.from(await folder.arrayBuffer()));
    assert.match(files.get('index.html')!, /Ordkarta/);
    assert.match(files.get('index.html')!, /: fråga</);
    assert.match(files.get('artikel-15/enquiry.csv')!, /question/, 'the files for computers keep the code');
    assert.match(files.get('artikel-15/enquiry_message.csv')!, /Ordkarta/);
    const { tables } = JSON.parse(files.get('artikel-15/uppgifter.json')!) as typeof file;
    assert.deepEqual(
      tables.map(({ table }) => table),
      file.tables.map(({ table }) => table),
    );
    assert.doesNotMatch([...files.values()].join(), /Grannord|granne@/);
    const pdf = Buffer.from(await (await desk.get(`${link}/brev.pdf`)).arrayBuffer());
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    desk.pass(3601);
    assert.equal((await desk.get(link)).status, 404, 'the link has run out');
    for (const file of ['uppgifter.json', 'uppgifter.zip']) assert.equal((await desk.get(`${link}/${file}`)).status, 404);
  });

  it('erases by the one engine, says what went, and goes itself when asked to', async () => {
    const email = 'bort@annan.example';
    await desk.write({ ...contactFields, email, body: 'Bortord' });
    await desk.write({ ...contactFields, email: 'kvar@annan.example', body: 'Kvarord' });
    const { own, id } = await asked(email, 'erasure');
    assert.equal((await step(id, { step: 'answered', note: '' })).status, 303);
    assert.deepEqual(await scan(desk.house.house, 'Bortord', [desk.house.folder]), []);
    assert.equal((await desk.rows('select from enquiry')).length, 1, 'what others have written stays');
    await desk.deliver();
    const link = await answerLink(own, email);
    assert.match(await desk.textOf(link), /Det du har skrivit till oss: 1/);
    assert.equal((await desk.post(link, {})).headers.get('location'), '/begaran?borttagen=ja');
    assert.deepEqual(await desk.rows('select from data_request'), []);
    assert.equal((await desk.post(link, {})).status, 404);
  });

  it('says what a law keeps of somebody who has bought something, which law and how long, and does not say that it is gone', async () => {
    const email = 'kopare@annan.example';
    const customer = await addCustomer(desk.house, 'saljaren');
    await desk.house.owner.query(
      `insert into purchase (id, customer_id, course_title, email, given_name, family_name, language, payment_method, ore, vat_percent, ordered_at, pay_by, due_at)
       values (gen_random_uuid(), $1, 'En kurs', $2, 'Köpa', 'Köpmark', 'sv', 'invoice', 49500, 25, now(), now(), now() + interval '3 years')`,
      [customer.id, email],
    );
    await desk.write({ ...contactFields, email, body: 'Köparord' });
    const { own, id } = await asked(email, 'erasure');
    assert.equal((await step(id, { step: 'answered', note: '' })).status, 303);
    await desk.deliver();
    const text = await desk.textOf(await answerLink(own, email));
    assert.match(text, /Det du har skrivit till oss: 1/);
    assert.match(text, /En lag kräver att vi sparar det här[\s\S]*Det du har köpt\. 3 år från köpet\. Enligt konsumentköplagen/i);
    assert.doesNotMatch(text, /Det du har köpt: 1/);
    const kept = await desk.rows<{ course_title: string; email: string }>('select course_title, email from purchase');
    assert.deepEqual(kept, [{ course_title: '', email }]);
  });

  it('says at each field what is wrong, keeps what was typed, and stores a double press once', async () => {
    const bad = await desk.fill('/begaran', { email: 'ingen', body: 'Mina ord' });
    const text = await bad.text();
    assert.equal(bad.status, 422);
    for (const told of ['Välj vad du vill', 'value="ingen"', 'Mina ord']) assert.ok(text.includes(told), told);
    const seal = /name="seal" value="([^"]+)"/.exec(await desk.textOf('/begaran'))![1]!;
    desk.pass(10);
    const fields = { seal, website: '', email: 'dubbel@annan.example', kind: 'access', body: '' };
    await Promise.all([desk.post('/begaran', fields), desk.post('/begaran', fields)]);
    assert.equal((await desk.rows('select from data_request')).length, 1);
    await prove('dubbel@annan.example');
    await prove('dubbel@annan.example');
    assert.equal((await desk.rows("select from mail where template = 'request-waiting'")).length, 1, 'confirmed once');
  });

  it('is the officer’s alone', async () => {
    const { id } = await asked('hemlig@annan.example', 'access', 'Hemligord');
    const looks = async () => (await desk.rows("select from access_log where 'data_request.body' = any(fields)")).length;
    const before = await looks();
    const other = await desk.someone('Utomstaende');
    for (const who of [desk.support, desk.executive, other]) {
      assert.equal((await desk.get('/begaranden', who)).status, 404);
      assert.equal((await desk.get(`/begaranden/${id}`, who)).status, 404);
      assert.equal((await step(id, { step: 'refused', note: 'Nej tack' }, who)).status, 404);
    }
    assert.match(await desk.textOf('/begaranden', desk.dpo), /hemlig@annan\.example[\s\S]*dagar kvar/);
    assert.match(await desk.textOf(`/begaranden/${id}`, desk.dpo), /Hemligord/);
    assert.equal(await looks(), before + 1, 'and the officer’s looks are logged (N-60)');
  });

  it('is extended once, with a reason, by two months at most (Art. 12(3))', async () => {
    const email = 'vantar@annan.example';
    const { own, id } = await asked(email, 'rectification', 'Fel namn');
    const day = (days: number) => new Date(desk.house.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const far = await step(id, { step: 'extended', note: 'Många begäranden', until: day(120) });
    assert.equal(far.status, 422);
    assert.match(await far.text(), /senast den[\s\S]*Många begäranden/);
    assert.equal((await step(id, { step: 'extended', note: '', until: day(50) })).status, 422);
    assert.equal((await step(id, { step: 'extended', note: 'Många begäranden', until: day(50) })).status, 303);
    assert.equal((await step(id, { step: 'extended', note: 'En gång till', until: day(60) })).status, 422);
    await desk.deliver();
    assert.match(await desk.textOf(await answerLink(own, email)), /Vi hinner inte svara inom 30 dagar[\s\S]*Många begäranden/);
    await assert.rejects(
      desk.house.owner.query("update data_request set answer_by = answer_by + interval '1 year'"),
      /in_time/,
      'the database holds the limit',
    );
    assert.equal((await step(id, { step: 'answered', note: 'Namnet är rättat.' })).status, 303);
  });

  it('is refused with reasons and the way to complain (Art. 12(4)); a step out of order is refused by the database', async () => {
    const email = 'nekas@annan.example';
    const { own, id } = await asked(email, 'objection');
    assert.equal((await step(id, { step: 'refused', note: '' })).status, 422);
    assert.equal((await step(id, { step: 'refused', note: 'Vi har tvingande skäl.' })).status, 303);
    await desk.deliver();
    assert.match(await desk.textOf(await answerLink(own, email)), /tvingande skäl[\s\S]*Integritetsskyddsmyndigheten/);
    assert.equal((await step(id, { step: 'answered', note: '' })).status, 422, 'it is over');
    const late = desk.house.owner.query(
      "insert into data_request_event (request_id, number, state, at) values ($1, 0, 'in_progress', now())",
      [id],
    );
    await assert.rejects(late, /cannot go from refused to in_progress/);
    await assert.rejects(desk.house.owner.query("update data_request set state = 'answered'"), /changes its state by a step/);
    assert.match(await desk.textOf('/en/request'), /Ask something about your data/);
    const pdf = await desk.get(`/begaranden/${id}/brev.pdf?sprak=en`, desk.dpo);
    assert.equal(pdf.headers.get('content-type'), 'application/pdf');
  });

  it('answers the same whoever is asked about, and nothing happens until the address confirms (N-41)', async () => {
    await desk.write({ ...contactFields, email: 'finns@annan.example' });
    const answers = [await ask('finns@annan.example'), await ask('finns-inte@annan.example')];
    const seen = await Promise.all(answers.map(async (one) => [one.status, one.headers.get('location'), await one.text()]));
    assert.deepEqual(seen[0], seen[1]);
    await desk.deliver();
    for (const email of ['finns@annan.example', 'finns-inte@annan.example'])
      assert.match(await desk.mailTo(email), /Någon har angett din mejladress/);
    const one = await row();
    assert.equal(one.state, 'identity');
    assert.equal((await step(one.id, { step: 'answered', note: '' })).status, 422, 'not before the person is known');
    const link = await desk.linkTo('finns@annan.example', '/begaran/bekrafta/');
    assert.equal((await desk.get(link.replace(/\.[^.]{4}/, '.AAAA'))).status, 404);
    desk.pass(8 * 24 * 3600);
    assert.equal((await desk.post(link, {})).status, 404, 'a link holds for seven days');
  });

  it('reminds the officer as the time runs out, once each time, and tells the management when it has', async () => {
    await asked('sen@annan.example');
    const waiting = (template: string) => desk.rows(`select from mail where template = '${template}'`);
    const remind = async (days: number) => {
      desk.pass(days * 24 * 3600);
      await remindOfRequests(desk.house.house);
      await remindOfRequests(desk.house.house);
      return [(await waiting('request-reminder')).length, (await waiting('request-overdue')).length];
    };
    assert.deepEqual(await remind(10), [0, 0]);
    assert.deepEqual(await remind(14), [1, 0], 'a week before');
    assert.deepEqual(await remind(4), [2, 0], 'two days before');
    assert.deepEqual(await remind(3), [3, 1], 'too late');
    assert.ok((await row()).due_at > desk.house.clock.now(), 'what is open is not swept');
  });
});
