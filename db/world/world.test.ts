import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mark, valuesOf, type Question, type Reply } from '../../src/assessment/index.ts';
import { readOrgNumber } from '../../src/customers/index.ts';
import { readBankgiro, readVatNumber } from '../../src/shop/seller-numbers.ts';
import { isUndone, purchaseState, purchaseStates, type PurchaseRow } from '../../src/shop/purchase-state.ts';
import { findProbe } from '../../src/privacy/trust/probes.ts';
import { href } from '../../src/routes.ts';
import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { signedIn } from '../../tests/support/world.ts';
import { seedWorld } from '../seed.ts';
import { worldCustomers } from './customers.ts';

/** All that is said and when, without the ids, which are drawn anew each time. */
const fingerprint = `select md5(string_agg(line, E'\\n' order by line)) as sum from (
  select concat_ws('|', given_name, family_name, email, created_at) as line from account
  union all select concat_ws('|', body, sent_at, from_student) from message
  union all select concat_ws('|', number, email, ordered_at, paid_at, withdrawn_at, cancelled_at) from purchase
  union all select concat_ws('|', passed, points, submitted_at) from attempt
  union all select concat_ws('|', c.slug, e.created_at, e.last_active_at) from enrolment e
    join course c on c.customer_id = e.customer_id and c.id = e.course_id) s`;

