import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { makeAgreement } from '../../src/customers/index.ts';
import { addDays } from '../../src/platform/clock.ts';
import { assertAccessible, personAt, type Person as Someone, type Way } from '../support/browser.ts';
import { openJourney, type Journey } from '../support/journey.ts';
import { addPerson, inHouse, password, type Person } from '../support/world.ts';

/**
 * A customer's administrator accepts the terms of the agreement, makes a group with a course and a teacher of its own, and releases
 * a seat; the teacher sees who needs help; a student's name is hidden; the customer's own program is told.
 */
const ways: { name: string; way: Way }[] = [
  { name: 'in Swedish, with scripts', way: { javaScript: true } },
  { name: 'in Swedish, without scripts, on a phone', way: { javaScript: false, width: 390 } },
];

for (const { name, way } of ways) {
  describe(`a group and its teacher, ${name}`, () => {
    let journey: Journey;
    let boss: Someone;
    let teacher: Someone;
    let pupil: Someone;
    const people = {} as Record<'boss' | 'teacher' | 'pupil' | 'other', Person>;
    const customer = '/k/kunskapslyftet';
    const course = `${customer}/kurser/ma-bra-pa-jobbet`;
    const textOf = async (page: Page) => (await page.textContent('main')) ?? '';
    let pictures = 0;

    async function looked(page: Page): Promise<void> {
      await assertAccessible(journey.browser, page);
      const folder = process.env['PICTURES'];
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: `${folder}/${way.width ?? 1280}-${(pictures += 1)}.png`, fullPage: true });
    }

    before(async () => {
      journey = await openJourney();
      for (const who of ['boss', 'teacher', 'pupil', 'other'] as const) people[who] = await addPerson(journey.test, `Grupp${who}`);
      await inHouse(journey.test, async (tx) => {
        const customer_id = journey.customerId;
        const now = journey.test.clock.now();
        const roles = { boss: 'customer_admin', teacher: 'student', pupil: 'student', other: 'student' };
        for (const [who, role] of Object.entries(roles))
          await tx
            .insertInto('membership')
            .values({ customer_id, account_id: people[who as 'boss'].id, role })
            .execute();
        const terms = { language: 'sv', periodMonths: 12, renews: true, noticeMonths: 1, seats: 5, courses: [], lines: [] } as const;
        const made = { ...terms, courses: [], lines: [], id: randomUUID(), clientId: randomUUID(), customerId: customer_id };
        assert.equal(await makeAgreement(tx, { ...made, startsAt: addDays(now, -10) }, now), 'made');
      });
      for (const take of [(one: Someone) => (boss = one), (one: Someone) => (teacher = one), (one: Someone) => (pupil = one)])
        take(await personAt(journey.browser, journey.url, way));
      await signIn(boss.page, people.boss.email);
      await signIn(teacher.page, people.teacher.email);
      await signIn(pupil.page, people.pupil.email);
    });
    after(() => journey.close());

    it('1. the administrator accepts the terms of the agreement', async () => {
      await boss.page.goto(`${customer}/avtal`);
      await looked(boss.page);
      await boss.page.fill('[name=title]', 'rektor');
      await boss.page.check('[name=accept]');
      await boss.page.click('main form.form > button');
      await boss.page.waitForURL(/besked=godkant/);
      await boss.page.goto(`${customer}/personuppgifter`);
      await looked(boss.page);
    });

    it('2. makes a group with a course, and pastes who is in it', async () => {
      await boss.page.goto(`${customer}/grupper`);
      await looked(boss.page);
      await boss.page.fill('main [name=name]', '7B');
      await boss.page.locator('main [name=courses]').first().check();
      await boss.page.click('main form.form > button');
      await boss.page.waitForURL(/besked=skapad/);
      await looked(boss.page);
      await boss.page.click('main a[href$="/lista"]');
      await boss.page.fill('main [name=list]', `${people.pupil.email}\n${people.other.email}`);
      await boss.page.click('main form.form > button');
      await looked(boss.page);
      await boss.page.click('main form button:not([name])');
      await boss.page.waitForURL(/besked=tillagda/);
      assert.match(await textOf(boss.page), /FamilyGrupppupil/);
    });

    it('3. who have the course at once', async () => {
      await pupil.page.goto('/hem');
      assert.match(await textOf(pupil.page), /Må bra på jobbet/);
      assert.equal((await pupil.page.goto(`${course}/sidor/1`))?.status(), 200);
    });

    it('4. makes someone the teacher of the group, who sees those in it', async () => {
      await boss.page.goto(`${customer}/medlemmar/${people.teacher.id}`);
      await boss.page.locator('input[name=groups]').first().check();
      await looked(boss.page);
      await boss.page.click('main form.form > button:has-text("Spara")');
      await boss.page.waitForURL(/besked=sparat/);
      await teacher.page.goto('/mina-roller');
      await teacher.page.click(`main a[href="${course}/studenter"]`);
      const list = await textOf(teacher.page);
      assert.match(list, /FamilyGrupppupil/);
      assert.match(list, /FamilyGruppother/);
      await looked(teacher.page);
    });

    it('5. and who of them needs help', async () => {
      await journey.test.owner.query("update enrolment set created_at = created_at - interval '30 days'");
      await teacher.page.click('main a[href$="/uppfoljning"]');
      assert.match(await textOf(teacher.page), /FamilyGrupppupil/);
      await looked(teacher.page);
      await teacher.page.click('main a[href$="/uppfoljning/sidor"]');
      await looked(teacher.page);
    });

    it('6. a student hides their name, and is a designation to the teacher', async () => {
      await pupil.page.goto(`${customer}/vem-ser-vem`);
      await looked(pupil.page);
      await pupil.page.click('button[name=protect]');
      await pupil.page.waitForURL(/besked=skydd/);
      const [designation] = /Person [A-Z0-9]{4}/.exec(await textOf(pupil.page))!;
      await looked(pupil.page);
      await teacher.page.goto(`${course}/studenter`);
      const list = await textOf(teacher.page);
      assert.ok(list.includes(designation));
      assert.doesNotMatch(list, /Grupppupil/);
      await looked(teacher.page);
    });

    it('7. the administrator releases a seat, which is free at once', async () => {
      await boss.page.goto(`${customer}/platser`);
      await looked(boss.page);
      const row = boss.page.locator('main tbody tr', { hasText: 'FamilyGruppother' });
      await row.locator('summary').click();
      await row.locator('form button').click();
      await boss.page.waitForURL(/platser/);
      await teacher.page.goto(`${course}/uppfoljning`);
      assert.doesNotMatch(await textOf(teacher.page), /FamilyGruppother/);
    });

    it("8. and has the customer's own program told", async () => {
      await boss.page.goto(`${customer}/webhookar`);
      await looked(boss.page);
      await boss.page.fill('[name=address]', 'http://127.0.0.1:9/kursiv');
      await boss.page.locator('input[name=events]').first().check();
      await boss.page.click('main form.form > button');
      assert.match(await textOf(boss.page), /whsec_/);
      await looked(boss.page);
      await boss.page.click('main a[href*="/webhookar/"]');
      await boss.page.click('button[value=test]');
      await boss.page.waitForURL(/besked=prov/);
      assert.match(await textOf(boss.page), /Ett prov/);
      await looked(boss.page);
      for (const one of [boss, teacher, pupil]) assert.deepEqual([...one.problems, ...one.strayRequests], []);
    });
  });
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/logga-in');
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', password);
  await page.press('[name=password]', 'Enter');
  await page.waitForURL((url) => url.pathname !== '/logga-in');
}
