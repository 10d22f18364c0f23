import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Transformer } from '@napi-rs/image';
import fc from 'fast-check';
import yazl from 'yazl';
import { worldCustomers } from '../../../db/world/customers.ts';
import { readFilm } from '../../../db/world/read-film.ts';
import { inHouse } from '../../../tests/support/world.ts';
import { sha256 } from '../../platform/secrets.ts';
import { href } from '../../routes.ts';
import { openDesk, type Desk } from '../authoring/testing.ts';
import { withZip, ZipRefused } from '../open-zip.ts';
import { publishCourse } from '../publish-course.ts';
import { readDocument } from '../read-document.ts';
import { formatVersion } from './package-shape.ts';
import { renameIds } from './rename-ids.ts';

type Contents = Record<string, string | Buffer>;

// Proof of N-03: a course is taken out whole and brought in anywhere.
describe('a course package', () => {
  let desk: Desk;
  let folder: string;
  let other: { slug: string; cookie: string };
  before(async () => {
    desk = await openDesk();
    folder = await mkdtemp(join(tmpdir(), 'kursiv-package-'));
    other = { slug: 'annan-kund', cookie: desk.cookies.stranger };
  });
  after(async () => {
    await desk.house.close();
    await rm(folder, { recursive: true, force: true });
  });

  const send = (path: string, fields: Record<string, string | File>, cookie: string) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return desk.house.app.request(path, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body,
    }) as Promise<Response>;
  };
  const bring = (zip: Buffer | string, id: string = randomUUID()) =>
    send(
      href('saveImportedCourse', { customer: other.slug }),
      { id, file: new File([zip as unknown as BlobPart], 'kurs.zip') },
      other.cookie,
    );
  const take = async (at: { customer: string; course: string }, cookie?: string) => {
    const answer = await desk.get(href('exportCourse', at), cookie ?? desk.cookies.author);
    assert.equal(answer.status, 200);
    return Buffer.from(await answer.arrayBuffer());
  };
  const there = async (answer: Response) => {
    assert.equal(answer.status, 303);
    return { customer: other.slug, course: /kurser\/([^/]+)\/utkast/.exec(answer.headers.get('location') ?? '')![1]! };
  };
  const unpack = async (zip: Buffer): Promise<Contents> => {
    const path = join(folder, randomUUID());
    await writeFile(path, zip);
    return withZip(path, { mostFiles: 1e4, mostBytes: 1e9 }, async ({ paths, bytes }) => {
      const contents: Contents = {};
      for (const name of paths) contents[name] = (await bytes(name, 1e9))!;
      return contents;
    });
  };
  const pack = (contents: Contents): Promise<Buffer> => {
    const zip = new yazl.ZipFile();
    for (const [name, content] of Object.entries(contents)) zip.addBuffer(Buffer.from(content as string), name);
    zip.end();
    return Array.fromAsync(zip.outputStream as unknown as AsyncIterable<Buffer>).then((pieces) => Buffer.concat(pieces));
  };
  /** The same contents with digests that are right again. */
  const resealed = (contents: Contents): Contents => {
    const { 'manifest.json': manifest, ...rest } = contents;
    const digests = Object.fromEntries(Object.entries(rest).map(([name, content]) => [name, sha256(content).toString('hex')]));
    return { ...rest, 'manifest.json': JSON.stringify({ ...JSON.parse(String(manifest)), digests }) };
  };
  const problem = async (zip: Buffer | string) => {
    const answer = await bring(zip);
    assert.equal(answer.status, 422);
    return /error-summary.*?<li><a[^>]*>(.*?)<\/a>/s.exec(await answer.text())?.[1] ?? '';
  };
  /** A course with something of everything. */
  const everything = async () => {
    const { at, id } = await desk.create(`Allt ${randomUUID().slice(0, 4)}`);
    const pixels = new Uint8Array(600 * 300 * 4).fill(120);
    const picture = new File([(await Transformer.fromRgbaPixels(pixels, 600, 300).png()) as BlobPart], 'is.png');
    const file = randomUUID();
    assert.equal((await send(href('addMedia', at), { id: file, file: picture }, desk.cookies.author)).status, 303);
    await desk.rows("update course set page_order = 'answered' where id = $1", [id]);
    const page = await desk.addPage(at, 'Isen');
    const question = await desk.addQuestion(at, page, { kind: 'blanks', cloze: 'Isen är [[hal|glatt]].' });
    const [row] = await desk.rows<{ lineage_id: string }>('select lineage_id from question where id = $1', [question]);
    const text = `## Is\n\n:::bild ${file}\nalt: Is på en sjö\n:::\n\n:::fråga ${row!.lineage_id}\n:::\n\nFormeln $\`a^2\`$ och **fet** text.`;
    await desk.post(href('saveDraftPage', { ...at, page }), { title: 'Isen', text, minutes: '', revision: '1' });
    await desk.post(href('addSection', at), { id: randomUUID(), title: 'Första delen', page });
    const pool = randomUUID();
    await desk.post(href('saveQuestionPool', at), { id: pool, name: 'Svåra', draw: '1' });
    await desk.addQuestion(at, '', { kind: 'number', answer: '2,5', tolerance: '0,1', unit: 'cm', pool });
    await desk.addQuestion(at, '', { kind: 'free', rubric: 'Innehåll\n0 Saknas\n3 Finns', longest: '800' });
    return { at, id, file };
  };

  it('comes back as it was: media, sections, questions, the bank and the test, at another customer too', async () => {
    const { at } = await everything();
    const zip = await take(at);
    const brought = await there(await bring(zip));
    const again = await take(brought, other.cookie);
    assert.deepEqual(Object.keys(await unpack(zip)), Object.keys(await unpack(again)));
    assert.ok(zip.equals(again), 'the same course makes the same package, byte for byte');
    const [page] = await desk.rows<{ html: string }>(
      `select p.html from course_page p join course_version v on v.id = p.version_id join course c on c.id = v.course_id
       join customer o on o.id = c.customer_id where o.slug = $1 and c.slug = $2`,
      [brought.customer, brought.course],
    );
    const picture = /src="(\/k\/annan-kund\/[^"]+)"/.exec(page!.html)?.[1];
    assert.equal((await desk.get(picture!, other.cookie)).status, 200);
    assert.equal((await desk.get(picture!)).status, 404, 'the copy belongs to the other customer');
  });

  it('holds nothing of anyone: no name, no address, no id of the house', async () => {
    const { at, id, file } = await everything();
    const text = Object.values(await unpack(await take(at))).join('\n');
    for (const secret of [desk.author.id, desk.author.email, desk.author.familyName, id, file])
      assert.ok(!text.includes(secret), `${secret} is in the package`);
  });

  it('brings every course of the demo world there and back', async () => {
    for (const course of worldCustomers.flatMap(({ courses }) => courses)) {
      const film = await readFilm(course.slug);
      const intro = film && { files: desk.house.house.files, film };
      const to = { customerId: desk.customer.id, language: 'sv' as const, at: desk.house.clock.now(), listed: false, intro };
      await inHouse(desk.house, async (tx) => {
        const { courseId } = await publishCourse(tx, to, course);
        await tx
          .insertInto('course_administrator')
          .values({ customer_id: to.customerId, course_id: courseId, account_id: desk.author.id })
          .execute();
      });
      const zip = await take({ customer: desk.customer.slug, course: course.slug });
      const again = await take(await there(await bring(zip)), other.cookie);
      const [before, after] = [await unpack(zip), await unpack(again)];
      for (const [path, content] of Object.entries(before)) assert.equal(String(after[path]), String(content), `${course.slug}: ${path}`);
      assert.ok(zip.equals(again), course.slug);
    }
  });

  it('leaves the stream of a long film behind, and has it made again where the course comes', async () => {
    const { at, id } = await desk.create('Med lång film');
    const [film, place] = [randomUUID(), [desk.customer.id, id]];
    const add = (values: unknown[], columns: string) =>
      desk.rows(
        `insert into file (customer_id, course_id, id, ${columns}) values (${[...place, ...values].map((_, n) => `$${n + 1}`).join()})`,
        [...place, ...values],
      );
    const content = Buffer.from((await readFilm('ma-bra-pa-jobbet'))!.film);
    const [digest, stream] = [sha256(content), randomUUID()];
    await add([film, 'film.mp4', 'video/mp4', content.length, digest, 'film', 700], 'name, type, bytes, sha256, kind, seconds');
    await add([stream, 'film.m3u8', 'x', content.length, digest, 'stream', film], 'name, type, bytes, sha256, kind, of_file_id');
    for (const file of [film, stream]) await desk.house.house.files.write(`${desk.customer.id}/${file}`, content);
    const zip = await take(at);
    const contents = await unpack(zip);
    assert.deepEqual(
      Object.keys(contents).filter((path) => path.startsWith('media/')),
      ['media/000001.mp4'],
    );
    assert.doesNotMatch(String(contents['course.json']), /m3u8|stream/);
    await there(await bring(zip));
    const made = await desk.rows<{ id: string }>(`select id from file where kind = 'film' and seconds = 700 and id <> $1`, [film]);
    assert.equal(made.length, 1);
    const jobs = await desk.rows(`select 1 from graphile_worker.jobs where task_identifier = 'prepare-film' and key = $1`, [
      `film ${made[0]!.id}`,
    ]);
    assert.equal(jobs.length, 1);
  });

  it('is brought in once, however often it is sent', async () => {
    const { at } = await everything();
    const zip = await take(at);
    const id = randomUUID();
    const [first, second] = await Promise.all([bring(zip, id), bring(zip, id)]);
    assert.deepEqual(await there(first), await there(second));
    assert.deepEqual(await there(await bring(zip, id)), await there(first));
    const rows = await desk.rows<{ count: number }>(
      'select count(*)::int as count from question q join course_version v on v.id = q.version_id where v.course_id = $1',
      [id],
    );
    assert.equal(rows[0]!.count, 3);
  });

  it('is for those who look after the course, and is brought in by those who may write courses', async () => {
    const { at } = await everything();
    for (const cookie of [other.cookie, desk.cookies.student, desk.cookies.teacher]) {
      assert.equal((await desk.get(href('exportCourse', at), cookie)).status, 404);
      assert.equal((await send(href('saveImportedCourse', { customer: at.customer }), { id: randomUUID() }, cookie)).status, 404);
    }
  });

  it('says in a sentence why it is refused', async () => {
    const whole = await unpack(await take((await everything()).at));
    const manifest = JSON.parse(String(whole['manifest.json']));
    const changed = (change: object) => pack({ ...whole, 'manifest.json': JSON.stringify({ ...manifest, ...change }) });
    assert.match(await problem('inte en zip'), /ingen hel ZIP-fil/);
    assert.match(await problem(await pack({ 'a.txt': 'a' })), /inget kurspaket/);
    assert.match(await problem(await changed({ format: 'annat' })), /inget kurspaket/);
    assert.match(await problem(await changed({ version: formatVersion + 1 })), /version 2 av formatet/);
    assert.match(await problem(await pack({ ...whole, 'course.json': '{}' })), /course\.json har ändrats/);
    assert.match(await problem(await pack({ ...whole, 'mer.txt': 'x' })), /mer\.txt står inte/);
    const { 'questions.json': _, ...without } = whole;
    assert.match(await problem(await pack(without)), /questions\.json saknas/);
    assert.match(await problem(await pack(resealed({ ...whole, 'course.json': '{}' }))), /går inte att läsa: course\.json/);
    const course = JSON.parse(String(whole['course.json']));
    const media = course.media.map((one: { name: string }) => ({ ...one, path: 'course.json' }));
    assert.match(
      await problem(await pack(resealed({ ...whole, 'course.json': JSON.stringify({ ...course, media }) }))),
      /är inte det som paketet säger|har ändrats/,
    );
    const stranger = resealed({ ...whole, 'course.json': JSON.stringify({ ...course, author: 'Ada' }) });
    assert.match(await problem(await pack(stranger)), /går inte att läsa/);
    assert.equal((await bring('')).status, 422);
  });

  it('is not unpacked when it would swell, or has names that lead out', async () => {
    assert.match(await problem(await pack({ 'manifest.json': Buffer.alloc(20_000_000) })), /orimligt stort/);
    const slip = (await pack({ 'aa/aa/x': 'x' })).toString('latin1').replaceAll('aa/aa/x', '../../x');
    assert.match(await problem(Buffer.from(slip, 'latin1')), /pekar utanför/);
    const path = join(folder, 'many.zip');
    await writeFile(path, await pack({ a: '1', b: '2', c: '3' }));
    const refused = withZip(path, { mostFiles: 2, mostBytes: 1e6 }, async () => {});
    await assert.rejects(refused, (error) => error instanceof ZipRefused && error.problem === 'too-many');
  });

  it('renames what a document names and nothing else', () => {
    const id = fc.uuid({ version: 4 });
    const word = fc.string({ minLength: 1, maxLength: 8 });
    const block = fc.oneof(
      fc.tuple(id, word).map(([file, alt]) => ({ type: 'image', attrs: { file, alt } })),
      id.map((question) => ({ type: 'question', attrs: { question } })),
      fc.tuple(word, id).map(([text, file]) => ({ type: 'paragraph', content: [{ type: 'text', text: `${text} ${file}` }] })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (content) => {
        const document = readDocument({ type: 'doc', version: 2, content });
        const [there, back] = [new Map<string, string>(), new Map<string, string>()];
        const away = renameIds(document, (_, one) => {
          const made = there.get(one) ?? randomUUID();
          there.set(one, made);
          back.set(made, one);
          return made;
        });
        assert.deepEqual(
          renameIds(away, (_, one) => back.get(one)!),
          document,
        );
        assert.deepEqual(readDocument(away), away, 'a document is read as it was written');
      }),
    );
  });
});
