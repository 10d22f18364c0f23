import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { addCourse, addCustomer, addPerson, inHouse, makeStaff, signedIn, smallCourse } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { openExam, pdf, rightValues, type Exam } from '../testing.ts';

// Proof of N-07: what people mark.

describe('marking by people', () => {
  let exam: Exam;
  let student: Awaited<ReturnType<Exam['newStudent']>>;
  let attempt: string;
  let free: string;
  let file: string;
  before(async () => void (exam = await openExam()));
  after(() => exam.house.close());
  beforeEach(async () => {
    student = await exam.newStudent();
    await exam.post(href('startAttempt', exam.at), {}, student.cookie);
    const questions = await exam.asked(student.enrolmentId);
    free = questions.find(({ kind }) => kind === 'free')!.id;
    file = questions.find(({ kind }) => kind === 'file')!.id;
    const fields: [string, string | Blob][] = [...rightValues(questions), [`q-${file}`, new Blob([pdf])], ['confirmed', 'yes']];
    await exam.upload(href('submitAttempt', { ...exam.at, number: 1 }), fields, student.cookie);
    [attempt] = (await exam.rows<{ id: string }>('select id from attempt where enrolment_id = $1', [student.enrolmentId])).map(
      ({ id }) => id,
    ) as [string];
  });

  const queue = () => href('marking', exam.at);
  const pageOf = (question: string) => href('markAnswer', { ...exam.at, attempt, question });
  /** The fields of a rubric, each at this place among its levels. */
  const levelsAt = async (question: string, place: number) => {
    const [row] = await exam.rows<{ criteria: { id: string; levels: { id: string }[] }[] }>(
      "select body -> 'criteria' as criteria from question where id = $1",
      [question],
    );
    return Object.fromEntries(row!.criteria.map(({ id, levels }) => [`level-${id}`, levels.at(place)!.id]));
  };
  const judge = async (question: string, place: number, more: Record<string, string> = {}, cookie = exam.cookies.admin) =>
    exam.post(pageOf(question), { ...(await levelsAt(question, place)), ...more }, cookie);
  const release = () => exam.post(queue(), {}, exam.cookies.admin);
  const result = async () => (await exam.rows('select passed, points, max_points from attempt where id = $1', [attempt]))[0];

  it('goes from the queue to the result, without a name on the way', async () => {
    const list = await exam.text(queue(), exam.cookies.admin);
    assert.match(list, /Berätta med egna ord\./);
    const page = await exam.text(pageOf(free), exam.cookies.admin);
    assert.match(page, /Så här är det\./);
    assert.match(page, /Ett bra svar nämner allt\./);
    for (const text of [list, page]) assert.doesNotMatch(text, /Elev\d|elev\d|FamilyElev/);
    assert.equal((await judge(free, -1, { comment: 'Tydligt skrivet.', keep: 'yes' })).status, 303);
    assert.match(await exam.text(pageOf(file), exam.cookies.admin), /<span>Tydligt skrivet\.|value="Tydligt skrivet\."/);
    await judge(file, -1, { reuse: 'Tydligt skrivet.' });
    assert.deepEqual(await result(), { passed: null, points: null, max_points: null });
    const before = await exam.text(href('attemptResult', { ...exam.at, number: 1 }), student.cookie);
    assert.doesNotMatch(before, /Tydligt skrivet/);
    assert.equal((await release()).status, 303);
    assert.deepEqual(await result(), { passed: true, points: 17, max_points: 17 });
    const after_ = await exam.text(href('attemptResult', { ...exam.at, number: 1 }), student.cookie);
    assert.match(after_, /Tydligt skrivet\./);
    assert.match(after_, /Till kursintyget/);
    const mails = await exam.rows('select template, about from mail where account_id = $1', [student.person.id]);
    assert.deepEqual(mails, [{ template: 'test-result', about: { customer: exam.customer.id, course: exam.course.courseId } }]);
    await release();
    assert.equal((await exam.rows('select from mail where account_id = $1', [student.person.id])).length, 1);
    assert.equal((await exam.rows('select from certificate where enrolment_id = $1', [student.enrolmentId])).length, 1);
  });

  it('records each look at an answer', async () => {
    await exam.get(pageOf(free), exam.cookies.admin);
    const looks = await exam.rows(
      `select l.fields, l.room from access_log l join access_log_subject s on s.log_id = l.id where s.account_id = $1`,
      [student.person.id],
    );
    assert.deepEqual(looks, [{ fields: ['attempt_answer.response'], room: 'assessment' }]);
  });

  it('is one marking however often it is sent, and is not ready until every answer is marked', async () => {
    await Promise.all([1, 2, 3].map(() => judge(free, 0)));
    assert.equal((await exam.rows('select from marking where attempt_id = $1', [attempt])).length, 1);
    await release();
    assert.equal((await result())!['passed'], null);
    await judge(file, 0);
    await release();
    assert.deepEqual(await result(), { passed: true, points: 12, max_points: 17 });
  });

  it('a level that is missing is told, and what was typed is kept', async () => {
    const answer = await exam.post(pageOf(free), { comment: 'Nästan.' }, exam.cookies.admin);
    assert.equal(answer.status, 422);
    const html = await answer.text();
    assert.match(html, /href="#field-levels">Välj en nivå för varje del/);
    assert.match(html, /Nästan\.<\/textarea>/);
  });

  it('a second look is by someone else, who does not see the first, and it counts', async () => {
    await judge(free, 0, { 'second-look': 'yes', comment: 'Är osäker.' });
    await judge(file, 0);
    await release();
    assert.equal((await result())!['passed'], null, 'waits for the second look');
    const page = await exam.text(pageOf(free), exam.cookies.second);
    assert.match(page, /Din bedömning gäller\./);
    assert.doesNotMatch(page, /Är osäker|checked/);
    await judge(free, -1, {}, exam.cookies.second);
    await release();
    assert.deepEqual(await result(), { passed: true, points: 15, max_points: 17 });
    const markers = await exam.rows('select marker_id from marking where attempt_id = $1 and question_id = $2 order by round', [
      attempt,
      free,
    ]);
    assert.equal(new Set(markers.map((row) => row['marker_id'])).size, 2);
  });

  it('reviews that wait are read by key, more than a page of them and several of one attempt', async () => {
    const reviewsOf = (text: string) => [...text.matchAll(/class="facts"/g)].length;
    const asked = (query: string) => exam.text(`${queue()}?${query}`, exam.cookies.admin);
    await exam.house.owner.query('delete from review_request');
    // All at one moment: then ids alone tell them apart.
    await exam.house.owner.query(
      `with more as (insert into attempt select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 100 + n))).*
         from attempt t, generate_series(1, 25) n where t.id = $1 returning customer_id, id),
       replies as (insert into attempt_answer select (jsonb_populate_record(a, jsonb_build_object('attempt_id', more.id))).*
         from attempt_answer a, more where a.attempt_id = $1 and a.question_id = any($2::uuid[]) returning customer_id, attempt_id, question_id)
       insert into review_request (customer_id, attempt_id, question_id, body, requested_at)
       select customer_id, attempt_id, question_id, 'x', '2026-11-01' from replies`,
      [attempt, [free, file]],
    );
    await exam.house.owner.query(
      `insert into review_request (customer_id, attempt_id, question_id, body, requested_at)
       select customer_id, attempt_id, question_id, 'x', '2026-11-02' from attempt_answer where attempt_id = $1 and question_id = $2`,
      [attempt, free],
    );
    const first = await asked('');
    assert.equal(reviewsOf(first), 50);
    assert.doesNotMatch(first, new RegExp(`${attempt}/${free}`));
    const [, next] = /\?(efter=[^"]*)" rel="next">Visa fler omprövningar/.exec(first)!;
    const rest = await asked(next!);
    assert.equal(reviewsOf(rest), 1, 'the latest is the one that is left');
    assert.match(rest, new RegExp(`${attempt}/${free}`));
    assert.match(rest, /Till de äldsta omprövningarna/);
    await exam.house.owner.query("update review_request set answer = 'x', answered_at = now(), answered_by = $1", [student.person.id]);
    await exam.house.owner.query('update review_request set answer = null, answered_at = null, answered_by = null where attempt_id = $1', [
      attempt,
    ]);
    assert.equal(reviewsOf(await asked(next!)), 1, 'a place holds when its review has been answered');
    for (const odd of ['efter=x', 'efter=.', `efter=${attempt}`, 'efter=a.b.c']) assert.equal(reviewsOf(await asked(odd)), 1, odd);
    await exam.house.owner.query(`delete from review_request;
      delete from attempt_answer where attempt_id in (select id from attempt where number > 100); delete from attempt where number > 100`);
  });

  it('a review is asked for once, answered with words, and never lowers', async () => {
    const ask = (body: string, cookie = student.cookie) =>
      exam.post(href('askForReview', { ...exam.at, number: 1, question: free }), { body }, cookie);
    assert.equal((await ask('För tidigt')).status, 404);
    await judge(free, 1);
    await judge(file, 0);
    await release();
    const points = Number((await result())!['points']);
    assert.equal((await ask('')).status, 422);
    for (const body of ['Jag nämnde allt.', 'Igen.']) assert.equal((await ask(body)).status, 303);
    const other = await exam.newStudent();
    assert.equal((await ask('Hej', other.cookie)).status, 404);
    assert.match(await exam.text(queue(), exam.cookies.second), /Begärda omprövningar/);
    assert.match(await exam.text(pageOf(free), exam.cookies.second), /Jag nämnde allt\./);
    assert.match(await (await judge(free, 0, { answer: 'Nej.' }, exam.cookies.second)).text(), /En omprövning kan inte sänka poängen/);
    assert.match(await (await judge(free, -1, {}, exam.cookies.second)).text(), /Skriv ett besked till studenten/);
    assert.equal((await judge(free, -1, { answer: 'Du har rätt.' }, exam.cookies.second)).status, 303);
    assert.equal((await judge(free, -1, { answer: 'En gång till.' }, exam.cookies.second)).status, 404);
    assert.equal(Number((await result())!['points']), points + 1);
    assert.match(await exam.text(href('attemptResult', { ...exam.at, number: 1 }), student.cookie), /Du har rätt\./);
    const mails = await exam.rows('select template from mail where account_id = $1 order by template', [student.person.id]);
    assert.deepEqual(
      mails.map((row) => row['template']),
      ['test-result', 'test-review'],
    );
  });

  it('a teacher of the course may mark; neighbours, students and other customers find nothing', async () => {
    const teacher = await addPerson(exam.house, `Larare${attempt.slice(0, 6)}`);
    const neighbour = await addPerson(exam.house, `Granne${attempt.slice(0, 6)}`);
    const stranger = await addPerson(exam.house, `Annan${attempt.slice(0, 6)}`);
    await inHouse(exam.house, async (tx) => {
      for (const { id } of [teacher, neighbour])
        await tx.insertInto('membership').values({ customer_id: exam.customer.id, account_id: id, role: 'teacher' }).execute();
      await tx
        .insertInto('course_teacher')
        .values({ customer_id: exam.customer.id, course_id: exam.course.courseId, account_id: teacher.id })
        .execute();
    });
    const elsewhere = await addCustomer(exam.house, `annan-${attempt.slice(0, 6)}`);
    const theirs = await addCourse(exam.house, elsewhere.id, smallCourse);
    await makeStaff(exam.house, stranger, elsewhere.id, theirs.courseId);
    assert.equal((await exam.get(pageOf(free), await signedIn(exam.house, teacher))).status, 200);
    for (const cookie of [await signedIn(exam.house, neighbour), await signedIn(exam.house, stranger), student.cookie]) {
      for (const path of [queue(), pageOf(free), href('markedFile', { ...exam.at, attempt, question: file })])
        assert.equal((await exam.get(path, cookie)).status, 404, path);
      assert.equal((await judge(free, 0, {}, cookie)).status, 404);
      assert.equal((await exam.post(queue(), {}, cookie)).status, 404);
    }
    const own = href('markAnswer', { customer: elsewhere.slug, course: theirs.slug, attempt, question: free });
    assert.equal((await exam.get(own, await signedIn(exam.house, stranger))).status, 404);
  });

  it('the file is only to be saved, and has no name of its own', async () => {
    const answer = await exam.get(href('markedFile', { ...exam.at, attempt, question: file }), exam.cookies.admin);
    assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="svar.pdf"');
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), pdf);
  });
});
