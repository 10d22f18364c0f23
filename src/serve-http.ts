import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Settings } from './platform/settings.ts';

const graceMs = 5_000;
/**
 * How much the heap may grow before all of it is looked through for garbage. With ten thousand open lines that look takes half a second
 * of both processors, and by itself V8 takes it every seven seconds: nearly all waiting above a tenth of a second was that (decision 706).
 */
const heapGrowthPercent = 150;

/** Listens, and stops by finishing what is under way; streams end with the house. */
export async function serveHttp(app: Hono, settings: Pick<Settings, 'HOST' | 'PORT'>): Promise<{ url: string; stop(): Promise<void> }> {
  setFlagsFromString(`--heap-growing-percent=${heapGrowthPercent}`);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${settings.PORT} is taken. Set PORT to another one.`) : error),
    );
    server.listen(settings.PORT, settings.HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${settings.HOST === '127.0.0.1' ? 'localhost' : settings.HOST}:${port}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(force);
    },
  };
}
