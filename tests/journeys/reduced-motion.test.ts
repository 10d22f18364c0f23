import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { href } from '../../src/routes.ts';
import { personAt } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { addPerson, enrol, password, type Person } from '../support/world.ts';

/** What moves, or would when it is pointed at: by its computed style, as the browser has it, and by what runs this moment. */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const lasts = (durations: string) => durations.split(',').some((duration) => Number.parseFloat(duration) > 0);
    const found = document.getAnimations().map(() => 'something runs');
    for (const element of document.querySelectorAll('*'))
      for (const part of [null, '::before', '::after', '::backdrop']) {
        const style = getComputedStyle(element, part);
        const of = (what: string) => found.push(`${element.tagName.toLowerCase()}${part ?? ''} ${what}`);
        if (style.animationName !== 'none' && lasts(style.animationDuration)) of('animation');
        if (lasts(style.transitionDuration) || lasts(style.transitionDelay)) of('transition');
        if (style.scrollBehavior === 'smooth') of('scroll');
      }
    return found;
  });

/** WCAG 2.3.3: whoever has asked their computer for less motion gets none. */
describe('for someone who has asked for less motion', () => {
  let journey: Journey;
  let student: Person;
  let page: Page;
  const course = () => ({ customer: 'kunskapslyftet', course: journey.course.slug });

  before(async () => {
    journey = await openJourney();
    student = await addPerson(journey.test, 'Stillsam');
    await enrol(journey.test, student, journey.course);
    ({ page } = await personAt(journey.browser, journey.url, { javaScript: true, width: 390 }));
    await page.goto('/logga-in');
    await page.fill('[name=email]', student.email);
    await page.fill('[name=password]', password);
    await page.press('[name=password]', 'Enter');
    await page.waitForURL((url) => url.pathname !== '/logga-in');
  });
  after(() => journey.close());

  it('nothing moves on the home, a course, a page with a film or in what opens over them', async () => {
    const paths = [href('home'), href('course', course()), href('coursePage', { ...course(), position: '1' })];
    let opened = 0;
    for (const path of paths) {
      assert.equal((await page.goto(path))?.status(), 200, path);
      await page.locator('main').waitFor();
      assert.deepEqual(await moving(page), [], path);
      for (const button of await page.locator('button[popovertarget]:not([popovertargetaction=hide])').all()) {
        if (!(await button.isVisible())) continue;
        await button.click();
        opened += await page.locator(':popover-open').count();
        assert.deepEqual(await moving(page), [], `${path}, opened`);
        await page.keyboard.press('Escape');
      }
    }
    assert.ok(opened >= paths.length, 'the menu of each page at least was open');
    assert.ok((await page.locator('video').count()) > 0, 'the last is the page with the film');
  });

  it('nor in a dialog', async () => {
    // The dialog of our own components, in the markup that they draw.
    await page.goto(href('home'));
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.setAttribute('popover', 'auto');
      dialog.textContent = 'Lämna kursen';
      document.querySelector('main')!.append(dialog);
      dialog.showPopover();
    });
    assert.equal(await page.locator('dialog:popover-open').count(), 1);
    assert.deepEqual(await moving(page), []);
  });

  it('and what moves is seen, whichever way it does', async () => {
    await page.goto(href('home'));
    for (const [property, value, what] of [
      ['transition', 'color 10ms', 'transition'],
      ['transition', 'color 0s 1s', 'transition'],
      ['animation', 'arrive 0.18s', 'animation'],
      ['scroll-behavior', 'smooth', 'scroll'],
    ] as const) {
      await page.locator('main').evaluate((main, [name, set]) => main.style.setProperty(name, set), [property, value] as const);
      assert.ok((await moving(page)).includes(`main ${what}`), `${property}: ${value}`);
      await page.locator('main').evaluate((main) => main.removeAttribute('style'));
    }
    assert.deepEqual(await moving(page), []);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const usual = await moving(page);
    assert.ok(usual.includes('a transition'), 'for everyone else the style has motion, and this sees it');
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });
});
