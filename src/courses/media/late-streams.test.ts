import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { enrol } from '../../../tests/support/world.ts';
import { href } from '../../routes.ts';
import { openDesk, type Desk } from '../authoring/testing.ts';
import { filmsAlone, withStreams } from './late-streams.ts';

// A page that was published before its film had a stream (decision 610): what is published stays as it is, and the stream is offered.
describe('a stream that came after the page was published', () => {
  let desk: Desk;
  let at: { customer: string; course: string };
  let courseId: string;
  const address = (id: string) => href('courseFile', { customer: at.customer, file: id });
  const asFile = (id: string) => `<source src="${address(id)}" type="video/mp4">`;
  const asStream = (id: string) => `<source src="${address(id)}" type="application/vnd.apple.mpegurl">`;
  const addFile = async (kind: 'film' | 'stream', more: { seconds?: number; of?: string } = {}) => {
    const id = randomUUID();
    await desk.rows(
      `insert into file (customer_id, id, name, type, bytes, sha256, course_id, of_file_id, kind, seconds)
       values ($1, $2, 'Film', 'video/mp4', 1, '', $3, $4, $5, $6)`,
      [desk.customer.id, id, courseId, more.of ?? null, kind, more.seconds ?? null],
    );
    return id;
  };
  const films: { long: string; late: string; short: string } = { long: '', late: '', short: '' };
  const read = () => desk.text(href('coursePage', { ...at, position: 1 }), desk.cookies.student);

  before(async () => {
    desk = await openDesk();
    ({ at, id: courseId } = await desk.create('Med gammal film'));
    films.long = await addFile('film', { seconds: 900 });
    films.late = await addFile('film', { seconds: 700 });
    films.short = await addFile('film', { seconds: 60 });
    const film = (id: string) => `:::film ${id}\ntitel: Om <is> & "snö"\n\nAllt som sägs.\n:::`;
    await desk.addPage(at, 'Sida', `Text.\n\n${Object.values(films).map(film).join('\n\n')}`);
    await desk.addQuestion(at);
    await desk.post(href('publishDraft', at), { version: await desk.draftOf(courseId) });
    const [page] = await desk.pagesOf(courseId, true);
    await enrol(desk.house, desk.student, { customerId: desk.customer.id, courseId, versionId: page!.version });
  });
  after(() => desk.house.close());

  it('is offered from the next time that the page is read, film by film, and the published page is as it was', async () => {
    const published = () =>
      desk.rows<{ html: string }>(
        'select html from course_page where published and version_id in (select id from course_version where course_id = $1)',
        [courseId],
      );
    const before = await published();
    const first = await read();
    for (const id of Object.values(films)) assert.ok(first.includes(asFile(id)));
    assert.doesNotMatch(first, /mpegurl/);

    const stream = await addFile('stream', { of: films.long });
    const second = await read();
    assert.ok(second.includes(asStream(stream) + asFile(films.long)), 'the stream first, then the film as one file');
    assert.equal(second.match(/mpegurl/g)?.length, 1);

    const later = await addFile('stream', { of: films.late });
    const third = await read();
    assert.ok(third.includes(asStream(stream) + asFile(films.long)));
    assert.ok(third.includes(asStream(later) + asFile(films.late)));
    assert.ok(third.includes(asFile(films.short)));
    assert.equal(third.match(/mpegurl/g)?.length, 2);
    assert.deepEqual(await published(), before);
  });

  it('is offered on the page with the whole course', async () => {
    const whole = await desk.text(href('wholeCourse', at), desk.cookies.student);
    assert.equal(whole.match(/mpegurl/g)?.length, 2);
  });

  it('is put once into a page that is drawn with it already', () => {
    const [film, stream] = [randomUUID(), randomUUID()];
    const page = `<video controls="" aria-label="a &gt; b">${asFile(film)}</video>`;
    assert.deepEqual(filmsAlone(page), [film]);
    const offered = withStreams(page, new Map([[film, stream]]));
    assert.deepEqual(filmsAlone(offered), []);
    assert.equal(withStreams(offered, new Map([[film, stream]])), offered);
  });
});
