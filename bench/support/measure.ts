import { fork, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';

export type Server = { child: ChildProcess; url: string };
export type Round = { requests: number; cpuMicros: number; p50Ms: number; p99Ms: number; perSecond: number };

/** Starts a server in a process of its own, so that its CPU time is its own. */
export function startServer(module: string, environment: Record<string, string>): Promise<Server> {
  const child = fork(module, {
    env: { ...process.env, ...environment },
    execArgv: [
      '--import',
      './src/platform/jsx-loader.mjs',
      ...(process.env['BENCH_PROFILE'] ? ['--cpu-prof', '--cpu-prof-dir', process.env['BENCH_PROFILE']] : []),
    ],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (message: { url: string }) => resolve({ child, url: message.url }));
    child.once('exit', () => reject(new Error(`${module} stopped before it listened.`)));
  });
}

export function stopServer({ child }: Server): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** Asks a server for its CPU time and its database round trips so far. */
export function tallyOf({ child }: Server): Promise<{ cpuMicros: number; roundTrips: number }> {
  return new Promise((resolve) => {
    child.once('message', (message) => resolve(message as { cpuMicros: number; roundTrips: number }));
    child.send('tally');
  });
}

/** One round of `requests` GETs with so many under way at once. Every answer must be a 200. */
export async function round(
  server: Server,
  path: string,
  headers: Record<string, string>,
  concurrency: number,
  requests: number,
): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const latencies: number[] = [];
  const before = await tallyOf(server);
  const began = performance.now();
  let left = requests;
  const worker = async () => {
    while (left-- > 0) latencies.push(await get(`${server.url}${path}`, headers, agent));
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - began) / 1000;
  const after = await tallyOf(server);
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]!;
  return {
    requests,
    cpuMicros: (after.cpuMicros - before.cpuMicros) / requests,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    perSecond: requests / seconds,
  };
}

function get(url: string, headers: Record<string, string>, agent: Agent): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    request(url, { headers, agent }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200 ? resolve(performance.now() - began) : reject(new Error(`${url} answered ${response.statusCode}`)),
      );
    })
      .once('error', reject)
      .end();
  });
}

export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
