import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { href, routes, type Route, type RouteName } from '../../routes.ts';
import { details, openDesk, type Desk } from './testing.ts';

// N-03: administrators create and run courses on their own.
let desk: Desk;
before(async () => void (desk = await openDesk()));
after(() => desk.house.close());

const authoring = (Object.keys(routes) as RouteName[]).slice(
  Object.keys(routes).indexOf('newCourse'),
  Object.keys(routes).indexOf('publishDraft') + 1,
);

test('a course is made by its form, with an address from its title and its author as administrator', async () => {
  const list = href('coursesToRun', { customer: desk.customer.slug });
  assert.match(await desk.text(list), /Skapa en kurs/);
  const course = await desk.create();
  assert.equal(course.status, 303);
  assert.equal(course.slug, 'aka-skridskor-pa-oar');
  assert.equal((await desk.create()).slug, 'aka-skridskor-pa-oar-2');
  const page = await desk.text(list);
  assert.match(page, /Åka skridskor på öar/);
  assert.match(page, /Utkast/);
  const [kept] = await desk.rows<{ outcomes: string[] }>('select outcomes from course where id = $1', [course.id]);
  assert.deepEqual(kept?.outcomes, ['Du kan.', 'Du vågar.']);
  assert.equal((await desk.rows('select from course_administrator where course_id = $1', [course.id])).length, 1);
});

test('courses stand by title or by what was published last, as a heading asks', async () => {
  const list = href('coursesToRun', { customer: desk.customer.slug });
  const [zeta, oland] = [await desk.create('Ordnad zeta'), await desk.create('Ordnad öland')];
  const publish = (slug: string, days: number) =>
    desk.rows(
      `update course_version v set published_at = $2::timestamptz - make_interval(days => $3) from course c
       where c.slug = $1 and v.customer_id = c.customer_id and v.course_id = c.id`,
      [slug, desk.house.clock.now(), days],
    );
  await publish(zeta.slug, 9);
  await publish(oland.slug, 2);
  const titles = async (query: string) =>
    [...(await desk.text(`${list}?sok=ordnad${query}`)).matchAll(/>Ordnad (\p{L}+)</gu)].map(([, title]) => title);
  assert.deepEqual([...new Set(await titles(''))], ['zeta', 'öland']);
  assert.deepEqual([...new Set(await titles('&ordning=published'))], ['öland', 'zeta']);
  const [{ id }] = (await desk.rows<{ id: string }>('select id from course where slug = $1', [oland.slug])) as [{ id: string }];
  assert.deepEqual([...new Set(await titles(`&ordning=published&efter=${id}`))], ['zeta']);
  assert.match(await desk.text(`${list}?ordning=published`), /aria-sort="descending"/);
});

test('a form sent twice makes one course, one page and one question', async () => {
  const id = randomUUID();
  const [one, two] = await Promise.all([desk.create('Dubbel', id), desk.create('Dubbel', id)]);
  assert.deepEqual([one.slug, two.slug], ['dubbel', 'dubbel']);
  const page = randomUUID();
  await Promise.all([desk.addPage(one.at, 'Sida', undefined, page), desk.addPage(one.at, 'Sida', undefined, page)]);
  assert.equal((await desk.pagesOf(id)).length, 1);
  const question = { id: randomUUID(), page, kind: 'true-false', prompt: 'Sant?', answer: 'true', why: 'Ja.' };
  for (let press = 0; press < 2; press++) assert.equal((await desk.post(href('createQuestion', one.at), question)).status, 303);
  assert.equal((await desk.rows('select from question where page_id = $1', [page])).length, 1);
});

