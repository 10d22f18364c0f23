import { Agent, get, request } from 'node:http';

/** The load, in a process of its own: opens streams, then sends, and measures from the sending to the event on the other side. */
export type Plan = {
  url: string;
  threads: { streams: Line[]; senders: Line[] }[];
  perSecond: number;
  /** Sent before anything is measured: code is compiled and plans are made while they are first used. */
  warmUpSeconds: number;
  seconds: number;
};
export type Line = { path: string; cookie: string };
export type Measured = { sent: number; refused: number; missing: number; latencies: number[] };

const openingAtOnce = 40;
const screens = new Map<string, { sentAt: number; awaited: Set<number> }>();
let latencies: number[] = [];
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

process.once('message', (plan: Plan) => void run(plan));

async function run(plan: Plan): Promise<void> {
  const waiting = plan.threads.flatMap(({ streams }) => streams.map((line, side) => ({ line, side })));
  await Promise.all(
    Array.from({ length: openingAtOnce }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await listen(plan.url, next.line, next.side);
    }),
  );
  await told('open');
  const warmUp = plan.perSecond * plan.warmUpSeconds;
  await told(await sendAll(plan, 0, warmUp));
  process.send?.(await sendAll(plan, warmUp, plan.perSecond * plan.seconds), () => process.exit());
}

/** Tells how far the load is, and waits until it is to go on. */
const told = (what: 'open' | Measured) =>
  new Promise<void>((resolve) => {
    process.once('message', () => resolve());
    process.send?.(what);
  });

async function sendAll({ url, threads, perSecond }: Plan, first: number, total: number): Promise<Measured> {
  screens.clear();
  latencies = [];
  let refused = 0;
  const answers: Promise<void>[] = [];
  const began = performance.now();
  for (let index = first; index < first + total; index += 1) {
    const due = (index - first) * (1_000 / perSecond);
    const { senders } = threads[(index * 7919) % threads.length]!;
    // Each thread is written in by its two sides in turn.
    const side = Math.floor(index / threads.length) % 2;
    while (performance.now() - began < due) await new Promise((resolve) => setTimeout(resolve, 1));
    answers.push(send(url, senders[side]!, `mark-${index}-`, 1 - side).then((ok) => void (refused += ok ? 0 : 1)));
  }
  await Promise.all(answers);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const missing = [...screens.values()].reduce((sum, { awaited }) => sum + awaited.size, 0);
  return { sent: total, refused, missing, latencies };
}

function listen(url: string, { path, cookie }: Line, side: number): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url + path, { headers: { cookie }, agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${path} answered ${response.statusCode}`));
      response.setEncoding('utf8').on('data', (text: string) => {
        for (const [mark] of text.matchAll(/mark-\d+-/g)) arrive(mark, side);
      });
      response.once('data', () => resolve());
      response.once('close', () => console.error('a stream ended'));
    }).once('error', reject);
  });
}

/** The text of a message is in its event once as it is read and once in the form that edits it: the first counts. */
function arrive(mark: string, side: number): void {
  const screen = screens.get(mark);
  if (!screen?.awaited.delete(side)) return;
  latencies.push(performance.now() - screen.sentAt);
}

/** A line that is lost is tried once more with the same id, as a browser does when a kept connection has just been closed. */
function send(url: string, { path, cookie }: Line, body: string, to: number): Promise<boolean> {
  screens.set(body, { sentAt: performance.now(), awaited: new Set([to]) });
  const form = new URLSearchParams({ body, client_id: crypto.randomUUID() }).toString();
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  const once = (lost: () => void, told: (ok: boolean) => void) =>
    request(url + path, { method: 'POST', headers, agent }, (response) => {
      response.resume().once('end', () => told(response.statusCode === 303));
    })
      .once('error', lost)
      .end(form);
  return new Promise((resolve) => once(() => once(() => resolve(false), resolve), resolve));
}
