import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import {
  addCourse,
  addCustomer,
  addPerson,
  enrol,
  formPost,
  inHouse,
  signedIn,
  smallCourse,
  type Person,
} from '../../tests/support/world.ts';
import { issueCertificate } from '../certificates/index.ts';
import { openClassroom, type Classroom } from '../people/testing.ts';
import { addDays } from '../platform/clock.ts';
import { href } from '../routes.ts';
import { openApiDocument } from './index.ts';
import { scopes } from './scopes.ts';

// Proof of E-01: a token reaches its own customer's rows and no others.

describe('the API', () => {
  let room: Classroom;
  let boss: Person;
  let cookie: string;
  let token: string;
  let course: { course: string };
  let student: Awaited<ReturnType<Classroom['named']>>;

  const tokens = () => href('apiTokens', { customer: room.customer.slug });
  const form = async (fields: [string, string][], as = cookie) =>
    room.house.app.request(tokens(), { ...formPost({}, as), body: new URLSearchParams(fields).toString() });
  const make = async (wanted: readonly string[], clientId = randomUUID(), as = cookie) => {
    const response = await form(
      [['client_id', clientId], ['name', 'Personalsystemet'], ['days', '30'], ...wanted.map((one): [string, string] => ['scopes', one])],
      as,
    );
    return { response, html: await response.text() };
  };
  const tokenIn = (html: string) => /kursiv_[\w-]{43}/.exec(html)?.[0] ?? '';
  const get = async (path: string, as = token) => room.house.app.request(path, { headers: { authorization: `Bearer ${as}` } });
  const post = async (path: string, body: unknown, key: string = randomUUID(), as = token) =>
    room.house.app.request(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  const json = async (response: Response | Promise<Response>) => (await response).json();

  before(async () => {
    room = await openClassroom();
    course = { course: room.course.slug };
    boss = await addPerson(room.house, 'Boss');
    cookie = await room.give(boss, 'customer_admin');
    student = await room.named('Åsa', 'Elev');
    await inHouse(room.house, (tx) =>
      issueCertificate(tx, { customerId: room.customer.id, enrolmentId: student.enrolmentId, at: room.house.clock.now() }),
    );
    token = tokenIn((await make(scopes)).html);
  });
  after(() => room.house.close());

  it('a token is shown once, kept as a digest, made once for two presses, and is the administrator’s alone to make', async () => {
    assert.equal(token.length, 50);
    const clientId = randomUUID();
    const [one, other] = [await make(['courses:read'], clientId), await make(['courses:read'], clientId)];
    assert.ok(tokenIn(one.html));
    assert.equal(tokenIn(other.html), '');
    const page = await room.textOf(tokens(), cookie);
    assert.match(page, /Personalsystemet/);
    assert.equal(tokenIn(page), '');
    const stored = await room.house.owner.query('select t::text as line from api_token t');
    assert.ok(stored.rows.every(({ line }) => !line.includes(token)));
    const wrong = await form([
      ['name', ''],
      ['days', '7'],
    ]);
    assert.equal(wrong.status, 422);
    const said = await wrong.text();
    for (const line of [/Skriv ett namn/, /Välj minst en sak/, /Välj hur länge/]) assert.match(said, line);
    assert.equal((await room.get(tokens(), room.cookie)).status, 404);
    assert.equal((await make(['courses:read'], randomUUID(), room.cookie)).response.status, 404);
  });

  it('reads courses, members, enrolments, results and certificates, and tells how many calls are left', async () => {
    const response = await get(href('apiCourses'));
    assert.deepEqual(
      (await json(response)).items.map(({ slug }: { slug: string }) => slug),
      [room.course.slug],
    );
    assert.match(response.headers.get('ratelimit') ?? '', /^"token";r=\d+;t=\d+$/);
    const people = (await json(get(href('apiMembers')))).items;
    assert.ok(people.some((one: { given_name: string }) => one.given_name === 'Åsa'));
    const [row] = (await json(get(href('apiEnrolments', course)))).items;
    assert.deepEqual([row.id, row.given_name], [student.enrolmentId, 'Åsa']);
    assert.equal((await json(get(href('apiResults', course)))).items[0].enrolment, student.enrolmentId);
    assert.equal((await json(get(href('apiCertificates', course)))).items[0].state, 'valid');
    const looks = await room.house.owner.query(
      "select distinct l.actor_id from access_log l join access_log_subject s on s.log_id = l.id where l.room = 'api' and s.account_id = $1",
      [student.person.id],
    );
    assert.deepEqual(looks.rows, [{ actor_id: boss.id }]);
  });

  it('shows no more than the customer lets its administrators see', async () => {
    const { owner } = room.house;
    await owner.query("update visibility set shown = false where role = 'customer_admin' and field in ('email', 'family_name', 'result')");
    const [row] = (await json(get(href('apiEnrolments', course)))).items;
    assert.deepEqual([row.given_name, row.family_name, row.email], ['Åsa', null, null]);
    const asa = (await json(get(href('apiMembers')))).items.find(({ id }: { id: string }) => id === student.person.id);
    assert.deepEqual([asa.family_name, asa.email], [null, null]);
    assert.equal((await get(href('apiCertificates', course))).status, 404);
    await owner.query("update visibility set shown = true where role = 'customer_admin'");
  });

  it('gives lists page by page', async () => {
    for (let index = 0; index < 51; index++) await enrol(room.house, await addPerson(room.house, `Sida${index}`), room.course);
    const first = await get(href('apiEnrolments', course));
    const next = /<(.*)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1];
    assert.ok(next);
    const second = await get(new URL(next).pathname + new URL(next).search);
    assert.equal(second.headers.get('link'), null);
    const ids = [...(await json(first)).items, ...(await json(second)).items].map(({ id }) => id);
    assert.deepEqual([ids.length, new Set(ids).size], [52, 52]);
    assert.equal((await get(`${href('apiEnrolments', course)}?after=1`)).status, 400);
  });

  it('enrols and ends; the same key gives the same answer, and another body is refused', async () => {
    const second = await addCourse(room.house, room.customer.id, { ...smallCourse, slug: 'andra' });
    const path = href('apiEnrol', { course: second.slug });
    const key = randomUUID();
    const body = { member: student.person.id };
    const answers = await Promise.all([1, 2, 3].map(() => post(path, body, key)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201, 201],
    );
    const ids = await Promise.all(answers.map(async (answer) => (await json(answer)).id));
    assert.equal(new Set(ids).size, 1);
    const other = await post(path, { ...body, ends_at: '2027-01-01T00:00:00Z' }, key);
    assert.deepEqual([other.status, other.headers.get('content-type')], [422, 'application/problem+json']);
    assert.equal((await post(path, body)).status, 409);
    assert.equal((await post(path, { member: boss.id })).status, 422);
    assert.equal((await post(path, { member: 1 })).status, 422);
    const ended = await json(post(href('apiEndEnrolment', { enrolment: ids[0] }), {}));
    assert.equal(ended.id, ids[0]);
    assert.ok(new Date(ended.ends_at) <= room.house.clock.now());
    const missing = await room.house.app.request(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{"member":"00000000-0000-4000-8000-000000000000"}',
    });
    assert.equal(missing.status, 400);
  });

  it('makes keys that are told again only to the same call, blocks them, and invites by mail', async () => {
    const expires_at = addDays(room.house.clock.now(), 30).toISOString();
    const key = randomUUID();
    const order = { course: room.course.slug, label: 'Från programmet', count: 3, expires_at };
    const [one, two] = [await json(post(href('apiMakeKeys'), order, key)), await json(post(href('apiMakeKeys'), order, key))];
    assert.equal(one.keys.length, 3);
    assert.deepEqual(two, one);
    const kept = await room.house.owner.query('select answer::text as line from api_reply');
    assert.ok(kept.rows.every(({ line }) => !line?.includes(one.keys[0].key)));
    assert.deepEqual(await json(post(href('apiBlockKeys', { batch: one.id }), { keys: [one.keys[0].id] })), { blocked: 1 });
    assert.deepEqual(await json(post(href('apiBlockKeys', { batch: one.id }), { keys: 'all' })), { blocked: 2 });
    assert.equal((await post(href('apiBlockKeys', { batch: randomUUID() }), { keys: 'all' })).status, 404);
    const invited = await post(href('apiInvite'), { role: 'teacher', courses: [room.course.slug], emails: ['Ny@person.example'] });
    assert.equal(invited.status, 201);
    const mails = await room.house.owner.query("select count(*)::int as n from mail where template = 'invitation'");
    assert.equal(mails.rows[0].n, 1);
    assert.equal((await post(href('apiInvite'), { role: 'teacher', courses: ['finns-inte'], emails: ['a@b.se'] })).status, 422);
  });

  it('refuses: no token, a wrong one, one without the scope, one revoked, one expired, one whose maker has left', async () => {
    for (const wrong of ['', 'x', `kursiv_${'a'.repeat(43)}`]) {
      const response = await get(href('apiCourses'), wrong);
      assert.deepEqual([response.status, response.headers.get('www-authenticate')], [401, 'Bearer']);
    }
    const narrow = tokenIn((await make(['courses:read'])).html);
    assert.equal((await get(href('apiCourses'), narrow)).status, 200);
    assert.equal((await get(href('apiMembers'), narrow)).status, 403);
    const { rows } = await room.house.owner.query('select id from api_token order by created_at desc limit 1');
    for (let times = 0; times < 2; times++)
      assert.equal(
        (await room.house.app.request(href('revokeApiToken', { customer: room.customer.slug, access: rows[0].id }), formPost({}, cookie)))
          .status,
        303,
      );
    assert.equal((await get(href('apiCourses'), narrow)).status, 401);
    const left = await addPerson(room.house, 'Slutar');
    const theirs = tokenIn((await make(['courses:read'], randomUUID(), await room.give(left, 'customer_admin'))).html);
    assert.equal((await get(href('apiCourses'), theirs)).status, 200);
    await room.house.owner.query('delete from membership where account_id = $1', [left.id]);
    assert.equal((await get(href('apiCourses'), theirs)).status, 401);
    const { clock } = room.house;
    const now = clock.now();
    clock.moveTo(addDays(now, 31));
    assert.equal((await get(href('apiCourses'))).status, 401);
    clock.moveTo(now);
  });

  it('another customer’s token finds nothing here, whatever ids it sends', async () => {
    const elsewhere = await addCustomer(room.house, 'tva');
    const stranger = await addPerson(room.house, 'Fraemmande');
    await inHouse(room.house, (tx) =>
      tx.insertInto('membership').values({ customer_id: elsewhere.id, account_id: stranger.id, role: 'customer_admin' }).execute(),
    );
    const made = await room.house.app.request(href('apiTokens', { customer: 'tva' }), {
      ...formPost({}, await signedIn(room.house, stranger)),
      body: new URLSearchParams([
        ['client_id', randomUUID()],
        ['name', 'x'],
        ['days', '30'],
        ...scopes.map((one) => ['scopes', one]),
      ]).toString(),
    });
    const theirs = tokenIn(await made.text());
    assert.deepEqual((await json(get(href('apiCourses'), theirs))).items, []);
    for (const path of [href('apiEnrolments', course), href('apiResults', course), href('apiCertificates', course)])
      assert.equal((await get(path, theirs)).status, 404, path);
    assert.doesNotMatch(await (await get(href('apiMembers'), theirs)).text(), /Åsa/);
    assert.equal((await post(href('apiEnrol', course), { member: student.person.id }, randomUUID(), theirs)).status, 404);
    assert.equal((await post(href('apiEndEnrolment', { enrolment: student.enrolmentId }), {}, randomUUID(), theirs)).status, 404);
  });

  it('calls too often are told to wait', async () => {
    await room.house.owner.query('update throttle set tries = 600 where tries > 20');
    const response = await get(href('apiCourses'));
    assert.equal(response.status, 429);
    assert.ok(Number(response.headers.get('retry-after')) > 0);
  });

  it('is described by a document that is made of the same schemas, served and committed', async () => {
    const document = openApiDocument();
    const committed = await readFile(new URL('../../docs/api/openapi.json', import.meta.url), 'utf8');
    assert.deepEqual(JSON.parse(committed), JSON.parse(JSON.stringify(document)), 'run: npm run generate');
    assert.deepEqual(await json(room.house.app.request(href('apiDocument'))), JSON.parse(committed));
    assert.equal(Object.keys(document['paths'] as object).length, 9);
    assert.match(await room.textOf(href('apiPage'), ''), /\/api\/v1\/courses/);
  });
});
