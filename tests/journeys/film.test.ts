import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { prepareFilm } from '../../src/courses/index.ts';
import { assertAccessible, personAt, type Person as Someone } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { addPerson, enrol, password, type Person } from '../support/world.ts';

const ffmpegIsHere = spawnSync('ffmpeg', ['-version']).status === 0;
const course = '/k/kunskapslyftet/kurser/ma-bra-pa-jobbet';
const player = 'article.prose video';

/** N-06 and N-09: the film in a browser that truly plays it, and the place in it that waits on another device. */
describe('a film in the browser', () => {
  let journey: Journey;
  let student: Person;
  let here: Someone;
  const secondOf = (page: Page) => page.locator(player).evaluate((video: HTMLVideoElement) => video.currentTime);
  const kept = async () =>
    (await journey.test.owner.query<{ player: number; player_second: number }>('select player, player_second from page_visit')).rows[0];
  const play = async (page: Page) => {
    await page.locator(player).focus();
    await page.keyboard.press('Space');
  };
  const untilPast = (page: Page, second: number) =>
    page.waitForFunction(([at, of]) => (document.querySelector<HTMLVideoElement>(of)?.currentTime ?? 0) > at, [second, player] as const);

  before(async () => {
    journey = await openJourney();
    student = await addPerson(journey.test, 'Filmtittaren');
    await enrol(journey.test, student, journey.course);
    here = await at();
  });
  after(() => journey.close());

  async function at(width = 1280): Promise<Someone> {
    const someone = await personAt(journey.browser, journey.url, { javaScript: true, width });
    await someone.page.goto('/logga-in');
    await someone.page.fill('[name=email]', student.email);
    await someone.page.fill('[name=password]', password);
    await someone.page.press('[name=password]', 'Enter');
    await someone.page.waitForURL((url) => url.pathname !== '/logga-in');
    return someone;
  }

  it('plays by the keyboard, with captions that can be turned on, and nothing of it is fetched before', async () => {
    const { page } = here;
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'media') asked.push(request.url());
    });
    await page.goto(`${course}/sidor/1`);
    await assertAccessible(journey.browser, page);
    assert.deepEqual(asked, []);
    await play(page);
    await untilPast(page, 2);
    const seen = await page.locator(player).evaluate((video: HTMLVideoElement) => {
      video.textTracks[0]!.mode = 'showing';
      return { width: video.videoWidth, seconds: video.duration, tracks: video.textTracks.length };
    });
    assert.deepEqual([seen.width, seen.tracks], [1280, 2]);
    assert.ok(seen.seconds > 60 && asked.length > 0);
    await page.waitForFunction((of) => {
      const { currentTime, textTracks } = document.querySelector<HTMLVideoElement>(of)!;
      const cue = textTracks[0]?.activeCues?.[0] as VTTCue | undefined;
      return currentTime > 2 && cue && cue.text.startsWith('Välkommen till Må bra på jobbet');
    }, player);
  });

  it('keeps the second when it is paused, and goes on there on another device', async () => {
    const { page } = here;
    await untilPast(page, 4);
    const saved = page.waitForResponse((response) => response.request().postData()?.includes('second=') ?? false);
    await page.keyboard.press('Space');
    assert.equal((await saved).status(), 204);
    const left = await kept();
    assert.equal(left?.player, 1);
    assert.equal(left?.player_second, Math.floor(await secondOf(page)));
    assert.ok(left.player_second >= 4);

    const elsewhere = await at(390);
    await elsewhere.page.goto(`${course}/sidor/1`);
    assert.equal(await secondOf(elsewhere.page), 0, 'nothing is fetched for it before it is played');
    await play(elsewhere.page);
    await untilPast(elsewhere.page, left.player_second);
    assert.ok((await secondOf(elsewhere.page)) < left.player_second + 6, 'from the second that was kept and not from the end');
    await elsewhere.context.close();
    assert.deepEqual([...here.strayRequests, ...elsewhere.strayRequests], []);
  });

  it('begins anew once it has been seen to its end', async () => {
    const { page } = here;
    await page.locator(player).evaluate((video: HTMLVideoElement) => void (video.currentTime = video.duration - 1));
    const saved = page.waitForResponse((response) => response.request().postData()?.includes('second=0') ?? false);
    await page.keyboard.press('Space');
    assert.equal((await saved).status(), 204);
    assert.deepEqual(await kept(), { player: 1, player_second: 0 });
  });

  it('a long film plays as a stream, piece by piece, for whoever may see it', { skip: !ffmpegIsHere }, async () => {
    const { rows } = await journey.test.owner.query<{ id: string }>(`select id from file where kind = 'film'`);
    await prepareFilm(journey.test.house, { customer: journey.customerId, file: rows[0]!.id }, 60);
    // Only its students and those who look after it may see it now.
    await journey.test.owner.query('update course set listed_at = null');
    await journey.test.owner.query('update file set public_at = null');
    const { page } = here;
    const answers: { status: number; address: string; range: string | undefined }[] = [];
    page.on('response', (response) => {
      if (!response.url().includes('/filer/')) return;
      answers.push({ status: response.status(), address: response.url(), range: response.headers()['content-range'] });
    });
    await page.goto(course);
    await assertAccessible(journey.browser, page);
    const video = page.locator('.film video');
    await video.focus();
    await page.keyboard.press('Space');
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 1);
    assert.match(await video.evaluate((one: HTMLVideoElement) => one.currentSrc), new RegExp(`${await idOf('film.m3u8')}$`));
    await video.evaluate((one: HTMLVideoElement) => void (one.currentTime = 50));
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 51);
    const pieces = answers.filter(({ range }) => range !== undefined);
    assert.ok(pieces.length >= 2 && pieces.every(({ status }) => status === 206), JSON.stringify(answers));
    await page.keyboard.press('Space');

    const visitor = await personAt(journey.browser, journey.url, { javaScript: true });
    for (const { address } of answers) assert.equal((await visitor.page.request.get(address)).status(), 404);
    await visitor.context.close();
    assert.deepEqual(here.problems, []);
  });

  const idOf = async (name: string) =>
    (await journey.test.owner.query<{ id: string }>('select id from file where name = $1', [name])).rows[0]!.id;
});
