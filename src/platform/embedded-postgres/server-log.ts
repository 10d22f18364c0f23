import { closeSync, copyFileSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

const limitBytes = 5_000_000;
const everyMs = 60_000;

export type ServerLog = {
  /** PostgreSQL writes to a file and not to a pipe of ours: it may outlive us. */
  descriptor: number;
  lastLines(): string;
  close(): void;
};

export function openServerLog(folder: string): ServerLog {
  const file = join(folder, 'postgres.log');
  const descriptor = openSync(file, 'a', 0o600);
  rotate(file);
  const timer = setInterval(rotate, everyMs, file).unref();
  return {
    descriptor,
    lastLines: () => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n'),
    close() {
      clearInterval(timer);
      closeSync(descriptor);
    },
  };
}

/** Two files of bounded size. Emptied and not renamed, because the server holds it open (and appends). */
function rotate(file: string): void {
  if (statSync(file).size < limitBytes) return;
  copyFileSync(file, `${file}.1`);
  truncateSync(file);
}
