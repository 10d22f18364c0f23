import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Files } from './files.ts';
import type { Live } from './live.ts';
import type { Log } from './log.ts';
import type { Secrets } from './secrets.ts';

/** The real parts a request or a job may reach. Made once by main, never global. */
export type House = {
  database: Database;
  files: Files;
  live: Live;
  secrets: Secrets;
  clock: Clock;
  log: Log;
  /** The address people use, without a final slash. */
  publicUrl: string;
  /** Whether X-Forwarded-For is our own proxy's word. */
  behindProxy: boolean;
  /** Aborted when the house begins to close: whoever holds a stream open ends it. */
  closing: AbortSignal;
  /** Where mails lie when no mail server is set. */
  outboxFolder: string;
  /** Shows the development pages. */
  development: boolean;
};
