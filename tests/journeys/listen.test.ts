import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { personAt, type Person as Someone } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { addPerson, enrol, signedIn, type Person } from '../support/world.ts';

const address = '/k/kunskapslyftet/kurser/ma-bra-pa-jobbet/sidor/1';
type Spoken = { text: string; lang: string; voice: string | undefined };
declare const spoken: Spoken[];
declare const finish: () => void;

/**
 * A device's voices, which the tests' browser lacks: what it is asked to say is written down and never heard, so that only the
 * synthesiser itself is left unproven here.
 */
function giveVoices(voices: readonly { lang: string; localService: boolean; name: string }[]): void {
  const said: Spoken[] = [];
  const waiting: EventTarget[] = [];
  class Utterance extends EventTarget {
    lang = '';
    voice: { name: string } | null = null;
    readonly text: string;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  const device = Object.assign(new EventTarget(), {
    paused: false,
    getVoices: () => voices,
    speak(part: Utterance) {
      said.push({ text: part.text, lang: part.lang, voice: part.voice?.name });
      waiting.push(part);
    },
    pause: () => (device.paused = true),
    resume: () => (device.paused = false),
    cancel: () => {},
  });
  const finishAll = () => {
    for (const part of waiting.splice(0)) part.dispatchEvent(new Event('end'));
  };
  for (const [name, value] of Object.entries({
    speechSynthesis: device,
    SpeechSynthesisUtterance: Utterance,
    spoken: said,
    finish: finishAll,
  }))
    Object.defineProperty(globalThis, name, { value, configurable: true });
}

describe('listening to a page', () => {
  let journey: Journey;
  let student: Person;
  before(async () => {
    journey = await openJourney();
    student = await addPerson(journey.test, 'Lyssnaren');
    await enrol(journey.test, student, journey.course);
  });
  after(() => journey.close());

  async function open(voices?: Parameters<typeof giveVoices>[0]): Promise<Someone> {
    const someone = await personAt(journey.browser, journey.url, { javaScript: true });
    const [name, value] = (await signedIn(journey.test, student)).split(/=(.*)/s) as [string, string];
    await someone.context.addCookies([{ name, value, url: journey.url }]);
    if (voices) await someone.context.addInitScript(giveVoices, voices);
    await someone.page.goto(address);
    return someone;
  }
  const button = (page: Page) => page.locator('button[data-listen]');

  it('is not offered by a browser without voices, nor where every voice sends the text away', async () => {
    for (const voices of [
      undefined,
      [{ lang: 'sv-SE', localService: false, name: 'Molnröst' }],
      [{ lang: 'de-DE', localService: true, name: 'Anna' }],
    ]) {
      const { page, context } = await open(voices);
      await page.waitForLoadState('load');
      assert.equal(await button(page).count(), 1);
      assert.equal(await button(page).isVisible(), false, JSON.stringify(voices));
      await context.close();
    }
  });

  it('reads what the page says in its own language, block by block, and neither players nor closed parts', async () => {
    const { page, problems, strayRequests } = await open([
      { lang: 'en-GB', localService: true, name: 'Amelia' },
      { lang: 'sv-SE', localService: false, name: 'Molnröst' },
      { lang: 'sv-SE', localService: true, name: 'Alva' },
    ]);
    await button(page).waitFor({ state: 'visible' });
    assert.equal(await button(page).textContent(), 'Lyssna på sidan');
    await button(page).press('Enter');
    assert.equal(await button(page).textContent(), 'Pausa');
    const heard = await page.evaluate(() => spoken);
    const headings = await page.locator('article.prose h2').allInnerTexts();
    for (const heading of headings)
      assert.ok(
        heard.some(({ text }) => text === heading),
        heading,
      );
    assert.ok(
      heard.every(({ voice, lang }) => voice === 'Alva' && lang === 'sv'),
      'the device’s own voice, in the language of the course',
    );
    const all = heard.map(({ text }) => text).join('\n');
    assert.doesNotMatch(all, /kan inte spela upp|I bild:/);
    assert.equal(new Set(heard.map(({ text }) => text)).size, heard.length, 'nothing is said twice');
    assert.deepEqual([...problems, ...strayRequests], []);
  });

  it('pauses, goes on and ends where the page ends', async () => {
    const { page } = await open([{ lang: 'sv', localService: true, name: 'Alva' }]);
    await button(page).click();
    const parts = await page.evaluate(() => spoken.length);
    await button(page).click();
    assert.equal(await button(page).textContent(), 'Fortsätt lyssna');
    assert.equal(await page.evaluate(() => speechSynthesis.paused), true);
    await button(page).click();
    assert.equal(await button(page).textContent(), 'Pausa');
    assert.equal(await page.evaluate(() => speechSynthesis.paused), false);
    assert.equal(await page.evaluate(() => spoken.length), parts, 'and does not begin anew');
    await page.evaluate(() => finish());
    assert.equal(await button(page).textContent(), 'Lyssna på sidan');
    await button(page).click();
    assert.equal(await page.evaluate(() => spoken.length), 2 * parts, 'from the beginning');
  });
});
