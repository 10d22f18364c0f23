import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';

const hasProc = existsSync('/proc/self/stat');

/**
 * Differs between any two processes that ever bore the same number; undefined when none does.
 * A zombie counts as gone: in a container nobody may ever reap it.
 */
export function birthOf(pid: number): string | undefined {
  if (!hasProc) return birthByPs(pid);
  const stat = readOrUndefined(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name before the last bracket may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${readOrUndefined('/proc/sys/kernel/random/boot_id')?.trim()} ${fields[19]}`;
}

export function commandOf(pid: number): string[] {
  if (!hasProc) return ps(['-o', 'command=', '-p', `${pid}`]).split(' ');
  return readOrUndefined(`/proc/${pid}/cmdline`)?.split('\0') ?? [];
}

/** Undefined where the system does not tell: no /proc, or another's process. */
export function workingFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

export function everyPid(): number[] {
  const names = hasProc ? readdirSync('/proc') : ps(['-A', '-o', 'pid=']).split('\n');
  return names.map(Number).filter((pid) => pid > 0);
}

function birthByPs(pid: number): string | undefined {
  const [state, ...started] = ps(['-o', 'stat=,lstart=', '-p', `${pid}`])
    .trim()
    .split(/\s+/);
  return state && !state.startsWith('Z') ? started.join(' ') : undefined;
}

function ps(args: string[]): string {
  const { stdout, error } = spawnSync('ps', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  if (error) throw new Error(`The program ps is needed to look at running processes: ${error.message}`);
  return stdout;
}

function readOrUndefined(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
