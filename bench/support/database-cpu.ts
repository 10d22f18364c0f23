import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

const microsPerTick = 10_000;

/** Gives what the processes of a database server on this machine have used so far, those that have ended included (Linux). */
export async function cpuOfDatabase(url: string): Promise<() => number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const server = statOf(String(rows[0]!.pid))!.parent;
  await client.end();
  return () => {
    const stats = readdirSync('/proc').flatMap((pid) => (/^\d+$/.test(pid) ? (statOf(pid) ?? []) : []));
    const own = stats.find(({ pid }) => pid === server)!;
    const children = stats.filter(({ parent }) => parent === server);
    return (own.ticks + own.ticksOfEnded + children.reduce((sum, { ticks }) => sum + ticks, 0)) * microsPerTick;
  };
}

function statOf(pid: string): { pid: number; parent: number; ticks: number; ticksOfEnded: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in the second field may hold spaces; the third field comes after its closing bracket.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { pid: Number(pid), parent: fields[1]!, ticks: fields[11]! + fields[12]!, ticksOfEnded: fields[13]! + fields[14]! };
  } catch {
    return undefined; // it has ended
  }
}
