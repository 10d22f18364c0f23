import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type pg from 'pg';
import type { House } from '../../src/platform/house.ts';
import { median, tallyOf, type Server } from '../support/measure.ts';

/** One request of a case; what answers something else than `status` has failed. */
export type Ask = { path: string; cookie?: string; form?: Record<string, string>; status?: number };
export type Side = { server: Server; owner: pg.Client; house: House };
export type Taken = { latencies: number[]; appMicros: number; databaseMicros: number; roundTrips: number };

/** CPU time of the database's own processes for one database, to the nanosecond where the kernel counts it so (Linux). */
async function databaseMicros({ owner }: Side): Promise<number> {
  const { rows } = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and backend_type in ('client backend', 'parallel worker')
      and pid <> pg_backend_pid()`,
  );
  return rows.reduce((sum, { pid }) => sum + nanosOf(pid), 0) / 1000;
}

function nanosOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
  } catch {
    return 0; // it has ended, and was idle for long before
  }
}

/** What a chore of the machinery costs, in the process of the bench. */
export async function takeChore(side: Side, work: (house: House) => Promise<unknown>): Promise<Taken> {
  const [own, cpu, began] = [process.cpuUsage(), await databaseMicros(side), performance.now()];
  await work(side.house);
  const [took, { user, system }] = [performance.now() - began, process.cpuUsage(own)];
  return { latencies: [took], appMicros: user + system, databaseMicros: (await databaseMicros(side)) - cpu, roundTrips: Number.NaN };
}

/** Asks one after the other: what a request costs, and not how many fit beside each other. */
export async function take(side: Side, asks: Ask[]): Promise<Taken> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const latencies: number[] = [];
  const [before, cpu] = [await tallyOf(side.server), await databaseMicros(side)];
  for (const ask of asks) latencies.push(await send(side.server.url, ask, agent));
  const [after, cpuAfter] = [await tallyOf(side.server), await databaseMicros(side)];
  agent.destroy();
  return {
    latencies,
    appMicros: (after.cpuMicros - before.cpuMicros) / asks.length,
    databaseMicros: (cpuAfter - cpu) / asks.length,
    roundTrips: (after.roundTrips - before.roundTrips) / asks.length,
  };
}

function send(url: string, { path, cookie, form, status = 200 }: Ask, agent: Agent): Promise<number> {
  const began = performance.now();
  const headers = {
    'accept-language': 'sv',
    'sec-fetch-site': 'same-origin',
    ...(cookie ? { cookie } : {}),
    ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
  };
  return new Promise((resolve, reject) => {
    request(`${url}${path}`, { method: form ? 'POST' : 'GET', headers, agent }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === status
          ? resolve(performance.now() - began)
          : reject(new Error(`${form ? 'POST' : 'GET'} ${path} answered ${response.statusCode} and not ${status}`)),
      );
    })
      .once('error', reject)
      .end(form && new URLSearchParams(form).toString());
  });
}

export type Figures = { p50: number; p99: number; app: number; database: number; trips: number };

export function figuresOf(rounds: Taken[]): Figures {
  const sorted = rounds.flatMap(({ latencies }) => latencies).toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  const of = (what: 'appMicros' | 'databaseMicros' | 'roundTrips') => median(rounds.map((round) => round[what]));
  return { p50: at(0.5), p99: at(0.99), app: of('appMicros'), database: of('databaseMicros'), trips: of('roundTrips') };
}
