import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { enrol } from '../../../tests/support/world.ts';
import { addDays } from '../../platform/clock.ts';
import { writeBackup } from '../../privacy/index.ts';
import { href } from '../../routes.ts';
import { openDesk, type Desk } from '../authoring/testing.ts';
import { prepareFilm } from './film-job.ts';
import { makeMissingStream, streamsANight } from './make-missing-stream.ts';

const ffmpegIsHere = spawnSync('ffmpeg', ['-version']).status === 0;
const longFrom = 10;
type Row = { id: string; kind: string; name: string; bytes: number };
type Piece = { name: string; from: number; bytes: number };

/** The head of the film and its pieces, as a playlist names them. */
function piecesOf(playlist: string): { head: Piece; pieces: Piece[] } {
  const [, name, bytes, from] = /#EXT-X-MAP:URI="([^"]+)",BYTERANGE="(\d+)@(\d+)"/.exec(playlist)!;
  const pieces = [...playlist.matchAll(/#EXT-X-BYTERANGE:(\d+)@(\d+)\n(\S+)/g)].map((found) => ({
    name: found[3]!,
    from: Number(found[2]),
    bytes: Number(found[1]),
  }));
  return { head: { name: name!, from: Number(from), bytes: Number(bytes) }, pieces };
}

// Proof of N-06 and E-04: a long film plays on a slow line, and every piece of it is asked for by someone who may see it.
describe('a long film as a stream', { skip: !ffmpegIsHere }, () => {
  let desk: Desk;
  let at: { customer: string; course: string };
  let courseId: string;
  let film: string;
  let parts: Row[];
  const rowsOf = (id: string) =>
    desk.rows<Row>(`select id, kind, name, bytes::int from file where of_file_id = $1 order by kind desc, name`, [id]);
  const file = (id: string, cookie = desk.cookies.author, headers: Record<string, string> = {}) =>
    desk.get(href('courseFile', { customer: at.customer, file: id }), cookie, headers);
  const textOf = async (id: string, cookie?: string) => (await file(id, cookie)).text();
  const pieceOf = ({ name, from, bytes }: Piece, cookie?: string) => file(name, cookie, { range: `bytes=${from}-${from + bytes - 1}` });
  const main = () => parts.find(({ kind }) => kind === 'stream')!;
  const playlists = async () => (await textOf(main().id)).split('\n').filter((line) => /^[0-9a-f-]{36}$/.test(line));

  /** Uploaded as an author does, and prepared by the job. */
  const addFilm = async (seconds: number, sound = true, width = 1280) => {
    const path = join(desk.house.folder, `${randomUUID()}.mp4`);
    const picture = ['-f', 'lavfi', '-i', `testsrc=size=${width}x${(width * 9) / 16}:rate=5:duration=${seconds}`];
    const tone = sound ? ['-f', 'lavfi', '-i', `sine=duration=${seconds}`, '-c:a', 'aac'] : [];
    const made = spawnSync('ffmpeg', ['-y', ...picture, ...tone, '-c:v', 'libx264', '-preset', 'ultrafast', path]);
    assert.equal(made.status, 0, String(made.stderr));
    const body = new FormData();
    const id = randomUUID();
    body.append('id', id);
    body.append('file', new File([readFileSync(path)], 'Föreläsning.mp4'));
    const headers = { cookie: desk.cookies.author, 'sec-fetch-site': 'same-origin' };
    assert.equal((await desk.house.app.request(href('addMedia', at), { method: 'POST', headers, body })).status, 303);
    await prepare(id);
    return id;
  };
  const prepare = (id: string) => prepareFilm(desk.house.house, { customer: desk.customer.id, file: id }, longFrom);

  before(async () => {
    desk = await openDesk();
    ({ at, id: courseId } = await desk.create('Med lång film'));
    film = await addFilm(14);
    parts = await rowsOf(film);
  });
  after(() => desk.house.close());

  it('has each width as one file and a playlist, and one playlist of them all; a second run makes nothing more', async () => {
    const names = ['1280.m3u8', '1280.mp4', '480.m3u8', '480.mp4', '854.m3u8', '854.mp4'];
    assert.deepEqual(
      parts.filter(({ kind }) => kind === 'stream-part').map(({ name }) => name),
      names,
    );
    const said = await textOf(main().id);
    for (const size of ['1280x720', '854x480', '480x270'])
      assert.match(said, new RegExp(`RESOLUTION=${size},CODECS="avc1\\.[0-9a-f]{6},mp4a\\.40\\.2"`));
    await prepare(film);
    assert.deepEqual(await rowsOf(film), parts);
    assert.deepEqual(
      readdirSync(join(desk.house.house.files.folder, 'uploads')).filter((name) => name.endsWith('-film')),
      [],
    );
    const [row] = await desk.rows('select state, progress, seconds from file where id = $1', [film]);
    assert.deepEqual(row, { state: 'ready', progress: 100, seconds: 14 });
  });

  it('names its files beside it, by ids of ours and nothing else', async () => {
    for (const id of [main().id, ...(await playlists())]) {
      const response = await file(id);
      assert.equal(response.headers.get('content-type'), 'application/vnd.apple.mpegurl');
      const named = [...(await response.text()).matchAll(/^(?!#)(\S+)$|URI="([^"]+)"/gm)].map(([, line, uri]) => line ?? uri!);
      assert.ok(named.length > 0);
      for (const name of named)
        assert.ok(
          parts.some((part) => part.id === name),
          name,
        );
    }
  });

  it('each piece plays by itself after the head of its width', async () => {
    for (const id of await playlists()) {
      const { head, pieces } = piecesOf(await textOf(id));
      assert.equal(pieces.length, 3, 'fourteen seconds in pieces of six');
      for (const [index, piece] of pieces.entries()) {
        const bytes = [head, piece].map(async (one) => {
          const response = await pieceOf(one);
          assert.equal(response.status, 206);
          return Buffer.from(await response.arrayBuffer());
        });
        const path = join(desk.house.folder, 'piece.mp4');
        writeFileSync(path, Buffer.concat(await Promise.all(bytes)));
        const seen = spawnSync('ffmpeg', ['-v', 'error', '-i', path, '-map', '0:v', '-f', 'framemd5', '-'], { encoding: 'utf8' });
        assert.equal(seen.stderr, '', `piece ${index + 1}`);
        assert.equal(seen.stdout.split('\n').filter((line) => line.startsWith('0,')).length, index < 2 ? 30 : 10);
      }
    }
  });

  it('is shown first to a browser that plays it, with the film after it for every other', async () => {
    const page = await desk.addPage(at, 'Sida', `Text.\n\n:::film ${film}\ntitel: Föreläsningen\n\nAllt som sägs.\n:::`);
    const address = (id: string) => href('courseFile', { customer: at.customer, file: id });
    const sources = `<source src="${address(main().id)}" type="application/vnd.apple.mpegurl"><source src="${address(film)}" type="video/mp4">`;
    assert.ok((await desk.text(href('draftPage', { ...at, page }))).includes(sources));
    assert.match(await desk.text(href('mediaFile', { ...at, file: film })), /Filmen finns i flera storlekar/);
  });

  it('every piece is refused to whoever may not see the film, and to a student whose access has ended', async () => {
    const [id] = await playlists();
    const { head, pieces } = piecesOf(await textOf(id!));
    const all = async (cookie: string) =>
      Promise.all([file(main().id, cookie), file(id!, cookie), pieceOf(head, cookie), pieceOf(pieces[1]!, cookie)]);
    for (const who of ['student', 'teacher', 'neighbour', 'stranger', 'visitor'] as const) {
      for (const { status } of await all(desk.cookies[who])) assert.equal(status, 404, who);
    }
    await desk.addQuestion(at);
    await desk.post(href('publishDraft', at), { version: await desk.draftOf(courseId) });
    const [version] = await desk.pagesOf(courseId, true);
    await enrol(desk.house, desk.student, { customerId: desk.customer.id, courseId, versionId: version!.version });
    const seen = await all(desk.cookies.student);
    assert.deepEqual(
      seen.map(({ status }) => status),
      [200, 200, 206, 206],
    );
    for (const { headers } of seen) assert.equal(headers.get('cache-control'), 'private, no-cache');
    for (const { status } of await all(desk.cookies.stranger)) assert.equal(status, 404);
    const elsewhere = href('courseFile', { customer: 'annan-kund', file: id! });
    assert.equal((await desk.get(elsewhere, desk.cookies.stranger)).status, 404);
    await desk.rows('update enrolment set ends_at = $1 where course_id = $2', [desk.house.clock.now(), courseId]);
    for (const { status } of await all(desk.cookies.student)) assert.equal(status, 404);
  });

  it('follows the film: open as intro film, in the backup, and gone with it', async () => {
    const intro = await addFilm(11, false, 640);
    const mine = await rowsOf(intro);
    assert.deepEqual(mine.map(({ name }) => name).toSorted(), ['480.m3u8', '480.mp4', '640.m3u8', '640.mp4', 'film.m3u8', 'poster.webp']);
    const body = new FormData();
    body.append('language', 'sv');
    body.append('captions', new File(['WEBVTT\n\n00:01.000 --> 00:04.000\nHej!\n'], 'a.vtt'));
    const change = href('changeMediaFile', { ...at, file: intro });
    const headers = { cookie: desk.cookies.author, 'sec-fetch-site': 'same-origin' };
    assert.equal((await desk.house.app.request(change, { method: 'POST', headers, body })).status, 303);
    assert.equal((await desk.post(change, { intent: 'intro', title: 'Isen', sv: 'Hej!' })).status, 303);
    await desk.post(href('listCourse', at), { listed: 'yes' });
    const stream = mine.find(({ kind }) => kind === 'stream')!;
    assert.match(
      await desk.text(href('course', at), ''),
      new RegExp(`<source src="[^"]*${stream.id}" type="application/vnd.apple.mpegurl"/?><source`),
    );
    for (const { id } of mine) assert.equal((await file(id, '')).status, 200, 'open to everyone');
    await desk.post(href('listCourse', at), { listed: 'no' });
    for (const { id } of mine) assert.equal((await file(id, '')).status, 404, 'and no longer');

    const kept = await desk.rows('select id from file');
    assert.deepEqual((await writeBackup(desk.house.house)).failed, []);
    const folder = join(desk.house.house.vault.backupFolders[0]!, 'files');
    const copies = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    assert.equal(copies.length, kept.length, 'every file of the course is in the backup, the pieces too');

    await desk.post(change, { intent: 'stop' });
    assert.equal((await desk.post(change, { intent: 'remove' })).status, 303);
    for (const { id } of [{ id: intro }, ...mine]) assert.ok(!existsSync(desk.house.house.files.pathOf(`${desk.customer.id}/${id}`)));
    assert.deepEqual(await rowsOf(intro), []);
  });

  it('a short film has none; one that came ready gets it when the job is run for it', async () => {
    const short = await addFilm(4, true, 320);
    assert.deepEqual(
      (await rowsOf(short)).map(({ kind }) => kind),
      ['poster'],
    );
    await prepareFilm(desk.house.house, { customer: desk.customer.id, file: short }, 3);
    assert.deepEqual(
      (await rowsOf(short)).map(({ kind }) => kind),
      ['stream-part', 'stream-part', 'stream', 'poster'],
    );
  });

  it('one that was uploaded before there were streams gets its own at night, one at a time, past those that are broken', async () => {
    const { house } = desk.house;
    const [first, second] = [await addFilm(5, false, 320), await addFilm(6, false, 320)];
    const broken = await addFilm(7, false, 320);
    writeFileSync(house.files.pathOf(`${desk.customer.id}/${broken}`), 'no film at all');
    await desk.rows(`update file set created_at = created_at - interval '1 year' where id = $1`, [broken]);
    const streams = async () =>
      (
        await desk.rows<Row>(`select of_file_id as id from file where kind = 'stream' and of_file_id = any($1)`, [[first, second, broken]])
      ).map(({ id }) => id);
    const turn = async (payload: Record<string, string> = {}) => {
      await desk.rows('delete from graphile_worker._private_jobs');
      await makeMissingStream(house, payload, 5);
      return desk.rows<{ left: string }>(`select payload->>'left' as left from graphile_worker._private_jobs`);
    };
    assert.deepEqual(await turn(), [{ left: String(streamsANight - 1) }]);
    assert.deepEqual(await streams(), [], 'the oldest is the broken one');
    assert.deepEqual(await turn({ left: '2' }), [{ left: '1' }]);
    assert.deepEqual(await streams(), [first]);
    assert.deepEqual(await turn({ left: '1' }), [], 'enough for this night');
    assert.deepEqual(new Set(await streams()), new Set([first, second]));
    assert.deepEqual(await turn(), [], 'none is left but the broken one, which waits');
    const before = await rowsOf(first);
    const today = desk.house.clock.now();
    desk.house.clock.moveTo(addDays(today, 31));
    assert.equal((await turn()).length, 1, 'and is tried anew after a month');
    assert.deepEqual(await rowsOf(first), before);
    desk.house.clock.moveTo(today);
    // Broken off: half of what it was to make lies in the working folder, and the film still lacks its stream.
    await desk.rows(`delete from file where of_file_id = $1 and kind in ('stream', 'stream-part')`, [second]);
    const folder = join(house.files.folder, 'uploads', `${second}-film`, 'stream');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'width-0.mp4'), 'half');
    await turn();
    assert.deepEqual(new Set(await streams()), new Set([first, second]));
  });

  it('without the program the film is taken as it is, and the author is told', async () => {
    const { media } = desk.house.house;
    const program = media.ffmpeg;
    media.ffmpeg = 'there-is-no-such-program';
    const plain = await addFilm(12, true, 320);
    media.ffmpeg = program;
    assert.deepEqual(await rowsOf(plain), []);
    assert.match(await desk.text(href('mediaFile', { ...at, file: plain })), /visas precis som den är uppladdad/);
    assert.equal((await file(plain, undefined, { range: 'bytes=0-9' })).status, 206);
  });
});
