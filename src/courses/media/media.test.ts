import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Transformer } from '@napi-rs/image';
import { enrol } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { openDesk, type Desk } from '../authoring/testing.ts';
import { prepareFilm } from './film-job.ts';

const ffmpegIsHere = spawnSync('ffmpeg', ['-version']).status === 0;
const vtt = 'WEBVTT\n\n00:01.000 --> 00:04.000\nHej!\n';

// Proof of N-03 and N-06: media that authors add themselves, and nobody sees before it is published to them.
describe('media', () => {
  let desk: Desk;
  let at: { customer: string; course: string };
  let courseId: string;
  before(async () => {
    desk = await openDesk();
    ({ at, id: courseId } = await desk.create('Med bilder'));
  });
  after(() => desk.house.close());

  const picture = async (width: number, height: number) => {
    const pixels = new Uint8Array(width * height * 4).fill(200);
    return new Uint8Array(await Transformer.fromRgbaPixels(pixels, width, height).png());
  };
  const send = (path: string, fields: Record<string, string | File>, cookie = desk.cookies.author) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return desk.house.app.request(path, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body,
    }) as Promise<Response>;
  };
  const add = (content: Uint8Array | string, name: string, id: string = randomUUID(), cookie?: string) =>
    send(href('addMedia', at), { id, file: new File([content as BlobPart], name) }, cookie).then((response) => ({ id, response }));
  const file = (id: string, cookie = desk.cookies.author, headers: Record<string, string> = {}) =>
    desk.get(href('courseFile', { customer: at.customer, file: id }), cookie, headers);
  const partsOf = (id: string) =>
    desk.rows<{ id: string; kind: string; width: number }>('select * from file where of_file_id = $1 order by width', [id]);

  it('a picture is turned, made anew in several widths, and tells nothing of its camera', async () => {
    const { id, response } = await add(await picture(2000, 1000), 'C:\\Bilder\\Min <is>.PNG');
    assert.equal(response.status, 303);
    const [row] = await desk.rows<{ name: string; type: string; width: number; height: number }>('select * from file where id = $1', [id]);
    assert.deepEqual([row!.name, row!.type, row!.width, row!.height], ['Min is.webp', 'image/webp', 2000, 1000]);
    const parts = await partsOf(id);
    assert.deepEqual(
      parts.map(({ width }) => width),
      [480, 960, 1600],
    );
    const small = new Transformer(new Uint8Array(await (await file(parts[0]!.id)).arrayBuffer()));
    assert.equal((await small.metadata()).width, 480);
    const list = await desk.text(href('media', at));
    assert.match(list, /Min is\.webp/);
    assert.match(list, /Används inte/);
  });

  it('EXIF does not survive, and the picture stands as it was held', async () => {
    const jpeg = Buffer.from(await new Transformer(await picture(40, 20)).jpeg());
    // An APP1 segment: EXIF, big-endian, with one entry: orientation 6 (turned a quarter).
    const exif = Buffer.from(
      `4578696600004d4d002a00000008000101120003000000010006000000000000${Buffer.from('SECRETPLACE').toString('hex')}`,
      'hex',
    );
    const head = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255]);
    const { id, response } = await add(Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]), 'foto.jpg');
    assert.equal(response.status, 303);
    const made = Buffer.from(await (await file(id)).arrayBuffer());
    assert.ok(!made.includes('SECRETPLACE') && !made.includes('EXIF') && !made.includes('Exif'));
    const { width, height } = await new Transformer(made).metadata();
    assert.deepEqual([width, height], [20, 40]);
  });

  it('what a file is, it says itself: its name is not believed, and what is not on the list is refused with a sentence', async () => {
    const refused: [string | Uint8Array, string, RegExp][] = [
      ['<script>alert(1)</script>', 'bild.png', /Den här sortens fil kan inte läggas till/],
      ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'bild.svg', /Den här sortens fil/],
      ['MZ\x90\x00', 'text.txt', /Den här sortens fil/],
      ['', 'tom.txt', /Välj en fil|Filen är tom/],
      [(await picture(20, 20)).slice(0, 60), 'halv.png', /Bilden går inte att läsa/],
      [Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_100_000)]), 'stor.pdf', /Den får vara högst 5.MB/],
    ];
    for (const [content, name, told] of refused) {
      const { response } = await add(content, name);
      assert.equal(response.status, 422, name);
      assert.match(await response.text(), told, name);
    }
    const { id } = await add('Åka; skridskor', 'lista.html.txt');
    const sent = await file(id);
    assert.equal(sent.headers.get('content-type'), 'text/plain; charset=utf-8');
    assert.match(sent.headers.get('content-disposition')!, /^attachment; filename\*=UTF-8''lista\.html\.txt$/);
    assert.equal((await desk.post(href('addMedia', at), { file: 'x' })).status, 415);
  });

  it('a file is seen by the course’s authors, and by students once a version they are on shows it', async () => {
    const { id } = await add(await picture(600, 300), 'hemlig.png');
    const [small] = await partsOf(id);
    const page = await desk.addPage(at, 'Sida', `Text.\n\n:::bild ${id}\nalt: Is\n:::`);
    assert.match(await desk.text(href('draftPage', { ...at, page })), /<img src="[^"]*\/filer\/[^"]*" srcset=/);
    assert.match(await desk.text(href('mediaFile', { ...at, file: id })), /Används på: ”Sida”/);
    const closed = ['teacher', 'neighbour', 'stranger', 'student', 'visitor'] as const;
    for (const who of closed) {
      for (const one of [id, small!.id]) assert.equal((await file(one, desk.cookies[who])).status, 404, who);
      if (who === 'visitor') continue;
      assert.equal((await add('text', 'intrång.txt', randomUUID(), desk.cookies[who])).response.status, 404, who);
      assert.equal((await desk.get(href('media', at), desk.cookies[who])).status, 404, who);
    }
    assert.equal((await file(id, desk.cookies.boss)).status, 200);
    await desk.addQuestion(at);
    const published = await desk.post(href('publishDraft', at), { version: await desk.draftOf(courseId) });
    assert.match(published.headers.get('location')!, /publicerad/);
    assert.equal((await file(id, desk.cookies.student)).status, 404, 'a student of another course');
    const [version] = await desk.pagesOf(courseId, true);
    await enrol(desk.house, desk.student, { customerId: desk.customer.id, courseId, versionId: version!.version });
    assert.equal((await file(id, desk.cookies.student)).status, 200);
    assert.equal((await file(small!.id, desk.cookies.student)).status, 200);
    for (const who of ['stranger', 'visitor'] as const) assert.equal((await file(id, desk.cookies[who])).status, 404, who);
    const range = await file(id, desk.cookies.student, { range: 'bytes=0-9' });
    assert.equal(range.status, 206);
    assert.match(range.headers.get('cache-control')!, /^private/);

    const used = await desk.post(href('changeMediaFile', { ...at, file: id }), { intent: 'remove' });
    assert.equal(used.status, 422);
    assert.match(await used.text(), /Filen används och kan inte tas bort/);
    const { id: unused } = await add(await picture(600, 30), 'onödig.png');
    const [part] = await partsOf(unused);
    assert.equal((await desk.post(href('changeMediaFile', { ...at, file: unused }), { intent: 'remove' })).status, 303);
    for (const one of [unused, part!.id]) {
      await assert.rejects(readFile(join(desk.house.house.files.folder, desk.customer.id, one)), /ENOENT/);
    }
  });

  it('files stand by when they came, by name or by size, together with what is searched for and across pages', async () => {
    const ids = new Map<string, string>();
    for (const [name, size] of [
      ['ordnad-ö.png', 60],
      ['ordnad-z.png', 700],
      ['ordnad-å.png', 300],
    ] as const) {
      ids.set(name, (await add(await picture(size, size), name)).id);
      await desk.rows(`update file set bytes = $2::integer, created_at = created_at - make_interval(secs => $2::integer) where id = $1`, [
        ids.get(name),
        size,
      ]);
    }
    const names = async (query: string) =>
      [...(await desk.text(`${href('media', at)}?sok=ordnad${query}`)).matchAll(/>(ordnad-.)\.webp</gu)].map(([, name]) => name);
    assert.deepEqual(await names(''), ['ordnad-ö', 'ordnad-å', 'ordnad-z']);
    assert.deepEqual(await names('&ordning=name'), ['ordnad-z', 'ordnad-å', 'ordnad-ö']);
    assert.deepEqual(await names('&ordning=largest'), ['ordnad-z', 'ordnad-å', 'ordnad-ö']);
    assert.deepEqual(await names(`&ordning=name&efter=${ids.get('ordnad-z.png')}`), ['ordnad-å', 'ordnad-ö']);
    assert.deepEqual(await names(`&ordning=largest&efter=${ids.get('ordnad-å.png')}`), ['ordnad-ö']);
    assert.deepEqual(await names(`&efter=${ids.get('ordnad-ö.png')}`), ['ordnad-å', 'ordnad-z']);
  });

  it('a picture that a question asks about is in use, and is not among those to take away', async () => {
    const { at: own } = await desk.create('Med bildfråga');
    const id = randomUUID();
    await send(href('addMedia', own), { id, file: new File([await picture(600, 300)], 'karta.png') });
    const unusedFiles = () => desk.text(href('checkDraft', own));
    assert.match(await unusedFiles(), /karta\.webp/);
    const region = (number: number) => ({
      [`label-${number}`]: `Del ${number}`,
      ...Object.fromEntries(['x', 'y', 'width', 'height'].map((side) => [`${side}-${number}`, '10'])),
    });
    const question = { kind: 'hotspot', prompt: 'Var ligger sjön?', alt: 'En karta', correct: '2', ...region(1), ...region(2), file: id };
    await desk.addQuestion(own, '', question);
    assert.match(await desk.text(href('mediaFile', { ...own, file: id })), /Används på: frågan ”Var ligger sjön\?”/);
    assert.doesNotMatch(await unusedFiles(), /karta\.webp/);
    const kept = await desk.post(href('changeMediaFile', { ...own, file: id }), { intent: 'remove' });
    assert.equal(kept.status, 422);
    assert.match(await kept.text(), /Ta först bort den från sidorna och frågorna/);
  });

  it('an upload that breaks goes on where it stopped, and is the course’s own', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000_000, 'x')]);
    const tus = { 'tus-resumable': '1.0.0', 'sec-fetch-site': 'same-origin' };
    const call = (path: string, method: string, headers: Record<string, string>, body?: Uint8Array, cookie = desk.cookies.author) =>
      desk.house.app.request(path, {
        method,
        headers: { cookie, ...tus, ...headers },
        ...(body ? { body: body as BodyInit } : {}),
      }) as Promise<Response>;
    const made = await call(href('startUpload', at), 'POST', {
      'upload-length': String(content.length),
      'upload-metadata': `filename ${Buffer.from('Häfte.pdf').toString('base64')}`,
    });
    assert.equal(made.status, 201);
    const address = made.headers.get('location')!;
    assert.match(address, /^\/k\/[^/]+\/kurser\/[^/]+\/media\/uppladdningar\/[0-9a-f-]{36}$/);
    const patch = (offset: number, part: Uint8Array, cookie?: string) =>
      call(
        address,
        'POST',
        { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', 'x-http-method-override': 'PATCH' },
        part,
        cookie,
      );
    assert.equal((await patch(0, content.subarray(0, 1_000_000))).status, 204);
    const state = await call(address, 'HEAD', {});
    assert.equal(state.headers.get('upload-offset'), '1000000');
    assert.equal((await patch(5, content.subarray(5))).status, 409, 'a part at the wrong place is refused');
    for (const who of ['stranger', 'student', 'neighbour'] as const) {
      assert.equal((await patch(1_000_000, content.subarray(1_000_000), desk.cookies[who])).status, 404, who);
    }
    const other = await desk.create('En annan');
    const stolen = address.replace(at.course, other.at.course);
    assert.equal((await call(stolen, 'HEAD', {})).status, 404, 'not from another course of the same author');
    assert.equal((await patch(1_000_000, content.subarray(1_000_000))).status, 204);
    const [row] = await desk.rows<{ id: string; bytes: number }>(`select id, bytes from file where name = 'Häfte.pdf'`);
    assert.equal(row!.bytes, content.length);
    const sent = new Uint8Array(await (await file(row!.id)).arrayBuffer());
    assert.ok(Buffer.from(sent).equals(content));

    const large = await call(href('startUpload', at), 'POST', { 'upload-length': '99000000' });
    assert.equal(large.status, 413);
    const wrong = await call(href('startUpload', at), 'POST', { 'upload-length': '5' });
    const refused = await call(
      wrong.headers.get('location')!,
      'POST',
      { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'x-http-method-override': 'PATCH' },
      Buffer.from('<b>x '),
    );
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /Den här sortens fil kan inte läggas till/);
  });

  it(
    'a film is made one that every browser plays, with a poster; captions are checked; as intro film it is public',
    { skip: !ffmpegIsHere },
    async () => {
      const path = join(desk.house.folder, 'test.webm');
      const make = [
        '-y',
        '-f',
        'lavfi',
        '-i',
        'testsrc=size=320x180:rate=10:duration=2',
        '-f',
        'lavfi',
        '-i',
        'sine=duration=2',
        '-metadata',
        'title=SECRETPLACE',
      ];
      assert.equal(spawnSync('ffmpeg', [...make, '-c:v', 'libvpx', '-c:a', 'libvorbis', path]).status, 0);
      const { id } = await add(await readFile(path), 'is.webm');
      const stateOf = async () =>
        (await desk.rows<{ state: string; type: string; seconds: number; width: number }>('select * from file where id = $1', [id]))[0]!;
      assert.equal((await stateOf()).state, 'waiting');
      assert.match(await desk.text(href('media', at)), /Görs i ordning, 0.% klart/);
      const jobs = await desk.rows(`select 1 from graphile_worker.jobs where task_identifier = 'prepare-film'`);
      assert.equal(jobs.length, 1);
      await prepareFilm(desk.house.house, { customer: desk.customer.id, file: id });
      await prepareFilm(desk.house.house, { customer: desk.customer.id, file: id });
      const { state, type, seconds, width } = await stateOf();
      assert.deepEqual([state, type, seconds, width], ['ready', 'video/mp4', 2, 320]);
      const film = Buffer.from(await (await file(id)).arrayBuffer());
      assert.ok(film.indexOf('moov') < film.indexOf('mdat'), 'the index first');
      assert.ok(!film.includes('SECRETPLACE'));
      assert.deepEqual(
        (await partsOf(id)).map(({ kind }) => kind),
        ['poster'],
      );

      const change = href('changeMediaFile', { ...at, file: id });
      const without = await desk.post(change, { intent: 'intro', title: 'Isen' });
      assert.equal(without.status, 422);
      assert.match(await without.text(), /Lägg till textning först/);
      const bad = await send(change, { language: 'sv', captions: new File(['WEBVTT\n\n00:04 --> 00:01\nx'], 'a.vtt') });
      assert.equal(bad.status, 422);
      assert.match(await bad.text(), /Rad 3: Tiden ska se ut så här/);
      for (let turn = 0; turn < 2; turn++)
        assert.equal((await send(change, { language: 'sv', captions: new File([vtt], 'a.vtt') })).status, 303);
      assert.equal((await partsOf(id)).filter(({ kind }) => kind === 'captions').length, 1, 'new captions take the place of the old');
      assert.equal((await desk.post(change, { intent: 'intro', title: 'Isen', sv: 'Hej!' })).status, 303);
      assert.match(await desk.text(href('mediaFile', { ...at, file: id })), /name="title"[^>]*value="Isen"/);
      await desk.post(href('listCourse', at), { listed: 'yes' });
      const open = await desk.text(href('course', at), '');
      assert.match(open, /<video[^>]*poster=/);
      assert.match(open, /<track kind="captions" srclang="sv"/);
      for (const one of [id, ...(await partsOf(id)).map((part) => part.id)]) assert.equal((await file(one, '')).status, 200, 'public');
      await desk.post(href('listCourse', at), { listed: 'no' });
      assert.equal((await file(id, '')).status, 404, 'and no longer');
      assert.equal((await file(id, desk.cookies.student)).status, 200, 'but still for its students');
      await send(change, { language: 'sv', captions: new File([vtt], 'b.vtt') });
      await desk.post(change, { intent: 'stop' });
      assert.doesNotMatch(await desk.text(href('course', at), desk.cookies.student), /<video/);

      const { id: broken } = await add(Buffer.concat([film.subarray(0, 600)]), 'trasig.mp4');
      await prepareFilm(desk.house.house, { customer: desk.customer.id, file: broken });
      assert.match(await desk.text(href('mediaFile', { ...at, file: broken })), /Filen kan inte spelas/);
    },
  );

  it('without the program an MP4 is taken as it is, and another film is refused', async () => {
    const { media } = desk.house.house;
    const before_ = media.ffmpeg;
    media.ffmpeg = 'there-is-no-such-program';
    const head = Buffer.concat([Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex'), Buffer.alloc(100)]);
    const { id } = await add(head, 'film.mp4');
    assert.deepEqual((await desk.rows('select state from file where id = $1', [id]))[0], { state: 'ready' });
    const webm = Buffer.concat([Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'), Buffer.alloc(100)]);
    const { response } = await add(webm, 'film.webm');
    assert.match(await response.text(), /måste vara i formatet MP4/);
    media.ffmpeg = before_;
  });

  it('where a scanner is set, nothing is kept that it does not call clean', async () => {
    const { media } = desk.house.house;
    let answer = 'stream: OK\0';
    // clamd's own protocol, spoken by a server of the test's: what is sent is read to its end before the answer.
    const clamd = createServer((socket) => {
      let seen = Buffer.alloc(0);
      socket.on('data', (chunk: Buffer) => {
        seen = Buffer.concat([seen, chunk]);
        if (seen.subarray(-4).equals(Buffer.alloc(4))) socket.end(seen.includes('BADCODE') ? 'stream: Eicar FOUND\0' : answer);
      });
    });
    await new Promise<void>((resolve) => clamd.listen(0, '127.0.0.1', resolve));
    media.clamd = `127.0.0.1:${(clamd.address() as { port: number }).port}`;
    assert.equal((await add('snäll text', 'a.txt')).response.status, 303);
    assert.match(await (await add('BADCODE', 'b.txt')).response.text(), /skadlig kod och är inte sparad/);
    answer = 'INSTREAM size limit exceeded. ERROR\0';
    assert.match(await (await add('snäll text', 'c.txt')).response.text(), /kunde inte kontrolleras/);
    await new Promise((resolve) => clamd.close(resolve));
    assert.match(await (await add('snäll text', 'd.txt')).response.text(), /kunde inte kontrolleras/);
    media.clamd = undefined;
    assert.equal((await desk.rows(`select 1 from file where name in ('b.txt', 'c.txt', 'd.txt')`)).length, 0);
  });
});
