import { openTestHouse } from '../../tests/support/test-house.ts';
import { addCourse, addCustomer, addPerson, formPost, inHouse, makeStaff, setUpOperator } from '../../tests/support/world.ts';
import { addDays } from '../platform/clock.ts';
import { keysMails, makeKeys, type NewKeys } from './index.ts';

/** A house with one course, its administrator, and what a test of keys asks again and again. */
export async function openKeyHouse() {
  const house = await openTestHouse();
  await setUpOperator(house);
  const course = await addCourse(house, (await addCustomer(house)).id);
  const admin = await addPerson(house, 'Maja');
  await makeStaff(house, admin, course.customerId, course.courseId);
  const { customerId, courseId } = course;
  const get = async (path: string, cookie?: string) => house.app.request(path, cookie ? { headers: { cookie } } : {});
  const post = async (path: string, fields: Record<string, string>, cookie?: string) => house.app.request(path, formPost(fields, cookie));
  const make = (extra: Partial<NewKeys> = {}) =>
    inHouse(house, (tx) =>
      makeKeys(tx, house.house, {
        customerId,
        courseId,
        label: 'Test',
        count: 1,
        expiresAt: addDays(house.clock.now(), 30),
        ...extra,
      }),
    );
  const one = async (extra: Partial<NewKeys> = {}) => (await make(extra))[0]!;
  const select = async (text: string, values: unknown[] = []) => {
    await house.owner.query("begin; set local app.across_customers = 'seed'");
    try {
      return (await house.owner.query(text, values)).rows;
    } finally {
      await house.owner.query('commit');
    }
  };
  const keyRow = async (key: string) =>
    (await select('select * from course_key where last_three = $1 order by created_at desc, id desc limit 1', [key.slice(-3)]))[0];
  const tokenFor = async (key: string) => house.house.secrets.token('key', (await keyRow(key)).id);
  /** The path of the link in the mail that was posted last. */
  const linkInMail = async () => {
    const [mail] = await select('select * from mail order by created_at desc, id desc limit 1');
    const text = await keysMails['redeem-key']({
      house: house.house,
      language: 'sv',
      givenName: '',
      accountId: undefined,
      about: mail.about,
      operatorName: 'x',
    });
    const link = text?.paragraphs.find((paragraph) => paragraph.startsWith('http'));
    return { address: mail.address as string, text, path: link?.replace('http://localhost', '') ?? '' };
  };
  return { house, course, admin, get, post, make, one, select, keyRow, tokenFor, linkInMail };
}
