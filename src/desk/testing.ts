import { openTestHouse, type TestHouse } from '../../tests/support/test-house.ts';
import { addPerson, formPost, inHouse, setUpOperator, signedIn, type Person } from '../../tests/support/world.ts';
import { sendMail } from '../platform/mail/send-mail.ts';
import { folderTransport } from '../platform/mail/transport.ts';
import { href } from '../routes.ts';
import { appoint, deskMails } from './index.ts';
import { listMails } from './site/read-mail.ts';

export type Someone = Person & { cookie: string };
type Fields = Record<string, string>;

/** The operator's desk with its people, and ways to write to it as anyone would. */
export type DeskHouse = {
  house: TestHouse;
  support: Someone;
  dpo: Someone;
  executive: Someone;
  someone(marker: string): Promise<Someone>;
  rows<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  get(path: string, who?: Someone, headers?: Fields): Promise<Response>;
  textOf(path: string, who?: Someone, headers?: Fields): Promise<string>;
  post(path: string, fields: Fields, who?: Someone): Promise<Response>;
  /** Opens a page, waits as long as a person would, and sends its form. */
  fill(path: string, fields: Fields, who?: Someone): Promise<Response>;
  write(fields: Fields): Promise<string>;
  pass(seconds: number): void;
  /** Sends what waits in the outbox. */
  deliver(): Promise<void>;
  /** Everything that was sent to an address, newest first. */
  mailTo(address: string): Promise<string>;
  linkTo(address: string, part: string): Promise<string>;
};

export const contactFields = { to: 'question', email: 'fraga@annan.example', body: 'Hur byter jag lösenord?' };
export const quoteFields = {
  organisation: 'Sjöviks bibliotek',
  name: 'Berit Boman',
  email: 'berit@sjovik.example',
  people_count: '1 200',
  courses: 'Må bra på jobbet',
  body: '',
};

export async function openDesk(): Promise<DeskHouse> {
  const house = await openTestHouse();
  await setUpOperator(house);
  const someone = async (marker: string): Promise<Someone> => {
    const person = await addPerson(house, marker);
    return { ...person, cookie: await signedIn(house, person) };
  };
  const [support, dpo, executive] = [await someone('Support'), await someone('Dpo'), await someone('Executive')];
  await appoint(house.house, support.email, 'support');
  await appoint(house.house, dpo.email.toUpperCase(), 'dpo');
  await appoint(house.house, executive.email, 'executive');

  const rows = async <Row>(sql: string, values: unknown[] = []) => (await house.owner.query(sql, values)).rows as Row[];
  const get: DeskHouse['get'] = async (path, who, headers = {}) =>
    house.app.request(path, { headers: { ...headers, ...(who ? { cookie: who.cookie } : {}) } });
  const textOf: DeskHouse['textOf'] = async (path, who, headers) => (await get(path, who, headers)).text();
  const post: DeskHouse['post'] = async (path, fields, who) => house.app.request(path, formPost(fields, who?.cookie));
  const pass = (seconds: number) => house.clock.moveTo(new Date(house.clock.now().getTime() + seconds * 1000));
  const fill: DeskHouse['fill'] = async (path, fields, who) => {
    const seal = sealIn(await textOf(path, who));
    pass(10);
    return post(path, { seal, website: '', ...fields }, who);
  };
  const mailTo = (address: string) => mailsTo(house.house.outboxFolder, address);
  return {
    house,
    support,
    dpo,
    executive,
    someone,
    rows,
    get,
    textOf,
    post,
    pass,
    fill,
    async write(fields) {
      const response = await fill('organisation' in fields ? href('companyServices') : href('contact'), fields);
      if (response.status !== 303) throw new Error(`The form was answered with ${response.status}.`);
      const [row] = await rows<{ id: string }>('select id from enquiry order by created_at desc, id limit 1');
      return row!.id;
    },
    async deliver() {
      const post = { transport: folderTransport(house.house.outboxFolder), templates: deskMails, from: 'kursiv@kursiv.example' };
      const waiting = await inHouse(house, (tx) =>
        tx.selectFrom('mail').select('id').where('state', '=', 'queued').orderBy('created_at').execute(),
      );
      for (const { id } of waiting) await sendMail(house.house, post, { mailId: id }, { number: 1, last: false });
    },
    mailTo,
    async linkTo(address, part) {
      const link = (await mailTo(address)).split(/\s/).find((word) => word.startsWith('http://localhost') && word.includes(part));
      if (!link) throw new Error(`The mail has no link to ${part}.`);
      return link.slice('http://localhost'.length);
    },
  };
}

export const sealIn = (page: string): string => /name="seal" value="([^"]+)"/.exec(page)?.[1] ?? '';

async function mailsTo(folder: string, address: string): Promise<string> {
  const found = (await listMails(folder)).filter(({ to }) => to.toLowerCase() === address);
  if (found.length === 0) throw new Error(`No mail to ${address}.`);
  return found.map(({ subject, text }) => `${subject}\n\n${text}`).join('\n\n');
}
