import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { isRight } from '../../tests/chaos/judge.ts';
import { raiseStorm } from '../../tests/chaos/storm.ts';

/** Ten thousand messages, forms and mails while parts are killed; the report says what became of them. */
const seed = Number(process.env['CHAOS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const count = Number(process.env['CHAOS_COUNT'] ?? 10_000);
const students = 20;
const [forms, mails] = [Math.round(count / 10), Math.round(count / 10)];
const messagesEach = Math.round((count - forms - mails) / (students * 2));
console.error(`CHAOS_SEED=${seed}`);
const outcome = await raiseStorm({ seed, students, administrators: 3, messagesEach, forms, mails, calmMs: 2_000 });

const n = (value: number) => value.toLocaleString('en');
const report = [
  '# Killed at random under load',
  '',
  `\`npm run chaos\` with \`CHAOS_SEED=${seed}\` and \`CHAOS_COUNT=${count}\`: ${students} students and 3 administrators who write in ${students} threads, each with an open page on both sides; ` +
    'visitors who fill in the contact form; and a mail server that hands mails in. Two applications and a worker on one PostgreSQL with `fsync` on, and a real SMTP server for what goes out. ' +
    'Each sender tries again, with the same id, until it is told yes; every fifth message is pressed twice.',
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, shared with other work. ${n(Math.round(outcome.seconds))} seconds of load.`,
  '',
  '| Killed with SIGKILL | times |',
  '|---|---|',
  ...Object.entries(outcome.kills).map(([part, times]) => `| ${part} | ${times} |`),
  '',
  `A killed *database* is its first process; a killed *database session* makes PostgreSQL throw out all the others and recover. Requests sent in all: ${n(outcome.tries)}. Pages that lost their line and came back by the last id: ${n(outcome.comebacks)} times.`,
  '',
  '| | accepted | arrived | doubled | lost | out of order |',
  '|---|---|---|---|---|---|',
  ...outcome.verdicts.map(
    ({ what, accepted, arrived, doubled, lost, outOfOrder }) =>
      `| ${what} | ${n(accepted)} | ${n(arrived)} | ${n(doubled)} | ${n(lost)} | ${n(outOfOrder)} |`,
  ),
  '',
  'What exactly once means for mail: each mail has one Message-ID, its row’s, and the mail server has had each at least once. Where a worker is killed, or the line is lost, ' +
    `after the whole mail and before the answer is noted, SMTP lets nobody know, and it is sent again under the same Message-ID: here ${n(outcome.again)} times.`,
  '',
].join('\n');
await writeFile(new URL('report.md', import.meta.url), report);
console.log(report);
if (!outcome.verdicts.every(isRight)) process.exitCode = 1;
