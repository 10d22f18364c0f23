import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { addCustomer, addPerson, enrol, signedIn } from '../../tests/support/world.ts';
import { href } from '../routes.ts';
import { membersPerPage } from './members.queries.ts';
import { openOffice } from './testing.ts';

const office = await openOffice();
const { house, customer, course, second, boss, cookie, get, textOf, post, rows, rolesOf } = office;
after(() => house.close());
const list = href('members', { customer: customer.slug });
const pageOf = (person: { id: string }) => href('member', { customer: customer.slug, member: person.id });

test('the list has the people of this customer and no others, with their roles, and records the look (N-60)', async () => {
  const student = await addPerson(house, 'Elev');
  await enrol(house, student, course);
  await addPerson(house, 'Utanfor');
  await rows('delete from access_log');
  const page = await textOf(list, cookie);
  for (const shown of ['GivenElev FamilyElev', student.email, 'Student', 'Kundadministratör']) assert.ok(page.includes(shown), shown);
  assert.doesNotMatch(page, /Utanfor/);
  const [look] = await rows(
    'select l.fields, l.purpose from access_log l join access_log_subject s on s.log_id = l.id where s.account_id = $1',
    [student.id],
  );
  assert.deepEqual(look, {
    fields: ['account.given_name', 'account.family_name', 'account.email', 'membership.role'],
    purpose: 'administer-customer',
  });
});

test('names stand in Swedish order, and a search finds a part of a name or an address by POST', async () => {
  for (const family of ['Ölund', 'Zorn', 'Älvdal', 'Ångman', 'Adler']) {
    const person = await addPerson(house, `O${family.codePointAt(0)}`);
    await house.owner.query('update account set given_name = $2, family_name = $3 where id = $1', [person.id, 'Ordning', family]);
    await enrol(house, person, course);
  }
  const found = await (await post(list, [['text', 'ordning']], cookie)).text();
  assert.deepEqual(
    [...found.matchAll(/Ordning (\p{L}+)</gu)].map(([, family]) => family),
    ['Adler', 'Zorn', 'Ångman', 'Älvdal', 'Ölund'],
  );
  assert.match(await (await post(list, [['text', 'ELEV@person']], cookie)).text(), /GivenElev/);
  assert.match(await (await post(list, [['text', 'finns inte']], cookie)).text(), /Ingen medlem stämmer/);
  assert.equal((await post(list, [['text', 'x'.repeat(101)]], cookie)).status, 422);
});

test('the list stands from Ö to A when a heading asks for it, together with a role and across pages', async () => {
  const found = await (
    await post(
      list,
      [
        ['text', 'ordning'],
        ['ordning', 'name-last'],
      ],
      cookie,
    )
  ).text();
  const families = (html: string) => [...html.matchAll(/Ordning (\p{L}+)</gu)].map(([, family]) => family);
  assert.deepEqual(families(found), ['Ölund', 'Älvdal', 'Ångman', 'Zorn', 'Adler']);
  const led = await post(
    list,
    [
      ['text', ''],
      ['roll', 'student'],
      ['ordning', 'name-last'],
    ],
    cookie,
  );
  assert.equal(led.headers.get('location'), `${list}?roll=student&ordning=name-last`);
  const page = await textOf(led.headers.get('location')!, cookie);
  assert.match(page, /aria-sort="descending"[^>]*><a href="[^"]*medlemmar\?roll=student">Namn/);
  assert.deepEqual(families(page), families(found));
  assert.doesNotMatch(page, /Kundadministratör<\/td>/);
  const [, ang] = /medlemmar\/([0-9a-f-]{36})">Ordning Ångman/.exec(found)!;
  const rest = await (
    await post(
      list,
      [
        ['text', 'ordning'],
        ['ordning', 'name-last'],
        ['after', ang!],
      ],
      cookie,
    )
  ).text();
  assert.deepEqual(families(rest), ['Zorn', 'Adler']);
});

test('pages follow each other without loss or repeat', async () => {
  for (let index = 0; index < membersPerPage + 5; index += 1) await enrol(house, await addPerson(house, `Sidbyte${index}`), course);
  const seen: string[] = [];
  let next: string | undefined = list;
  while (next) {
    const page: string = await textOf(next, cookie);
    seen.push(...[...page.matchAll(/sidbyte\d+@person\.example/g)].map(([email]) => email));
    next = /href="([^"]*\?efter=[^"]+)"/.exec(page)?.[1];
  }
  assert.equal(seen.length, membersPerPage + 5);
  assert.equal(new Set(seen).size, seen.length);
});

