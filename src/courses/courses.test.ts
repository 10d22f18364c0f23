import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  enrol,
  inHouse,
  makeStaff,
  setUpOperator,
  signedIn,
  smallCourse,
} from '../../tests/support/world.ts';
import { assets, assetHref } from '../ui/assets.ts';
import { addFilm } from './index.ts';

// Proof of N-06: film with captions and transcript, in byte ranges.

const film = Uint8Array.from({ length: 10_000 }, (_, index) => index % 251);
const captions = new TextEncoder().encode('WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.000\nHej\n');

describe('the open courses', () => {
  let house: TestHouse;
  let course: Awaited<ReturnType<typeof addCourse>>;
  let hidden: Awaited<ReturnType<typeof addCourse>>;
  const get = (path: string, headers: Record<string, string> = {}) => house.app.request(path, { headers });
  const page = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text();
  const fileOf = async (kind: 'film' | 'captions', of = course) => {
    const column = kind === 'film' ? 'film.file_id' : 'film_text.caption_file_id';
    const { rows } = await house.owner.query(
      `select ${column} as id from film join film_text using (customer_id, course_id) where film.course_id = $1`,
      [of.courseId],
    );
    return `/k/nordhammar/filer/${rows[0].id}`;
  };

  before(async () => {
    house = await openTestHouse();
    await setUpOperator(house);
    const customer = await addCustomer(house);
    course = await addCourse(house, customer.id);
    hidden = await addCourse(house, customer.id, { ...smallCourse, slug: 'dold-kurs', title: 'Dold kurs' });
    await house.owner.query(
      "begin; set local app.across_customers = 'seed'; update course set listed_at = null where slug = 'dold-kurs'; commit",
    );
    for (const { courseId } of [course, hidden]) {
      await inHouse(house, (tx) =>
        addFilm(
          tx,
          house.house.files,
          { customerId: customer.id, courseId },
          {
            title: 'Introfilm',
            seconds: 61,
            width: 1280,
            height: 720,
            film,
            poster: film,
            texts: [
              { language: 'sv', captions, transcript: '# Film\n\nHej <script>' },
              { language: 'en', captions, transcript: 'Hello' },
            ],
          },
        ),
      );
    }
  });
  after(() => house.close());

  test('anyone reads the start page, the catalogue and the course, and gets no cookie', async () => {
    for (const path of ['/', '/kurser', '/k/nordhammar/kurser/liten-kurs']) {
      const response = await get(path);
      const html = await response.text();
      assert.equal(response.status, 200, path);
      assert.equal(response.headers.get('set-cookie'), null);
      assert.match(html, /Liten kurs/);
      assert.doesNotMatch(html, /Dold kurs|<script/);
    }
  });

  test('the catalogue is read a page at a time, by title, and nothing is shown twice or left out', async () => {
    const other = await openTestHouse();
    try {
      await setUpOperator(other);
      const customer = await addCustomer(other, 'sodervik');
      const titles = Array.from({ length: 60 }, (_, number) => `Kurs ${String(number + 10)}`);
      for (const [number, title] of titles.entries())
        await addCourse(other, customer.id, { ...smallCourse, slug: `kurs-${number}`, title });
      const first = await (await other.app.request('/kurser')).text();
      const next = /href="(\/kurser\?efter=[^"]+)" rel="next"/.exec(first)?.[1];
      assert.ok(next, 'the first page leads on');
      const second = await (await other.app.request(next)).text();
      const shown = (html: string) => titles.filter((title) => html.includes(`>${title}<`));
      assert.deepEqual([...shown(first), ...shown(second)], titles);
      assert.doesNotMatch(second, /rel="next"/);
      assert.match(second, /href="\/kurser"[^>]*>Till kurslistans början/);
      assert.equal((await other.app.request('/kurser?efter=nagon/annan')).status, 200, 'a course that is gone is no error');
    } finally {
      await other.close();
    }
  });

  test('the start page and all it needs is less than 50 kB', async () => {
    const html = await page('/');
    const needed = ['style.css', 'serif.woff2', 'sans.woff2', 'favicon.svg'].map((name) => assets.get(assetHref(name))!);
    const sent = await Promise.all(needed.map(async ({ body, packed }) => (await packed?.('br')) ?? body));
    const bytes = sent.reduce((sum, { length }) => sum + length, Buffer.byteLength(html));
    assert.ok(bytes < 48_000, `${bytes} bytes`);
    assert.doesNotMatch(html, /<strong|<th|<h4|class="error/, 'a bold word would fetch a third font');
  });

  test('the course page has film, captions, transcript and the way in', async () => {
    const html = await page('/k/nordhammar/kurser/liten-kurs');
    assert.match(html, /<video controls[^>]*preload="none"[^>]*poster="\/k\/nordhammar\/filer\//);
    assert.match(html, /<track kind="captions" srclang="sv" label="Svenska"/);
    assert.match(html, /<summary>Läs filmen som text på svenska<\/summary>/);
    assert.match(html, /Hej &lt;script&gt;/);
    assert.match(html, /2\u00a0sidor, ungefär 10\u00a0min/);
    assert.match(html, /minst 50\u00a0% av svaren/);
    assert.match(html, /href="\/nyckel">Lös in nyckel/);
  });

  test('in English the course keeps its language and says so', async () => {
    const html = await page('/k/nordhammar/kurser/liten-kurs', { 'accept-language': 'en' });
    assert.match(html, /<html lang="en">/);
    assert.match(html, /<h1><span lang="sv">Liten kurs<\/span><\/h1>/);
    assert.match(html, /Redeem a key/);
    assert.match(html, /<track[^>]*srclang="en"[^>]*default/);
  });

  test('whoever is in the course goes on, staff go to their students', async () => {
    const student = await addPerson(house, 'Stina');
    await enrol(house, student, course);
    assert.match(await page('/k/nordhammar/kurser/liten-kurs', { cookie: await signedIn(house, student) }), /\/fortsatt">Fortsätt kursen/);
    const teacher = await addPerson(house, 'Tor');
    await makeStaff(house, teacher, course.customerId, course.courseId);
    assert.match(await page('/k/nordhammar/kurser/liten-kurs', { cookie: await signedIn(house, teacher) }), /Se kursens studenter/);
  });

  test('a course that is not listed is there for its students and staff only', async () => {
    const path = '/k/nordhammar/kurser/dold-kurs';
    assert.equal((await get(path)).status, 404);
    const student = await addPerson(house, 'Dag');
    const cookie = await signedIn(house, student);
    assert.equal((await get(path, { cookie })).status, 404);
    await enrol(house, student, hidden);
    assert.equal((await get(path, { cookie })).status, 200);
  });

  test('a file that is not public is refused to strangers, also with another customer’s address', async () => {
    const path = await fileOf('film', hidden);
    const other = await addCustomer(house, 'annan-kund');
    const stranger = await addPerson(house, 'Sara');
    await makeStaff(house, stranger, other.id, (await addCourse(house, other.id)).courseId);
    const cookie = await signedIn(house, stranger);
    assert.equal((await get(path)).status, 404);
    assert.equal((await get(path, { cookie })).status, 404);
    assert.equal((await get(path.replace('nordhammar', 'annan-kund'), { cookie })).status, 404);
    const student = await addPerson(house, 'Siv');
    await enrol(house, student, hidden);
    const allowed = await get(path, { cookie: await signedIn(house, student) });
    assert.equal(allowed.status, 200);
    assert.equal(allowed.headers.get('cache-control'), 'private, no-cache');
    await allowed.body?.cancel();
  });

  test('access that has ended opens neither page nor file', async () => {
    const student = await addPerson(house, 'Ulf');
    const id = await enrol(house, student, hidden);
    await inHouse(house, (tx) =>
      tx
        .updateTable('enrolment')
        .set({ ends_at: new Date('2026-11-22T00:00:00Z') })
        .where('id', '=', id)
        .execute(),
    );
    const cookie = await signedIn(house, student);
    assert.equal((await get(await fileOf('film', hidden), { cookie })).status, 404);
    assert.equal((await get('/k/nordhammar/kurser/dold-kurs', { cookie })).status, 404);
  });

  test('a film is sent whole, in parts, and not beyond its end', async () => {
    const path = await fileOf('film');
    const whole = await get(path);
    assert.equal(whole.status, 200);
    assert.equal(whole.headers.get('accept-ranges'), 'bytes');
    assert.equal(whole.headers.get('set-cookie'), null);
    assert.deepEqual(new Uint8Array(await whole.arrayBuffer()), film);
    const part = await get(path, { range: 'bytes=100-199' });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-range'), 'bytes 100-199/10000');
    assert.deepEqual(new Uint8Array(await part.arrayBuffer()), film.slice(100, 200));
    const end = await get(path, { range: 'bytes=-5' });
    assert.deepEqual(new Uint8Array(await end.arrayBuffer()), film.slice(-5));
    const beyond = await get(path, { range: 'bytes=10000-' });
    assert.equal(beyond.status, 416);
    assert.equal(beyond.headers.get('content-range'), 'bytes */10000');
  });

  test('If-Range sends a part of the same film only, If-None-Match none at all', async () => {
    const path = await fileOf('film');
    const whole = await get(path);
    await whole.body?.cancel();
    const etag = whole.headers.get('etag')!;
    const same = await get(path, { range: 'bytes=0-9', 'if-range': etag });
    const changed = await get(path, { range: 'bytes=0-9', 'if-range': '"another"' });
    assert.deepEqual([same.status, changed.status], [206, 200]);
    await Promise.all([same.body?.cancel(), changed.body?.cancel()]);
    assert.equal((await get(path, { 'if-none-match': etag })).status, 304);
  });

  test('captions are WebVTT', async () => {
    const response = await get(await fileOf('captions'));
    assert.equal(response.headers.get('content-type'), 'text/vtt; charset=utf-8');
    assert.match(await response.text(), /^WEBVTT/);
  });

  test('what is misspelt or unknown is not found', async () => {
    for (const path of [
      '/k/nordhammar/filer/x',
      `/k/nordhammar/filer/${course.courseId}`,
      '/k/okand/kurser/liten-kurs',
      '/k/nordhammar/kurser/okand',
    ]) {
      assert.equal((await get(path)).status, 404, path);
    }
  });
});