test('a bad form is told field by field, and keeps what was typed', async () => {
  const answer = await desk.post(href('createCourse', { customer: desk.customer.slug }), {
    ...details,
    title: '',
    tagline: 'Behåll mig',
    id: 'x',
  });
  assert.equal(answer.status, 422);
  const html = await answer.text();
  assert.match(html, /Skriv vad kursen heter/);
  assert.match(html, /Behåll mig/);
  const { at } = await desk.create('Formulär');
  const page = await desk.addPage(at, 'Sida');
  const wrong = await desk.post(href('saveDraftPage', { ...at, page }), { title: '', text: 'Min text', minutes: 'många', revision: '1' });
  assert.equal(wrong.status, 422);
  const shown = await wrong.text();
  assert.match(shown, /Skriv en rubrik/);
  assert.match(shown, /mellan 1 och 600/);
  assert.match(shown, /Min text/);
  const test = await desk.post(href('saveDraftTest', at), { passPercent: '101', maxAttempts: '0', timeLimitMinutes: '5,5' });
  assert.equal(test.status, 422);
  assert.equal(((await test.text()).match(/class="error"/g) ?? []).length, 3);
});

test('teachers, other courses’ administrators, other customers, students and visitors find no door', async () => {
  const { id, at } = await desk.create('Stängd');
  const page = await desk.addPage(at, 'Hemlig', 'HEMLIGHETEN');
  const question = await desk.addQuestion(at, page);
  const before_ = await desk.rows('select * from course_page where id = $1', [page]);
  const values: Record<string, string> = {
    ...at,
    page,
    question,
    position: '1',
    text: page,
    piece: page,
    section: page,
    file: page,
    upload: page,
  };
  const fields = {
    id: randomUUID(),
    title: 'X',
    text: 'X',
    revision: '1',
    remove: 'yes',
    to: '1',
    listed: 'yes',
    kind: 'short',
    version: await desk.draftOf(id),
    prompt: 'X',
  };
  for (const [who, cookie] of Object.entries(desk.cookies).filter(([name]) => !['author', 'boss'].includes(name))) {
    for (const name of authoring) {
      const route: Route = routes[name];
      if (['newCourse', 'createCourse', 'importCourse', 'saveImportedCourse'].includes(name)) continue;
      const path = route.path.replaceAll(/:([a-z]+)/g, (_, key: string) => values[key]!);
      const answer = route.method === 'GET' ? await desk.get(path, cookie) : await desk.post(path, fields, cookie);
      const closed = who === 'visitor' ? [303, 401, 403] : [404];
      assert.ok(closed.includes(answer.status), `${who} ${name} ${answer.status}`);
      assert.doesNotMatch(await answer.text(), /HEMLIGHETEN/);
    }
  }
  assert.deepEqual(await desk.rows('select * from course_page where id = $1', [page]), before_);
  for (const who of ['teacher', 'student', 'stranger'] as const) {
    assert.equal((await desk.get(href('newCourse', { customer: desk.customer.slug }), desk.cookies[who])).status, 404, who);
    assert.equal((await desk.get(href('importCourse', { customer: desk.customer.slug }), desk.cookies[who])).status, 404, who);
    assert.equal(
      (await desk.post(href('createCourse', { customer: desk.customer.slug }), { ...details, id: randomUUID() }, desk.cookies[who])).status,
      404,
    );
  }
  assert.equal((await desk.get(href('draft', at), desk.cookies.boss)).status, 200, 'a customer administrator runs every course');
  assert.match(await desk.text(href('coursesToRun', { customer: desk.customer.slug }), desk.cookies.teacher), /Här finns inga kurser än/);
});

test('pages move, go and come back; a second press changes nothing', async () => {
  const { id, at } = await desk.create('Ordning');
  const [a, b] = [await desk.addPage(at, 'A', 'Text'), await desk.addPage(at, 'B')];
  await desk.addPage(at, 'C');
  await desk.addQuestion(at, a);
  const titles = async () => (await desk.pagesOf(id)).map(({ title }) => title).join('');
  for (let press = 0; press < 2; press++) await desk.post(href('arrangePage', { ...at, page: a }), { to: '2' });
  assert.equal(await titles(), 'BAC');
  const gone = await desk.post(href('arrangePage', { ...at, page: a }), { remove: 'yes' });
  assert.equal((await desk.post(href('arrangePage', { ...at, page: a }), { remove: 'yes' })).status, 303);
  assert.equal(await titles(), 'BC');
  assert.deepEqual(
    (await desk.pagesOf(id)).map(({ position }) => position),
    [1, 2],
  );
  assert.match(await desk.text(gone.headers.get('location')!), /”A” är borttagen[\s\S]*Ångra/);
  for (let press = 0; press < 2; press++) await desk.post(href('bringBack', { ...at, piece: a }), {});
  assert.equal(await titles(), 'BAC');
  assert.equal((await desk.rows('select from question where page_id = $1', [a])).length, 1, 'its question came with it');
  await desk.post(href('arrangePage', { ...at, page: b }), { to: '99' });
  assert.equal(await titles(), 'ACB');
});

