import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import pg from 'pg';
import { serveHttp } from '../../src/serve-http.ts';
import { tellTally } from '../support/tally.ts';

/** The floor: a bare Hono handler that runs one equivalent SELECT and writes the same bytes. */
tellTally();
const { sql, parameters, settings } = JSON.parse(readFileSync(process.env['BARE_QUERY']!, 'utf8')) as {
  sql: string;
  parameters: unknown[];
  settings: string;
};
const body = readFileSync(process.env['BARE_BODY']!, 'utf8');
const pool = new pg.Pool({ connectionString: process.env['BARE_URL'], max: 10 });
// The scope is set once a connection: the floor pays for nothing but the SELECT itself.
pool.on('connect', (client) => void client.query(settings));
const app = new Hono();
app.get('*', async (context) => {
  const { rows } = await pool.query(sql, parameters);
  if (rows.length !== 1) throw new Error('The equivalent SELECT found no page.');
  return context.html(body);
});
const server = await serveHttp(app, { HOST: '127.0.0.1', PORT: 0 });
process.send?.({ url: server.url });
process.once(
  'SIGTERM',
  () =>
    void server
      .stop()
      .then(() => pool.end())
      .then(() => process.disconnect?.()),
);
