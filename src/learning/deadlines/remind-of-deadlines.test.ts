import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openClassroom, type Classroom } from '../../people/testing.ts';
import { formPost } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { learningMails, remindOfDeadlines } from '../index.ts';

// Proof of N-53: who has a last day before them is told of it, once a week and once a day ahead, and nobody else is named.

const dayMs = 24 * 3_600_000;

describe('reminders of a last day', () => {
  let room: Classroom;
  let at: { customer: string; course: string };
  let start: Date;
  before(async () => {
    room = await openClassroom();
    at = { customer: room.customer.slug, course: room.course.slug };
    start = room.house.clock.now();
  });
  after(() => room.house.close());
  beforeEach(async () => {
    room.house.clock.moveTo(start);
    for (const table of ['deadline_reminder', 'mail', 'notification', 'own_deadline']) await room.house.owner.query(`delete from ${table}`);
  });

  const post = (name: 'saveDeadline' | 'saveOwnDeadline', fields: Record<string, string>) =>
    Promise.resolve(room.house.app.request(href(name, at), formPost(fields, room.cookie)));
  const remind = () => remindOfDeadlines(room.house.house);
  const mailsTo = async (id: string) =>
    (await room.house.owner.query("select about from mail where template = 'deadline-near' and account_id = $1", [id])).rows as {
      about: Record<string, string>;
    }[];
  const daysLater = (days: number) => room.house.clock.moveTo(new Date(start.getTime() + days * dayMs));
  const dayAfter = (days: number) => new Date(start.getTime() + days * dayMs).toISOString().slice(0, 10);

  it('come a week and a day ahead, each once however often the night is run', async () => {
    const { person } = await room.named('Vera', 'Vecka');
    await post('saveDeadline', { due_on: dayAfter(20) });
    await remind();
    assert.equal((await mailsTo(person.id)).length, 0, 'three weeks ahead');
    for (const [days, mails] of [
      [12, 0],
      [13, 1],
      [14, 1],
      [18, 1],
      [19, 2],
      [20, 2],
    ] as const) {
      daysLater(days);
      await Promise.all([remind(), remind()]);
      assert.equal((await mailsTo(person.id)).length, mails, `day ${days}`);
    }
    const { rows } = await room.house.owner.query("select course_id from notification where event = 'deadline-near' and account_id = $1", [
      person.id,
    ]);
    assert.equal(rows.length, 1, 'and one line at the bell');
  });

  it('go by a student’s own day, and to nobody who has none, is done or has left', async () => {
    await post('saveDeadline', { due_on: dayAfter(20) });
    const [own, waived, done, left] = [
      await room.named('Egen', 'Dag'),
      await room.named('Slipper', 'Dag'),
      await room.named('Klar', 'Dag'),
      await room.named('Borta', 'Dag'),
    ];
    await post('saveOwnDeadline', { student: own.enrolmentId, own_due_on: dayAfter(40), waiver_reason: '' });
    await post('saveOwnDeadline', { student: waived.enrolmentId, own_due_on: '', waiver_reason: 'Föräldraledig' });
    await room.house.owner.query('update enrolment set completed_at = now() where id = $1', [done.enrolmentId]);
    await room.house.owner.query('update enrolment set ends_at = $2 where id = $1', [left.enrolmentId, start]);
    daysLater(15);
    await remind();
    for (const { person } of [own, waived, done, left]) assert.equal((await mailsTo(person.id)).length, 0);
    daysLater(34);
    await remind();
    assert.equal((await mailsTo(own.person.id)).length, 1);
  });

  it('say the course and the day in the reader’s language, and nothing when the course is done meanwhile', async () => {
    const { person, enrolmentId } = await room.named('Läs', 'Mejl');
    await room.named('Någon', 'Annan');
    await post('saveDeadline', { due_on: dayAfter(10) });
    daysLater(5);
    await remind();
    const [{ about }] = (await mailsTo(person.id)) as [{ about: Record<string, string> }];
    const write = (language: 'sv' | 'en') =>
      learningMails['deadline-near']!({ house: room.house.house, language, accountId: person.id, about } as never);
    const letter = await write('sv');
    assert.equal(letter!.subject, 'Din kurs ska snart vara klar: Liten kurs');
    assert.match(letter!.paragraphs.join('\n'), /Kursen ”Liten kurs” ska vara klar senast .* 2026/);
    assert.doesNotMatch(JSON.stringify(letter), /Annan|Läs Mejl/);
    assert.match((await write('en'))!.subject, /soon to be done/);
    await room.house.owner.query('update enrolment set completed_at = now() where id = $1', [enrolmentId]);
    assert.equal(await write('sv'), undefined);
  });

  it('can be turned off by whoever does not want them', async () => {
    const { person } = await room.named('Utan', 'Mejl');
    await room.house.owner.query(
      "insert into notification_choice (account_id, event, channel, allowed) values ($1, 'deadline-near', 'mail', false)",
      [person.id],
    );
    await post('saveDeadline', { due_on: dayAfter(20) });
    daysLater(15);
    await remind();
    assert.equal((await mailsTo(person.id)).length, 0);
  });
});
