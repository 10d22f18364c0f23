import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

export type Program = { child: ChildProcess; output: () => string; url: string; exited: Promise<number | null> };

const root = resolve(import.meta.dirname, '../..');

/** Runs `kursiv` as a person would, in a process of its own. */
export function runKursiv(
  args: string[],
  environment: Record<string, string>,
): { child: ChildProcess; output: () => string; exited: Promise<number | null> } {
  const child = spawn(process.execPath, ['bin/kursiv', ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text, exited: new Promise((done) => child.once('exit', (code) => done(code))) };
}

/** Starts the server and waits until it says where it is. */
export async function startKursiv(args: string[], environment: Record<string, string>): Promise<Program> {
  const running = runKursiv(['start', ...args], { PORT: '0', ...environment });
  let over = false;
  void running.exited.then(() => (over = true));
  for (;;) {
    const url = /Kursiv is at (http:\S+)/.exec(running.output())?.[1];
    if (url) return { ...running, url };
    if (over) throw new Error(`kursiv stopped before it was ready:\n${running.output()}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
