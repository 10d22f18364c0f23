import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { after, beforeEach, describe, it } from 'node:test';
import { eraseForever, exportTables, scan } from '../privacy/index.ts';
import { signedIn } from '../../tests/support/world.ts';
import { href } from '../routes.ts';
import { openRoom, type Room, type Someone } from './testing.ts';

/** Two people share a conversation: what becomes of each part when the one or the other is erased (K9db's shapes). */
describe('a conversation of two', () => {
  let room: Room;
  let at: { customer: string; thread: string };
  const note = (name: string, text: string) => new File([text], name);
  const filesOnDisk = async () =>
    (await readdir(room.house.house.attachments.folder, { withFileTypes: true, recursive: true })).filter((one) => one.isFile()).length;
  const tables = async (who: Someone) => {
    const found: Record<string, Record<string, unknown>[]> = {};
    for (const { part, rows } of await exportTables(room.house.house, who.id, { files: true }))
      found[part.table] = await Array.fromAsync(rows);
    return found;
  };

  async function converse(): Promise<void> {
    room = await openRoom();
    await room.get(room.path, room.student);
    at = { customer: room.customer.slug, thread: await room.threadId() };
    const page = /name="page" value="([^"]+)"/.exec(await (await room.get(`${room.path}?sida=1`, room.student)).text())![1]!;
    await room.postFiles(
      room.path,
      { body: 'Från studenten', client_id: randomUUID(), page },
      [note('studentens.txt', 'Zebrafink')],
      room.student,
    );
    await room.postFiles(
      href('answerThread', at),
      { body: 'Hej GivenStudent, jag heter GivenAdmin', client_id: randomUUID() },
      [note('till GivenStudent.txt', 'Domherre')],
      room.admin,
    );
    const own = async (who: Someone) => (await room.rows<{ id: string }>('select id from message where author_id = $1', [who.id]))[0]!.id;
    await room.post(
      href('editMessage', { ...room.own, message: await own(room.student) }),
      { body: 'Från studenten GivenStudent' },
      room.student,
    );
    await room.post(
      href('editAnswer', { ...at, message: await own(room.admin) }),
      { body: 'Hej GivenStudent, GivenAdmin här' },
      room.admin,
    );
    await room.post(href('saveDraft', room.own), { body: 'Studentens utkast', client_id: randomUUID() }, room.student);
    await room.post(href('saveAnswerDraft', at), { body: 'Utkast om GivenStudent', client_id: randomUUID() }, room.admin);
    await room.post(href('assignThread', at), { colleague: room.admin.id }, room.admin);
    await room.post(href('closeThread', at), { done: 'yes' }, room.admin);
    const reply = (title: string, shared: boolean) => ({
      title,
      body: `${title}, hälsar GivenAdmin`,
      client_id: randomUUID(),
      ...(shared ? { shared: 'yes' } : {}),
    });
    await room.post(href('createSavedReply', { customer: at.customer }), reply('Eget', false), room.admin);
    await room.post(href('createSavedReply', { customer: at.customer }), reply('Delat', true), room.admin);
  }
  beforeEach(converse);
  after(() => room.house.close());

  it('is told to each of them with their own part, and the other is someone else', async () => {
    const student = await tables(room.student);
    assert.deepEqual(student['message']?.map(({ author_id, body }) => [author_id, body]).sort(), [
      ['someone else', 'Hej GivenStudent, GivenAdmin här'],
      ['you', 'Från studenten GivenStudent'],
    ]);
    assert.deepEqual(
      student['attachment']?.map(({ content }) => Buffer.from(String(content), 'base64').toString()).sort(),
      ['Domherre', 'Zebrafink'],
      'what one was sent is one’s own as well',
    );
    assert.deepEqual(
      student['message_draft']?.map(({ body }) => body),
      ['Studentens utkast'],
      'what the other has not sent is theirs',
    );
    assert.deepEqual(
      student['thread_assignment']?.map(({ account_id }) => account_id),
      ['someone else'],
    );
    assert.deepEqual(student['saved_reply'], []);
    assert.ok(
      student['message']?.every(({ edited_at }) => edited_at),
      'that something was edited is told',
    );
    const admin = await tables(room.admin);
    assert.deepEqual(
      admin['message']?.map(({ author_id }) => author_id),
      ['you'],
    );
    assert.deepEqual(
      admin['attachment']?.map(({ content }) => Buffer.from(String(content), 'base64').toString()),
      ['Domherre'],
    );
    assert.deepEqual(
      admin['message_draft']?.map(({ body }) => body),
      ['Utkast om GivenStudent'],
    );
    assert.deepEqual(admin['saved_reply']?.map(({ title }) => title).sort(), ['Delat', 'Eget']);
    await room.house.close();
  });

  it('loses the student’s words and every file when the student is erased; the answer stays without the name', async () => {
    assert.equal(await filesOnDisk(), 2);
    await eraseForever(room.house.house, [room.student.id], 'request');
    assert.equal(await filesOnDisk(), 0);
    for (const marker of ['GivenStudent', 'FamilyStudent', 'Zebrafink', 'Domherre', 'studentens'])
      assert.deepEqual(await scan(room.house.house, marker, [room.house.folder]), [], marker);
    assert.deepEqual(
      await room.rows(
        "select from_student, body, edited_at = date_trunc('day', edited_at) as coarse, change from message order by sequence",
      ),
      [
        { from_student: true, body: '', coarse: true, change: 1 },
        { from_student: false, body: 'Hej […], GivenAdmin här', coarse: false, change: 2 },
      ],
    );
    for (const table of ['attachment', 'message_draft', 'thread_assignment'])
      assert.deepEqual(await room.rows(`select from ${table}`), [], table);
    const [thread] = await room.rows<{ read_by_administrator: number; coarse: boolean }>(
      "select read_by_administrator, waiting_since, done_at = date_trunc('day', done_at) as coarse from correspondence",
    );
    assert.deepEqual(thread, { read_by_administrator: 0, waiting_since: null, coarse: true });
    assert.equal((await room.rows('select from saved_reply')).length, 2, 'what is not about the student is not touched');
    await room.house.close();
  });

  it('keeps what the student was sent when the administrator is erased, without the administrator', async () => {
    await eraseForever(room.house.house, [room.admin.id], 'request');
    for (const marker of ['GivenAdmin', 'FamilyAdmin', 'Mitt svar', room.admin.id])
      assert.deepEqual(await scan(room.house.house, marker, [room.house.folder]), [], marker);
    assert.deepEqual(await room.rows('select body from message order by sequence'), [
      { body: 'Från studenten GivenStudent' },
      { body: 'Hej GivenStudent, […] här' },
    ]);
    assert.equal(await filesOnDisk(), 2);
    room.student.cookie = await signedIn(room.house, room.student);
    const page = await (await room.get(room.path, room.student)).text();
    const answer = await room.get(/href="([^"]*\/filer\/[^"]+)" download="till/.exec(page)![1]!, room.student);
    assert.equal(await answer.text(), 'Domherre');
    assert.deepEqual(await room.rows('select body from message_draft'), [{ body: 'Studentens utkast' }]);
    assert.deepEqual(await room.rows('select from thread_assignment'), []);
    assert.deepEqual(await room.rows('select title, body from saved_reply'), [{ title: 'Delat', body: 'Delat, hälsar […]' }]);
    await room.house.close();
  });

  it('is nobody’s when both are gone', async () => {
    await eraseForever(room.house.house, [room.student.id, room.admin.id], 'request');
    assert.equal(await filesOnDisk(), 0);
    assert.deepEqual(await room.rows('select body from message order by sequence'), [{ body: '' }, { body: 'Hej […], […] här' }]);
  });
});