describe('the demo world', () => {
  let [house, twin]: TestHouse[] = [];
  const lines: string[] = [];

  before(async () => {
    [house, twin] = await Promise.all([openTestHouse(), openTestHouse()]);
    await seedWorld(house.house, (line) => lines.push(line));
    await seedWorld(twin.house, () => {});
  });
  after(() => Promise.all([house!.close(), twin!.close()]));

  const rows = async (query: string, of = house!) => (await of.owner.query<Record<string, any>>(query)).rows;
  const count = async (from: string): Promise<number> => Number((await rows(`select count(*) as n from ${from}`))[0]!['n']);

  it('is as large as a house that has been open for a year', async () => {
    assert.equal(await count('customer'), 7);
    assert.equal(await count(`(select distinct account_id from membership where role = 'student') s`), 1_500);
    assert.equal(await count(`(select distinct account_id from membership where role <> 'student') s`), 41);
    const least = {
      course: 16,
      course_key: 3_000,
      answer: 25_000,
      message: 800,
      certificate: 500,
      attempt: 700,
      enquiry: 12,
      key_batch: 30,
    };
    for (const [table, number] of Object.entries(least)) assert.ok((await count(table)) >= number, `${table}: ${await count(table)}`);
    const [span] = await rows(`select extract(day from max(created_at) - min(created_at)) as days, max(created_at) as last from enrolment`);
    assert.ok(span!['days'] > 380, 'fourteen months of dates');
    assert.ok(span!['last'] <= house!.clock.now(), 'nothing is of tomorrow');
  });

  it('has customers with organisation numbers that are right and nobody’s', async () => {
    const numbers = (await rows('select org_number from customer')).map((row) => row['org_number'] as string);
    assert.deepEqual(
      numbers.map((number) => readOrgNumber(number)),
      numbers,
    );
    assert.equal(new Set(numbers).size, 7);
    // Companies have 556 and 559, municipalities 212000, foundations and associations 80 to 88.
    for (const number of numbers) assert.match(number, /^(5529|2299|8999)/);
  });

  it('begins with the terms', async () => {
    const byMonth = await rows(`select extract(month from created_at)::int as month, count(*)::int as n from enrolment group by 1`);
    const begun = new Map(byMonth.map(({ month, n }) => [month, n]));
    assert.ok((begun.get(9) ?? 0) > 5 * (begun.get(7) ?? 0), 'many more in September than in July');
  });

  it('is the same every time', async () => {
    assert.deepEqual(await rows(fingerprint), await rows(fingerprint, twin));
    const listed = async (of: TestHouse) => {
      const html = await (await of.app.request('/kurser')).text();
      return [...html.matchAll(/\/kurser\/([a-z0-9-]+)"/g)].map(([, slug]) => slug);
    };
    assert.ok((await listed(house!)).length >= 16);
    assert.deepEqual(await listed(house!), await listed(twin!));
  });

  it('says how far it has come, and how long it took', () => {
    for (const { name } of worldCustomers)
      assert.ok(
        lines.some((line) => line.includes(name)),
        name,
      );
    assert.match(lines.at(-1)!, /1,500 students.+ in \d+\.\d s/);
  });

  it('has a real reply in every answer, marked as it would be today', async () => {
    const answers = await rows(`select q.id, q.kind, q.prompt, q.points, q.body, a.response, a.correct from answer a
      join question q on q.customer_id = a.customer_id and q.id = a.question_id union all
      select q.id, q.kind, q.prompt, q.points, q.body, a.response, a.correct from attempt_answer a
      join question q on q.customer_id = a.customer_id and q.id = a.question_id where q.kind <> 'free'`);
    for (const { response, correct, ...question } of answers) {
      assert.ok(valuesOf(response as Reply, 'sv').length > 0, `${question['prompt']}: ${JSON.stringify(response)}`);
      assert.equal(mark(question as Question, response as Reply).correct, correct, question['prompt']);
    }
  });

  it('has no address and nobody’s name beyond the reserved domains', async () => {
    assert.equal(await count(`account where email !~ '\\.(example|test)$'`), 0);
    assert.equal(await count(`enquiry where email !~ '\\.(example|test)$'`), 0);
  });

  it('does not say the same thing over and over', async () => {
    const [most] = await rows(`select count(*)::int as n, body from message where sequence = 1 group by body order by 1 desc limit 1`);
    assert.ok(most!['n'] <= 8, `${most!['n']} × ${most!['body']}`);
  });

  it('opens every page of every course for someone who takes it', async () => {
    const students = await rows(`select distinct on (e.course_id) e.account_id as id, k.slug as customer, c.slug as course,
      (select count(*)::int from course_page p where p.version_id = e.version_id) as pages
      from enrolment e join course c on c.customer_id = e.customer_id and c.id = e.course_id join customer k on k.id = e.customer_id
      order by e.course_id, e.created_at`);
    assert.ok(students.length > 16);
    for (const { id, customer, course, pages } of students) {
      const cookie = await signedIn(house!, { id, email: '', givenName: '', familyName: '' });
      for (let position = 1; position <= pages; position++) {
        const page = await house!.app.request(href('coursePage', { customer, course, position: String(position) }), {
          headers: { cookie },
        });
        assert.equal(page.status, 200, `${course} ${position}`);
      }
    }
  });

  it('shows a film on the open page of each whole course and first on its first page, in parts, with captions', async () => {
    const whole = worldCustomers.flatMap((customer) =>
      customer.courses.filter(({ pages }) => pages.length >= 6).map((course) => ({ customer: customer.slug, course: course.slug })),
    );
    assert.equal(whole.length, 6);
    const ask = (path: string, headers: Record<string, string> = {}) => house!.app.request(path, { headers });
    for (const at of whole) {
      const html = await (await ask(href('course', at))).text();
      const film = /<source src="([^"]+)" type="video\/mp4"/.exec(html)?.[1];
      assert.ok(film, at.course);
      assert.match(html, /Läs filmen som text på svenska/);
      const part = await ask(film, { range: 'bytes=1000-1999' });
      assert.equal(part.status, 206);
      assert.equal((await part.arrayBuffer()).byteLength, 1000);
      const tracks = [...html.matchAll(/<track[^>]*src="([^"]+)"/g)].map(([, track]) => track!);
      assert.equal(tracks.length, 2);
      for (const track of tracks) assert.match(await (await ask(track)).text(), /^WEBVTT\n/);
      const [student] = await rows(`select e.account_id as id from enrolment e join course c on c.id = e.course_id
        where c.slug = '${at.course}' order by e.created_at limit 1`);
      const cookie = await signedIn(house!, { id: student!['id'], email: '', givenName: '', familyName: '' });
      const first = await (await ask(href('coursePage', { ...at, position: '1' }), { cookie })).text();
      assert.ok(first.includes(`<source src="${film}" type="video/mp4">`), at.course);
      assert.match(first, /<article class="prose" lang="sv">\s*<figure class="film"><video/);
    }
  });

  it('has nothing that has stayed past its time: a demo is green from its first minute', async () => {
    const { holds, figures } = await findProbe('past-retention')!.run(house!.house);
    assert.ok(holds, JSON.stringify(figures));
  });

  it('sells to private persons in a shop of its own: purchases in every state, and books without a gap', async () => {
    const bought = (await rows('select * from purchase')) as PurchaseRow[];
    assert.equal(bought.length, 60);
    const states = new Set(bought.map((one) => purchaseState(one, house!.clock.now())));
    assert.deepEqual([...states].toSorted(), [...purchaseStates].toSorted());
    assert.ok(bought.some(({ email }) => email === 'asa.oberg@person.example'));
    const days = bought.map(({ ordered_at }) => ordered_at.getTime());
    assert.ok(Math.max(...days) - Math.min(...days) > 400 * 86_400_000, 'fourteen months of them');
    const undone = bought.filter(isUndone).length;
    const vouchers = await rows('select number, kind from voucher order by number');
    assert.deepEqual(
      vouchers.map(({ number }) => number),
      Array.from({ length: 60 + undone }, (_, index) => index + 1),
    );
    const [seller] = await rows('select * from seller');
    assert.equal(readBankgiro(seller!['bankgiro']), seller!['bankgiro']);
    assert.equal(readVatNumber(seller!['vat_number']), seller!['vat_number']);
    assert.equal(await count('course_price where on_sale'), 3);
    const used = await count('course_key k join purchase p on p.key_id = k.id where k.enrolment_id is not null');
    assert.ok(used >= 15, `${used} have opened their course`);
    const late = await count('course_key k join purchase p on p.key_id = k.id where k.blocked_at is not null');
    assert.equal(late, undone, 'whoever has changed their mind has no key');
  });

  it('teaches each course with enough of everything', () => {
    const courses = worldCustomers.flatMap((customer) => customer.courses).filter(({ slug }) => slug !== 'utrymning-pa-jobbet');
    assert.equal(courses.length, 16);
    for (const { slug, pages, finalTest } of courses) {
      assert.ok(pages.length >= 4 && finalTest.questions.length >= 5 && finalTest.passPercent === 80, slug);
      assert.ok(
        pages.every(({ questions }) => questions.length > 0),
        slug,
      );
      const asked = [...pages.flatMap(({ questions }) => questions), ...finalTest.questions];
      for (const question of asked)
        if (question.kind === 'single') assert.equal(question.options.filter(({ correct }) => correct).length, 1, question.prompt);
    }
    assert.ok(courses.filter(({ pages }) => pages.length >= 6).length >= 6, 'six are whole');
  });
});
