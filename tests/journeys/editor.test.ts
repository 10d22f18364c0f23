import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Transformer } from '@napi-rs/image';
import type { Page } from 'playwright-core';
import { assertAccessible, personAt, type Person as Someone } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { addPerson, enrol, password, signedIn } from '../support/world.ts';

/** N-03: pages are written block by block, by keyboard alone if one likes, and students get none of the editor. */
describe('the block editor', () => {
  let journey: Journey;
  let author: Someone;
  let page: Page;
  const course = '/k/kunskapslyftet/kurser/is-och-sno';
  const text = () => page.locator('.tiptap');
  const tool = (name: string) => page.locator(`[data-tool=${name}]`);
  /** The editor takes the focus back on the next frame: what is typed before that is lost, or goes elsewhere. */
  const press = async (name: string) => {
    await tool(name).click();
    await page.waitForFunction(() => document.activeElement?.classList.contains('tiptap'));
  };
  const saved = () => page.locator('[data-saved]', { hasText: /^Sparat \d+\.\d\d$/ }).waitFor();
  const kept = async (afterReload = false) => {
    await page.waitForTimeout(1_500);
    if (!afterReload) await saved();
    const { rows } = await journey.test.owner.query<{
      document: { version: number; content: { type: string; attrs?: Record<string, unknown> }[] };
    }>(
      `select p.document from course_page p join course_version v on v.id = p.version_id join course c on c.id = v.course_id
       where c.slug = 'is-och-sno' and v.published_at is null order by p.position limit 1`,
    );
    return rows[0]!.document;
  };

  before(async () => {
    journey = await openJourney();
    author = await personAt(journey.browser, journey.url, { javaScript: true });
    page = author.page;
    await page.goto('/logga-in');
    await page.fill('[name=email]', journey.admin.email);
    await page.fill('[name=password]', password);
    await page.click('main form button:not([type=button])');
    await page.waitForURL((url) => !url.pathname.startsWith('/logga-in'));
    await page.goto('/k/kunskapslyftet/kurser-att-skota/ny');
    await page.fill('[name=title]', 'Is och snö');
    await page.fill('[name=tagline]', 'Du känner igen is.');
    await page.fill('[name=description]', 'Om is.');
    await page.selectOption('[name=language]', 'sv');
    await page.click('main form.form > button');
    await page.waitForURL(`**${course}/utkast`);
    await page.fill('[name=title]', 'Isens sorter');
    await page.click('main form.form > button');
    await page.waitForURL(/utkast\/sidor\//);
    await text().waitFor();
  });
  after(() => journey.close());

  it('is written and formed with keys and named buttons, and saves itself', async () => {
    await assertAccessible(journey.browser, page);
    await text().click();
    await page.keyboard.type('## Kärnis');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Kärnis är ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('stark');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('.');
    await page.keyboard.press('Enter');
    await press('bulletList');
    await page.keyboard.type('Blank');
    const { version, content } = await kept();
    assert.equal(version, 2);
    assert.deepEqual(
      content.map(({ type }) => type),
      ['heading', 'paragraph', 'bulletList'],
    );
    assert.match((await page.textContent('[data-preview]')) ?? '', /Kärnis är stark/);
    await assertAccessible(journey.browser, page);
  });

  it('the toolbar is one stop for Tab, and arrows go through it; blocks move by keys too', async () => {
    await page.locator('.editor-tools select').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['tool']), 'strong');
    await page.keyboard.press('End');
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['tool']), 'redo');
    await text().locator('h2').click();
    // The editor learns of a new selection a moment after the browser has it.
    await page.waitForTimeout(200);
    await page.keyboard.press('Alt+ArrowDown');
    assert.equal((await kept()).content[1]?.type, 'heading');
    await tool('up').click();
    const moved = await kept();
    assert.equal(moved.content[0]?.type, 'heading');
    const { id } = moved.content[0].attrs!;
    await text().locator('h2').click();
    // The editor learns of a new selection a moment after the browser has it.
    await page.waitForTimeout(200);
    await page.keyboard.press('End');
    await page.keyboard.type(' och snö');
    assert.equal((await kept()).content[0]?.attrs?.['id'], id, 'a block keeps its id while it is written in');
  });

  it('what is pasted from Word is its words, lists and headings, and asks nothing of other hosts', async () => {
    await text().locator('li').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await text().evaluate((element) => {
      const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
        <!--StartFragment--><h1 style="color:red">Från Word</h1><p class=MsoNormal style="mso-x:1"><b style="font-size:20pt">Fet</b> text<o:p></o:p>
        <img src="https://spion.example/x.png"></p>
        <p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><![if !supportLists]><span>·<span>&nbsp;&nbsp; </span></span><![endif]>Första</p>
        <p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span>·<span>&nbsp;&nbsp; </span></span>Andra</p>
        <script>alert(1)</script><!--EndFragment--></body></html>`;
      const data = new DataTransfer();
      data.setData('text/html', word);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    const said = JSON.stringify((await kept()).content);
    assert.match(said, /"level":2[^\]]*Från Word/);
    assert.match(said, /"bulletList".*Första.*Andra/);
    assert.match(said, /"type":"strong"/);
    assert.doesNotMatch(said, /color|mso|spion|alert|·/);
    assert.deepEqual(author.strayRequests, []);
  });

  it('a picture is chosen from the computer and described; a box, a table and a writing box are put in', async () => {
    await text().locator('p').last().click();
    await tool('image').click();
    const png = await Transformer.fromRgbaPixels(new Uint8Array(700 * 300 * 4).fill(120), 700, 300).png();
    await page.setInputFiles('#editor-upload', { name: 'is.png', mimeType: 'image/png', buffer: png });
    const field = page.getByLabel('Beskrivning för den som inte ser bilden');
    await field.fill('Blank is');
    await page.locator('[data-preview] img[alt="Blank is"]').waitFor();
    await text().locator('h2').first().click();
    await page.keyboard.press('End');
    await press('callout');
    await page.keyboard.type('Ta med isdubbar.');
    await page.getByLabel('Sort').selectOption('warning');
    await page.locator('[data-preview] .notice.warning').waitFor();
    await text().locator('p').last().click();
    await press('table');
    await text().locator('td').first().click();
    await page.keyboard.type('Is');
    await press('addRow');
    assert.equal(await text().locator('tr').count(), 4);
    await text().locator('p').last().click();
    await press('reflection');
    await page.getByLabel('Vad ska studenten skriva om?').fill('Var åker du?');
    await page.locator('[data-preview] .reflection').waitFor();
    const types = (await kept()).content.map(({ type }) => type);
    for (const type of ['image', 'callout', 'table', 'reflection']) assert.ok(types.includes(type), `${type} in ${types.join()}`);
    await assertAccessible(journey.browser, page);
    const before_ = await kept();
    await page.reload();
    await text().waitFor();
    assert.deepEqual((await kept(true)).content, before_.content, 'opened again it is the same');
    await page.click('a[href$="?skriv=markdown"]');
    assert.match(await page.inputValue('[name=text]'), /^## Kärnis och snö\n[^]*:::bild [0-9a-f-]{36}\nalt: Blank is\n:::/);
  });

  it('a student’s page carries nothing of the editor', async () => {
    const student = await addPerson(journey.test, 'Studenten');
    await enrol(journey.test, student, journey.course);
    const cookie = await signedIn(journey.test, student);
    const answer = await journey.test.app.request(`/k/kunskapslyftet/kurser/${journey.course.slug}/sidor/1`, { headers: { cookie } });
    const html = await answer.text();
    const scripts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, address]) => address!);
    assert.ok(scripts.length > 0);
    const seen = new Set<string>();
    for (const address of scripts) {
      if (seen.has(address)) continue;
      seen.add(address);
      const code = await (await journey.test.app.request(address)).text();
      assert.doesNotMatch(code, /prosemirror|tiptap/i, address);
      scripts.push(...[...code.matchAll(/["'](\/assets\/[^"']+\.js)["']/g)].map(([, other]) => other!));
    }
    assert.ok(![...seen].some((address) => address.includes('editor')));
    assert.doesNotMatch(html, /editor/i);
  });

  it('nothing of it is refused by the content security policy, and nothing was asked of another host', () => {
    assert.deepEqual(author.problems, []);
    assert.deepEqual(author.strayRequests, []);
  });
});
