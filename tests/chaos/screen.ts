import { get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { Writer } from './town.ts';

/** A page that stays open: it shows each message as it comes, and comes back by the last id when its line is lost. */
export type Screen = { shown: number[]; connections: () => number; close(): void };

const retryMs = 200;

export function openScreen({ stream, cookie }: Pick<Writer, 'stream' | 'cookie'>, urls: string[], chance: Chance): Screen {
  const shown: number[] = [];
  const closed = new AbortController();
  let lastId = '0-0';
  let connections = 0;
  const follow = async () => {
    while (!closed.signal.aborted) {
      await listen(new URL(chance.of(urls) + stream)).catch(() => {});
      await wait(retryMs, undefined, { signal: closed.signal }).catch(() => {});
    }
  };
  async function listen(url: URL): Promise<void> {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = get(
        url,
        { headers: { cookie, 'last-event-id': lastId }, agent: false, signal: closed.signal, timeout: 30_000 },
        resolve,
      );
      request.once('timeout', () => request.destroy());
      request.once('error', reject);
    });
    if (response.statusCode !== 200) return void response.resume();
    connections += 1;
    let text = '';
    for await (const part of response.setEncoding('utf8')) {
      const blocks = (text + String(part)).split('\n\n');
      text = blocks.pop() ?? '';
      blocks.forEach(show);
    }
  }
  // Only a whole event counts, as in a browser.
  function show(block: string): void {
    const id = /^id: (.+)$/m.exec(block)?.[1];
    if (id) lastId = id;
    if (block.startsWith('event: message\n')) shown.push(Number.parseInt(id ?? '', 10));
  }
  void follow();
  return { shown, connections: () => connections, close: () => closed.abort() };
}
