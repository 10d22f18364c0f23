import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { unzip } from '../../../tests/support/unzip.ts';
import { openDesk, type Desk } from '../../courses/authoring/testing.ts';
import { prepareFilm } from '../../courses/index.ts';
import { addDays } from '../../platform/clock.ts';
import { sweep, writeBackup } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { makeExport } from './make-export.ts';

const ffmpegIsHere = spawnSync('ffmpeg', ['-version']).status === 0;

// Proof of N-06 and E-01: a long film in all its sizes goes where its course goes, and no piece of it is left behind.
describe('the pieces of a long film', { skip: !ffmpegIsHere }, () => {
  let desk: Desk;
  let film: string;
  const house = () => desk.house.house;
  const filesOf = (customerId: string) => {
    const folder = join(house().files.folder, customerId);
    return existsSync(folder) ? readdirSync(folder).toSorted() : [];
  };
  const idsOf = async (customerId: string) =>
    (await desk.rows<{ id: string }>('select id from file where customer_id = $1', [customerId])).map(({ id }) => id).toSorted();
  const backedUp = () => {
    const folder = join(house().vault.backupFolders[0]!, 'files');
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  };
  const pass = (days: number) => desk.house.clock.moveTo(addDays(desk.house.clock.now(), days));

  before(async () => {
    desk = await openDesk();
    const path = join(desk.house.folder, 'film.mp4');
    const made = spawnSync('ffmpeg', ['-y', '-f', 'lavfi', '-i', 'testsrc=size=640x360:rate=5:duration=7', '-c:v', 'libx264', path]);
    assert.equal(made.status, 0, String(made.stderr));
    const body = new FormData();
    film = randomUUID();
    body.append('id', film);
    body.append('file', new File([readFileSync(path)], 'Lång film.mp4'));
    const headers = { cookie: desk.cookies.author, 'sec-fetch-site': 'same-origin' };
    assert.equal((await desk.house.app.request(href('addMedia', desk.at), { method: 'POST', headers, body })).status, 303);
    await prepareFilm(house(), { customer: desk.customer.id, file: film }, 5);
    const kinds = await desk.rows<{ kind: string }>('select kind from file where of_file_id = $1', [film]);
    assert.deepEqual(kinds.map(({ kind }) => kind).toSorted(), [
      'poster',
      'stream',
      'stream-part',
      'stream-part',
      'stream-part',
      'stream-part',
    ]);
    assert.deepEqual(filesOf(desk.customer.id), await idsOf(desk.customer.id), 'what is in the table is on the disk, and nothing else');
  });
  after(() => desk.house.close());

  it('stay here when the customer takes all with it: the film is there as one file, and the readme says so', async () => {
    const exportId = randomUUID();
    const now = desk.house.clock.now();
    await desk.rows('insert into customer_export (customer_id, id, client_id, requested_at, expires_at) values ($1, $2, $2, $3, $4)', [
      desk.customer.id,
      exportId,
      now,
      addDays(now, 7),
    ]);
    await makeExport(house(), { customerId: desk.customer.id, exportId }, true);
    const files = await unzip(readFileSync(join(house().exports.folder, desk.customer.id, exportId)));
    const media = [...files.keys()].filter((path) => path.startsWith('media/'));
    assert.equal(media.length, 2, 'the film and its poster');
    assert.ok(media.some((path) => path.endsWith(`${film}-Lång_film.mp4`)));
    assert.match(files.get('README.md')!, /en lång film är med som en fil, utan de mindre storlekar/);
    assert.match(files.get('README.md')!, /a long film is one file, without the smaller sizes/);
  });

  it('that a crash left without a row are swept, and those of a film under way are not', async () => {
    const kept = filesOf(desk.customer.id);
    const folder = join(house().files.folder, desk.customer.id);
    for (const name of [randomUUID(), `${randomUUID()}.part`]) writeFileSync(join(folder, name), 'left behind');
    const underWay = join(house().files.folder, 'uploads', `${randomUUID()}-film`, 'stream');
    mkdirSync(underWay, { recursive: true });
    writeFileSync(join(underWay, 'width-0.mp4'), 'half');
    desk.house.clock.moveTo(new Date());
    await sweep(house());
    assert.equal(filesOf(desk.customer.id).length, kept.length + 2, 'their rows may still come');
    pass(1);
    assert.equal((await sweep(house()))['attached files deleted'], 2);
    assert.deepEqual(filesOf(desk.customer.id), kept);
    assert.ok(existsSync(join(underWay, 'width-0.mp4')));
    assert.equal((await sweep(house()))['attached files deleted'], undefined);
  });

  it('are gone from the disk and from the backups when the customer is, also those that were being made', async () => {
    assert.deepEqual((await writeBackup(house())).failed, []);
    assert.equal(backedUp(), (await idsOf(desk.customer.id)).length);
    const now = desk.house.clock.now();
    await desk.rows('update customer set ended_at = $2, due_at = $2 where id = $1', [desk.customer.id, now]);
    pass(1);
    await sweep(house());
    assert.deepEqual([await idsOf(desk.customer.id), filesOf(desk.customer.id)], [[], []]);
    await prepareFilm(house(), { customer: desk.customer.id, file: film }, 5);
    assert.deepEqual(filesOf(desk.customer.id), [], 'a job that comes after finds no film');
    // One that was under way puts its pieces here, and is refused their rows.
    await house().files.write(`${desk.customer.id}/${randomUUID()}`, Buffer.from('made too late'));
    pass(1);
    assert.equal((await sweep(house()))['attached files deleted'], 1);
    assert.deepEqual(filesOf(desk.customer.id), []);
    pass(400);
    await sweep(house());
    assert.equal(backedUp(), 0);
  });
});