test('a question is brought back to its page, the page first', async () => {
  const { at } = await desk.create('Ångra');
  const page = await desk.addPage(at, 'Sida', 'Text');
  const question = await desk.addQuestion(at, page);
  await desk.post(href('arrangeQuestion', { ...at, question }), { remove: 'yes' });
  await desk.post(href('arrangePage', { ...at, page }), { remove: 'yes' });
  const early = await desk.post(href('bringBack', { ...at, piece: question }), {});
  assert.equal(early.status, 409);
  assert.match(await early.text(), /Ta tillbaka sidan först/);
  await desk.post(href('bringBack', { ...at, piece: page }), {});
  await desk.post(href('bringBack', { ...at, piece: question }), {});
  assert.equal((await desk.rows('select from question where id = $1', [question])).length, 1);
});

test('a copy has the pages, the questions and the rules, and is a draft of its own', async () => {
  const id = randomUUID();
  const path = href('duplicateCourse', desk.at);
  const answers = [await desk.post(path, { id }), await desk.post(path, { id })];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  );
  assert.match(answers[1]!.headers.get('location')!, /liten-kurs-kopia\/om-kursen/);
  assert.equal((await desk.pagesOf(id)).length, 2);
  const version = await desk.draftOf(id);
  assert.equal((await desk.rows('select from question where version_id = $1', [version])).length, 4);
  assert.equal((await desk.rows('select from final_test where version_id = $1 and pass_percent = 50', [version])).length, 1);
});

test('details of a published course hold at once', async () => {
  const saved = await desk.post(href('saveCourseDetails', desk.at), { ...details, title: 'Liten kurs', tagline: 'Nytt löfte' });
  assert.equal(saved.status, 303);
  assert.match(await desk.text(href('course', desk.at), ''), /Nytt löfte/);
});

test('whatever is sent to a draft, the answer is never a fault of ours', async () => {
  const { id, at } = await desk.create('Skräp');
  const page = await desk.addPage(at, 'Sida', 'Text');
  const question = await desk.addQuestion(at, page);
  const values: Record<string, string> = {
    ...at,
    page,
    question,
    position: '1',
    text: page,
    piece: page,
    section: page,
    file: page,
    upload: page,
  };
  const bodies = [
    '',
    'title=%00&text=%00&revision=-1&minutes=1e9&to=0&to=x&kind=constructor&id=__proto__',
    `title=a&title=b&text=${encodeURIComponent('[x]('.repeat(2000))}&revision=99999999999999999999&remove=maybe`,
    `id=${page}&page=${page}&kind=multiple&prompt=x&correct=1&correct=9&option-1=a&option-2=b&id-1=zz&points=1.5`,
    `id=${question}&kind=number&prompt=x&answer=1e999&tolerance=-1&revision=1&version=${page}&passPercent=9&passPercent=8`,
    `text=${encodeURIComponent('> '.repeat(5000))}&title=djup&revision=2&minutes=&intent=show`,
  ];
  for (const name of authoring) {
    const route: Route = routes[name];
    const path = route.path.replaceAll(/:([a-z]+)/g, (_, key: string) => values[key]!);
    for (const body of route.method === 'POST' ? bodies : []) {
      const answer = await desk.post(path, [...new URLSearchParams(body)]);
      assert.ok(
        answer.status < 500,
        `${name} ${answer.status} ${body.slice(0, 80)}\n${desk.house.logLines.findLast((line) => line.includes('failed'))}`,
      );
    }
    for (const query of ['', '?slag=x', '?slag=single&sida=x', `?slag=single&sida=${question}`, '?borttaget=%00', '?besked=x']) {
      if (route.method === 'GET') assert.ok((await desk.get(path + query)).status < 500, name + query);
    }
  }
  assert.ok(id);
});
