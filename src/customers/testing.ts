import { openTestHouse } from '../../tests/support/test-house.ts';
import {
  addCourse,
  addCustomer,
  addPerson,
  formPost,
  inHouse,
  setUpOperator,
  signedIn,
  smallCourse,
  type Person,
} from '../../tests/support/world.ts';
import { href } from '../routes.ts';
import { customersMails } from './mails.ts';
import { sharedToken } from './tokens.ts';

/** A customer with two courses and its administrator, and what a test of roles and invitations asks again and again. */
export async function openOffice() {
  const house = await openTestHouse();
  await setUpOperator(house);
  const customer = await addCustomer(house);
  const course = await addCourse(house, customer.id);
  const second = await addCourse(house, customer.id, { ...smallCourse, slug: 'andra-kursen', title: 'Andra kursen' });
  const boss = await addPerson(house, 'Chefen');
  const give = (person: Person, role: string) =>
    inHouse(house, (tx) => tx.insertInto('membership').values({ customer_id: customer.id, account_id: person.id, role }).execute());
  await give(boss, 'customer_admin');
  const cookie = await signedIn(house, boss);
  const get = async (path: string, as?: string) => house.app.request(path, as ? { headers: { cookie: as } } : {});
  const textOf = async (path: string, as?: string) => (await get(path, as)).text();
  /** Fields may come several times: an array of pairs. */
  const post = async (path: string, fields: [string, string][], as?: string) =>
    house.app.request(path, { ...formPost({}, as), body: new URLSearchParams(fields).toString() });
  const rows = async (text: string, values: unknown[] = []) => {
    await house.owner.query("begin; set local app.across_customers = 'seed'; set local app.purpose = 'seed'");
    try {
      return (await house.owner.query(text, values)).rows;
    } finally {
      await house.owner.query('commit');
    }
  };
  const inviteTo = async (fields: [string, string][]): Promise<string> => {
    const usual: [string, string][] = [
      ['role', 'teacher'],
      ['uses', '1'],
      ['days', '14'],
      ['courses', course.courseId],
    ];
    const all = [...usual.filter(([name]) => !fields.some(([given]) => given === name)), ...fields];
    const response = await post(href('saveInvitation', { customer: customer.slug }), all, cookie);
    if (response.status !== 303) throw new Error(`${response.status} ${/error-summary.*?<\/ul>/.exec(await response.text())?.[0]}`);
    return (await rows('select id from invitation order by created_at desc limit 1'))[0].id;
  };
  const linkOf = (id: string) => href('invitation', { token: sharedToken(house.house, id) });
  /** The text of the mail that was posted last to an address, and the path of its link. */
  const mailTo = async (address: string) => {
    const [mail] = await rows('select * from mail where address = $1 order by created_at desc, id desc limit 1', [address]);
    const facts = { house: house.house, language: 'sv' as const, givenName: '', accountId: undefined, operatorName: 'x' };
    const text = mail && (await customersMails.invitation({ ...facts, about: mail.about }));
    return { text, path: text?.paragraphs.find((line: string) => line.startsWith('http'))?.replace('http://localhost', '') ?? '' };
  };
  const revoke = (id: string) => post(href('revokeInvitation', { customer: customer.slug, invitation: id }), [], cookie);
  const rolesOf = async (person: Person) =>
    (await rows('select role from membership where account_id = $1 and customer_id = $2 order by role', [person.id, customer.id])).map(
      ({ role }) => role as string,
    );
  return { house, customer, course, second, boss, cookie, give, get, textOf, post, rows, inviteTo, linkOf, mailTo, revoke, rolesOf };
}
