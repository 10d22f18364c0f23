import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { tellUse } from '../support/use.ts';

/**
 * The floor: a POST becomes a NOTIFY and nothing else, and whoever listens on the thread gets an event. No session, no permission, no
 * row, no page. The address is `/<thread>/<side>`.
 */
tellUse();
const channel = 'bare_floor';
const pool = new pg.Pool({ connectionString: process.env['BARE_URL'], max: 10 });
const listener = new pg.Client({ connectionString: process.env['BARE_URL'] });
const threads = new Map<string, Set<ServerResponse>>();
let sequence = 0;
await listener.connect();
await listener.query(`listen ${channel}`);
listener.on('notification', ({ payload = '' }) => {
  const [thread, html] = JSON.parse(payload) as [string, string];
  const event = `event: message\nid: ${(sequence += 1)}-0\ndata: ${JSON.stringify({ html })}\n\n`;
  threads.get(thread)?.forEach((response) => response.write(event));
});
setInterval(() => threads.forEach((set) => set.forEach((response) => response.write(': still here\n\n'))), 15_000).unref();

const server = createServer((request, response) => {
  const thread = request.url!.split('/')[1]!;
  if (request.method === 'GET') {
    const set = threads.get(thread) ?? new Set();
    threads.set(thread, set.add(response));
    response.once('close', () => set.delete(response));
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 2000\n\n');
    return;
  }
  let body = '';
  request.setEncoding('utf8').on('data', (part: string) => (body += part));
  request.on('end', () => {
    const said = new URLSearchParams(body).get('body') ?? '';
    pool.query('select pg_notify($1, $2)', [channel, JSON.stringify([thread, said])]).then(
      () => response.writeHead(303, { location: '/' }).end(),
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
process.once('SIGTERM', () => process.exit());
