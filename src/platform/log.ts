import { pino, type Logger } from 'pino';

export type Log = Logger;

/** What a log line may hold. Anything else is dropped before it is written: no address, name, path
 * with ids, IP or user agent ever reaches a log (N-53, E-04). */
const allowed = new Set([
  'request',
  'route',
  'method',
  'status',
  'ms',
  'task',
  'attempt',
  'count',
  'step',
  'port',
  'code',
  'problem',
  'room',
]);

function onlyAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) if (allowed.has(name)) kept[name] = fields[name];
  return kept;
}

export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = {
    level,
    base: null,
    formatters: { log: onlyAllowed },
  };
  return pino(options, destination ?? standardOutput());
}

/** Lines go out together, at the latest after a second: a write for each would cost a tenth of a page. */
function standardOutput() {
  const output = pino.destination({ dest: 1, sync: false, minLength: 16_000, periodicFlush: 1000 });
  process.once('exit', () => output.flushSync());
  return output;
}

/** An error as it may be logged: its kind and where in our code, never its message (a database
 * error's message can hold a person's data). */
export function problemOf(error: unknown): { problem: string; code?: string } {
  if (!(error instanceof Error)) return { problem: 'unknown' };
  const where = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6);
  const code = (error as { code?: unknown }).code;
  return {
    problem: [error.name, ...where.map((line) => line.trim().replace(/\(?file:\/\/.*?\/(src|db|tests)\//, '($1/'))].join(' < '),
    ...(typeof code === 'string' ? { code } : {}),
  };
}
