import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Files } from './files.ts';
import type { Live } from './live.ts';
import type { Log } from './log.ts';
import type { MailIn } from './mail/inbound/mail-in.ts';
import type { Register } from './register.ts';
import type { Secrets } from './secrets.ts';

/** A bucket of an S3-compatible store: path-style address with the bucket first, then a prefix if any. */
export type Bucket = { url: string; region: string; keyId: string; secret: string };

/** Where backups, the key that opens them and the keyring of people lie: three places on purpose. */
export type Vault = {
  /** Every backup is written to each of these. */
  backupFolders: string[];
  /** And to this bucket, if one is set. */
  bucket?: Bucket | undefined;
  /** One line a person; apart from the backups, and the only thing that is ever changed. */
  keyringFolder: string;
  /** The age identity of this installation, made on first use. */
  identityFile: string;
  /** Encrypts to this age recipient instead of to the identity file's own. */
  recipient: string | undefined;
};

/** What is asked of files that are uploaded. */
export type MediaRules = {
  largestFilmBytes: number;
  /** The program that prepares films. */
  ffmpeg: string;
  /** host:port of a virus scanner. */
  clamd: string | undefined;
};

/** The real parts a request or a job may reach. Made once by main, never global. */
export type House = {
  database: Database;
  files: Files;
  /** Files of people's own, sealed; apart from what is published. */
  attachments: Files;
  /** Where exports of whole customers lie for a week. */
  exports: Files;
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
  /** How mail comes in; undefined when it cannot. */
  mailIn: MailIn | undefined;
  vault: Vault;
  media: MediaRules;
  /** The places and suppliers that the operator has stated. */
  register: Register;
  /** Where it is read from. */
  registerFile: string;
  /** What the look-log's chains ended in, day by day: a line each, to be copied to where the database's owner cannot write. */
  anchorFile: string;
  /** Shows the development pages. */
  development: boolean;
};