test('roles are given with courses and taken again, at once', async () => {
  const person = await addPerson(house, 'Rollen');
  await enrol(house, person, course);
  const theirs = await signedIn(house, person);
  const students = href('students', { customer: customer.slug, course: course.slug });
  assert.equal((await get(students, theirs)).status, 404);
  const given = await post(
    pageOf(person),
    [
      ['administers', course.courseId],
      ['teaches', second.courseId],
    ],
    cookie,
  );
  assert.equal(given.status, 303);
  assert.deepEqual(await rolesOf(person), ['course_admin', 'student', 'teacher']);
  assert.equal((await get(students, theirs)).status, 200);
  assert.match(await textOf('/mina-roller', theirs), /Studenter i Liten kurs/);
  await post(pageOf(person), [['teaches', second.courseId]], cookie);
  assert.deepEqual(await rolesOf(person), ['student', 'teacher']);
  assert.equal((await get(students, theirs)).status, 404);
  await post(pageOf(person), [], cookie);
  assert.deepEqual(await rolesOf(person), ['student'], 'what a student is stays');
});

test('a course of another customer, or anything made up, is not given', async () => {
  const person = await addPerson(house, 'Pahittad');
  await enrol(house, person, course);
  assert.equal((await post(pageOf(person), [['teaches', boss.id]], cookie)).status, 422);
  assert.equal((await post(pageOf(person), [['teaches', 'x']], cookie)).status, 422);
  assert.deepEqual(await rolesOf(person), ['student']);
  const stranger = await addPerson(house, 'Ejmedlem');
  assert.equal((await get(pageOf(stranger), cookie)).status, 404);
  assert.equal((await post(pageOf(stranger), [['customerAdmin', 'yes']], cookie)).status, 404);
});

test('the last customer administrator cannot be removed, not even by two who leave at the same instant', async () => {
  const alone = await post(pageOf(boss), [], cookie);
  assert.equal(alone.status, 422);
  assert.match(await alone.text(), /Kunden måste ha minst en kundadministratör/);
  const leaving = await post(
    '/mina-roller',
    [
      ['customer', customer.id],
      ['role', 'customer_admin'],
    ],
    cookie,
  );
  assert.equal(leaving.headers.get('location'), '/mina-roller?besked=sista');
  const other = await addPerson(house, 'Andrachefen');
  await office.give(other, 'customer_admin');
  const theirs = await signedIn(house, other);
  const leave = (as: string) =>
    post(
      '/mina-roller',
      [
        ['customer', customer.id],
        ['role', 'customer_admin'],
      ],
      as,
    );
  await Promise.all([leave(cookie), leave(theirs)]);
  const left = await rows("select account_id from membership where customer_id = $1 and role = 'customer_admin'", [customer.id]);
  assert.equal(left.length, 1);
  if (left[0].account_id !== boss.id) {
    await office.give(boss, 'customer_admin');
    await rows("delete from membership where account_id = $1 and role = 'customer_admin'", [other.id]);
  }
});

test('nobody but the administrators of this customer comes in', async () => {
  const elsewhere = await addCustomer(house, 'grannkund');
  const people = {
    student: await addPerson(house, 'Bara'),
    'teacher here': await addPerson(house, 'Larare'),
    boss: await addPerson(house, 'Annanchef'),
  };
  await enrol(house, people.student, course);
  await office.give(people['teacher here'], 'teacher');
  await rows('insert into membership (customer_id, account_id, role) values ($1, $2, $3)', [
    elsewhere.id,
    people.boss.id,
    'customer_admin',
  ]);
  for (const [who, person] of Object.entries(people)) {
    const theirs = await signedIn(house, person);
    for (const path of [
      list,
      pageOf(boss),
      href('invitations', { customer: customer.slug }),
      href('newInvitation', { customer: customer.slug }),
    ])
      assert.equal((await get(path, theirs)).status, 404, `${who} ${path}`);
    assert.equal((await post(pageOf(person), [['customerAdmin', 'yes']], theirs)).status, 404);
    assert.equal((await post(list, [['text', 'a']], theirs)).status, 404);
    assert.equal((await post(href('saveInvitation', { customer: customer.slug }), [['role', 'teacher']], theirs)).status, 404);
  }
});
