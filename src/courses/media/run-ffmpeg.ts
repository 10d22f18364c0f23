import { spawn } from 'node:child_process';

/** Whether the program is installed; asked once for each name. */
export const hasProgram = (program: string): Promise<boolean> => {
  const known = programs.get(program) ?? isRunning(program);
  programs.set(program, known);
  return known;
};
const programs = new Map<string, Promise<boolean>>();

const isRunning = (program: string) =>
  new Promise<boolean>((resolve) => {
    const child = spawn(program, ['-version'], { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });

/** Only files are read, whatever address a film may hold. */
const safely = ['-nostdin', '-hide_banner', '-protocol_whitelist', 'file,pipe'];

type Told = { onProgress?: (percent: number) => void; seconds?: number };

/** Runs the program and waits for it; `code` is null when it cannot be run. How far it has come is told in per cent of `seconds`. */
export function runFfmpeg(
  program: string,
  options: readonly string[],
  { onProgress, seconds = 1 }: Told = {},
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const all = [...safely, ...(onProgress ? ['-progress', 'pipe:1'] : []), ...options];
    const child = spawn(program, all, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(-20_000)));
    child.stdout.on('data', (chunk: Buffer) => {
      for (const line of String(chunk).split('\n')) {
        const [, micros] = /^out_time_us=(\d+)/.exec(line) ?? [];
        if (micros) onProgress?.(Math.min(99, Math.round(Number(micros) / 1e4 / seconds)));
      }
    });
    child.on('error', () => resolve({ code: null, said }));
    child.on('close', (code) => resolve({ code, said }));
  });
}
