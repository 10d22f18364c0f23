import { median } from '../support/measure.ts';
import type { Figures, Taken } from './measure.ts';
import { figuresOf } from './measure.ts';
import type { World } from './worlds.ts';

export type Measured = { name: string; kind: 'same' | 'own' | 'all'; few: Taken[]; many: Taken[] };

/** What a request may cost more of the two processors together when there are a hundred times as many others. */
export const bar = 1.3;
/** Some hundred microseconds more are no growth: below this a difference is the machine's. */
const slackMicros = 500;

const cpu = (taken: Taken) => taken.appMicros + taken.databaseMicros;
/** Round by round, so that what else the machine did falls on both. */
const ratiosOf = ({ few, many }: Measured) => many.map((taken, turn) => cpu(taken) / cpu(few[turn]!));
const grows = (measured: Measured) => {
  const [few, many] = [median(measured.few.map(cpu)), median(measured.many.map(cpu))];
  return measured.kind === 'same' && Math.min(median(ratiosOf(measured)), many / few) > bar && many - few > slackMicros;
};

/** Those that cost more than they may. */
export const beyond = (all: Measured[]): string[] => all.filter(grows).map(({ name }) => name);

const n = (value: number) => Math.round(value).toLocaleString('en');
const pair = (few: Figures, many: Figures, tell: (of: Figures) => string) => `${tell(few)} / ${tell(many)}`;

function row(measured: Measured): string {
  const [few, many] = [figuresOf(measured.few), figuresOf(measured.many)];
  const ratios = ratiosOf(measured);
  const range = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  return `| ${[
    measured.name,
    Number.isNaN(few.trips) ? '–' : pair(few, many, ({ trips }) => trips.toFixed(trips % 1 === 0 ? 0 : 1)),
    pair(few, many, ({ database }) => n(database)),
    pair(few, many, ({ app }) => n(app)),
    pair(few, many, ({ p50 }) => p50.toFixed(1)),
    pair(few, many, ({ p99 }) => p99.toFixed(1)),
    `**${median(ratios).toFixed(2)}** (${range})${grows(measured) ? ' beyond' : ''}`,
  ].join(' | ')} |`;
}

const table = (those: Measured[]) =>
  [
    '| | round trips | database CPU µs | application CPU µs | p50 ms | p99 ms | CPU, many ÷ few (range) |',
    '|---|---|---|---|---|---|---|',
    ...those.map(row),
  ].join('\n');

const size = ({ students, customers, courses, bytes }: World) =>
  `${n(students)} students at ${n(customers)} customers with ${n(courses)} courses (${n(bytes / 1e6)} MB)`;

/** The whole report is made by the run; nothing in it is written by hand. */
export function reportOf(worlds: [World, World], all: Measured[], conditions: string, rounds: number): string {
  const of = (kind: Measured['kind']) => all.filter((measured) => measured.kind === kind);
  const those = beyond(all);
  return [
    '# What it costs that there are many others',
    '',
    `\`npm run bench:strangers\`: the same people ask for the same things in two worlds on one server, in turn in ${rounds} rounds: ${size(worlds[0])}, and ${size(worlds[1])}. Each cell is few / many.`,
    'Both are the demo world; the larger one is that world copied set by set, with everything in it: other customers with staff, courses, enrolments, answers, attempts, threads, certificates, sign-ins, mails and looks. In the small world customers without students fill up the lists that are of all customers, so that both draw full pages.',
    conditions,
    '',
    '## The same for everyone, however many there are',
    '',
    `The bar is ${bar} for the CPU time of application and database together, in the median of the rounds. ${those.length === 0 ? 'It is met by all in this run.' : `Beyond it in this run: ${those.join(', ')}.`}`,
    '',
    table(of('same')),
    '',
    '## What grows with one’s own',
    '',
    'One customer has itself become ten times as large in the larger world: 4,100 students instead of 410. A list in the order of names is cut to a page after everyone of the course has been looked at, so ten times as many cost up to ten times as much; statistics count all students of the course. The inbox and a page of customers are in here too, though they are read to the page.',
    '',
    table(of('own')),
    '',
    '## What looks at everything',
    '',
    'Proofs that the hourly job works out and no page waits for.',
    '',
    table(of('all')),
    '',
  ].join('\n');
}
