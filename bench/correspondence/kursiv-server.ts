import { createApp } from '../../src/app.tsx';
import { openHouse } from '../../src/open-house.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { readSettings } from '../../src/platform/settings.ts';
import { serveHttp } from '../../src/serve-http.ts';
import { tellUse } from '../support/use.ts';

/** Kursiv as it is, on the bench's database. */
tellUse();
const settings = readSettings(process.env);
const open = await openHouse({ settings, clock: systemClock });
const server = await serveHttp(createApp(open.house), settings);
process.send?.({ url: server.url });
process.once('SIGTERM', () => {
  open.beginClosing();
  void server
    .stop()
    .then(() => open.close())
    .then(() => process.disconnect?.());
});
