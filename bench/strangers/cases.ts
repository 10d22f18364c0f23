import { randomUUID } from 'node:crypto';
import type { House } from '../../src/platform/house.ts';
import { countDead } from '../../src/platform/mail/dead-letters.ts';
import { findLastDrill, sweep } from '../../src/privacy/index.ts';
import { listDue } from '../../src/privacy/retention/list-due.ts';
import { probes } from '../../src/privacy/trust/probes.ts';
import type { Ask } from './measure.ts';
import { cookieOf } from './people.ts';

/** `same`: must cost the same however many others there are. `own`: about a customer that itself has grown tenfold, or a fuller page. */
export type Case = { name: string; kind: 'same' | 'own'; asks: number; ask(turn: number): Ask };
/** What the machinery does by itself, and no request waits for. */
export type Chore = { name: string; kind: 'same' | 'all'; run(house: House): Promise<unknown> };

const place = '/k/kunskapslyftet';
const course = `${place}/kurser/ma-bra-pa-jobbet`;
const grownPlace = '/k/bjorkdalens-kommun';
const grownCourse = `${grownPlace}/kurser/dataskydd-i-vardagen`;

const get = (name: string, path: string, who?: string, kind: Case['kind'] = 'same', asks = 8): Case => ({
  name,
  kind,
  asks,
  ask: () => ({ path, ...(who ? { cookie: cookieOf(who) } : {}) }),
});
const search = (name: string, path: string, who: string, form: Record<string, string>, kind: Case['kind'] = 'same'): Case => ({
  name,
  kind,
  asks: 8,
  ask: () => ({ path, cookie: cookieOf(who), form }),
});

/** What a student and a visitor wait for. */
const forStudents = (students: string[], question: { id: string; value: string }): Case[] => [
  get('catalogue', '/kurser'),
  get('course, in public', course),
  get('home', '/hem', 'student'),
  get('course page', `${course}/sidor/3`, 'student'),
  {
    name: 'answer',
    kind: 'same',
    asks: 8,
    ask: (turn) => ({
      path: `${course}/fragor/${question.id}`,
      cookie: cookieOf(students[turn % students.length]!),
      form: { client_id: randomUUID(), answer: question.value },
      status: 303,
    }),
  },
  {
    name: 'final test handed in',
    kind: 'same',
    asks: 8,
    ask: (turn) => ({
      path: `${course}/slutprov/1`,
      cookie: cookieOf(students[turn % students.length]!),
      form: { confirmed: 'yes' },
      status: 303,
    }),
  },
];

/** What those who look after a course or a customer wait for. */
const forStaff = (at: string, ofCourse: string, admin: string, kind: Case['kind']): Case[] => [
  get('students, first page', `${ofCourse}/studenter`, admin, kind),
  search('students, search', `${ofCourse}/studenter`, admin, { name: 'son' }, kind),
  get('who needs help', `${ofCourse}/uppfoljning`, admin, kind),
  get('students × pages', `${ofCourse}/uppfoljning/sidor`, admin, kind),
  get('statistics', `${ofCourse}/statistik`, admin, kind),
  get('inbox', `${at}/inkorg`, admin, kind),
];

export function casesFor(students: string[], question: { id: string; value: string }): Case[] {
  return [
    get('start', '/'),
    ...forStudents(students, question),
    get('notifications', '/aviseringar', 'student'),
    get('my data', '/mina-uppgifter', 'student'),
    get('what applies to me', '/mina-uppgifter/information', 'student'),
    get('my roles', '/mina-roller', 'admin'),
    ...forStaff(place, course, 'admin', 'same'),
    get('people of the customer', `${place}/medlemmar`, 'customerAdmin'),
    search('people of the customer, search', `${place}/medlemmar`, 'customerAdmin', { text: 'son' }),
    get('groups', `${place}/grupper`, 'customerAdmin'),
    get('keys', `${place}/nycklar`, 'customerAdmin'),
    get('marking', `${course}/rattning`, 'admin'),
    get('certificates of a course', `${course}/intyg`, 'admin'),
    ...forStaff(grownPlace, grownCourse, 'adminOfGrown', 'own').map((of) => ({ ...of, name: `${of.name} (own ten times)` })),
    get('desk: cases', '/arenden', 'support', 'same'),
    // Seats are counted for each customer of the page where something has changed; the round that is not counted is the first look.
    get('desk: customers', '/kunder', 'executive', 'own', 2),
    get('desk: operations', '/driften', 'executive', 'same'),
    get('desk: stuck', '/driften/fastnat', 'executive', 'same'),
    get('desk: requests', '/begaranden', 'officer', 'same'),
    get('desk: retention', '/gallring', 'officer'),
    get('trust page', '/fortroende'),
    get('health', '/redo'),
  ];
}

const proofs = (when: 'live' | 'daily') => async (house: House) => {
  for (const probe of probes.filter((one) => one.when === when)) await probe.run(house);
};

/** What the job reads between one whole reading and the next. */
async function hourlyProofs(house: House): Promise<void> {
  const since = new Date(house.clock.now().getTime() - 3_600_000);
  for (const { when, run, runPart } of probes) if (when === 'daily') await (runPart ? runPart(house, since) : run(house));
}

export const chores: Chore[] = [
  { name: 'sweep, nothing due', kind: 'same', run: (house) => sweep(house) },
  { name: 'what is due', kind: 'same', run: listDue },
  {
    name: 'doctor: what gave up, the last drill',
    kind: 'same',
    run: async ({ database }) => [await countDead(database), await findLastDrill(database)],
  },
  { name: 'proofs, live', kind: 'same', run: proofs('live') },
  { name: 'proofs of the job, once a day', kind: 'all', run: proofs('daily') },
  { name: 'proofs of the job, each hour', kind: 'all', run: hourlyProofs },
];
