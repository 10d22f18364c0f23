import { z } from 'zod';

/** Only a store on this machine is spoken to in the clear. */
const isSafeAddress = (url: string): boolean =>
  new URL(url).protocol === 'https:' || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);

/** Every setting there is: the name in the environment, what it means, and its rule. */
export const settings = {
  PORT: {
    means: 'Port of the web server (0 picks a free one)',
    rule: z.coerce.number('must be a number').int('must be a whole number').min(0).max(65_535).default(3000),
  },
  HOST: { means: 'Address to listen on', rule: z.string().min(1).default('127.0.0.1') },
  PUBLIC_URL: {
    means: 'The address people use, for example https://kurser.example.se',
    rule: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  },
  DATA_FOLDER: { means: 'Folder for the database, files, secrets and local mails', rule: z.string().min(1).default('data') },
  DATABASE_URL: {
    means: 'PostgreSQL 15 or newer to use instead of the embedded one, as its owner',
    rule: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
  },
  DATABASE_RUNTIME_URL: {
    means: 'The same database as the role kursiv_runtime, possibly through a pooler (default: DATABASE_URL with that role)',
    rule: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
  },
  MAIL_URL: {
    means: 'SMTP server, for example smtps://user:password@mail.example.se (none: mails stay in DATA_FOLDER/outbox)',
    rule: z.url({ protocol: /^smtps?$/, error: 'must be an smtp or smtps address' }).optional(),
  },
  MAIL_FROM: { means: "Sender's address", rule: z.email('must be an e-mail address').default('kursiv@kursiv.example') },
  MAIL_IN_ADDRESS: {
    means: 'Address for mail to us, for example svar@kurser.example.se; its server must also take svar+anything@ (none: no mail comes in)',
    rule: z.email('must be an e-mail address').optional(),
  },
  MAIL_IN_IMAP_URL: {
    means: 'Mailbox of that address, for example imaps://user:password@mail.example.se; it is read every minute',
    rule: z.url({ protocol: /^imaps?$/, error: 'must be an imap or imaps address' }).optional(),
  },
  MAIL_IN_SECRET: {
    means: 'Secret, at least 32 characters, with which a mail server signs mail that it posts to /mejl/inkommande instead',
    rule: z.string().min(32, 'must have at least 32 characters').optional(),
  },
  SECRET: {
    means: 'At least 32 characters; keys, tokens and stored secrets are sealed with it (default: made and kept in DATA_FOLDER)',
    rule: z.string().min(32, 'must have at least 32 characters').optional(),
  },
  BACKUP_FOLDERS: {
    means:
      'Folders for backups, comma separated; each backup is written to all of them (default: each folder that a place of the register names, else DATA_FOLDER/backups)',
    rule: z.string().min(1).optional(),
  },
  BACKUP_S3_URL: {
    means: 'Bucket for backups as well, for example https://s3.example.eu/bucket/folder (any S3-compatible store; none: folders only)',
    rule: z
      .url({ protocol: /^https?$/, error: 'must be an https address' })
      .refine(isSafeAddress, 'must be an https address: what is sent over http can be changed on its way')
      .refine((url) => new URL(url).pathname.length > 1, 'must have the name of the bucket in its path, as https://s3.example.eu/bucket')
      .refine((url) => !new URL(url).username && !new URL(url).search, 'must have no user, password or query: keys are set apart')
      .optional(),
  },
  BACKUP_S3_REGION: {
    means: 'Region of that bucket, for example eu-north-1 (stores without regions mostly take us-east-1)',
    rule: z
      .string()
      .regex(/^[a-z0-9-]+$/, 'must be a region such as eu-north-1')
      .default('us-east-1'),
  },
  BACKUP_S3_KEY_ID: { means: 'Access key of that bucket', rule: z.string().min(1).optional() },
  BACKUP_S3_SECRET: { means: 'Secret of that access key', rule: z.string().min(1).optional() },
  BACKUP_RECIPIENT: {
    means: 'age recipient that backups are encrypted to (default: an identity made and kept in DATA_FOLDER/backup-identity)',
    rule: z
      .string()
      .regex(/^age1[0-9a-z]+$/, 'must be an age recipient (age1…)')
      .optional(),
  },
  KEYRING_FOLDER: {
    means: "Folder of the keyring that opens people's rows in backups; never keep it with the backups (default: DATA_FOLDER/keyring)",
    rule: z.string().min(1).optional(),
  },
  REGISTER_FILE: {
    means:
      'JSON list of the places and suppliers that hold data: country, safeguard, agreement (shown openly; default: DATA_FOLDER/register.json)',
    rule: z.string().min(1).optional(),
  },
  BEHIND_PROXY: {
    means: '1 when a reverse proxy of yours is in front: callers are told apart by the last address in X-Forwarded-For',
    rule: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  },
  MEDIA_MAX_MB: {
    means: 'The largest film that may be uploaded, in megabytes',
    rule: z.coerce.number('must be a number').int('must be a whole number').min(1).max(20_000).default(500),
  },
  FFMPEG: {
    means: 'The program that prepares films (default: ffmpeg where it is installed; none: only MP4 is taken, as it is)',
    rule: z.string().min(1).default('ffmpeg'),
  },
  CLAMD: {
    means: 'host:port of a clamd that looks through everything that is uploaded (none: nothing is looked through)',
    rule: z
      .string()
      .regex(/^[\w.-]+:\d{1,5}$/, 'must be host:port')
      .optional(),
  },
  POOL_SIZE: { means: 'Database connections per process', rule: z.coerce.number('must be a number').int().min(2).max(200).default(10) },
  LOG_LEVEL: { means: 'How much is logged', rule: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info') },
  DEVELOPMENT: {
    means: '1 shows the development pages (local mails, the style page); 0 hides them (default: 1 only in the demo world)',
    rule: z.enum(['0', '1'], 'must be 0 or 1').optional(),
  },
} as const;

type Names = keyof typeof settings;
export type Settings = { [Name in Names]: z.infer<(typeof settings)[Name]['rule']> };

export class SettingsError extends Error {}

/** Reads and checks the environment. All faults are told at once, one sentence each. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const faults: string[] = [];
  const read: Record<string, unknown> = {};
  for (const [name, { rule, means }] of Object.entries(settings)) {
    const given = environment[name] === '' ? undefined : environment[name];
    const result = rule.safeParse(given);
    if (result.success) read[name] = result.data;
    else faults.push(`${name} ${result.error.issues.map((issue) => issue.message).join(', ')}. It is: ${means}.`);
  }
  faults.push(...bucketFaults(read));
  if (faults.length > 0) throw new SettingsError(faults.join('\n'));
  return read as Settings;
}

/** The bucket and its keys are set together. */
function bucketFaults({ BACKUP_S3_URL: url, BACKUP_S3_KEY_ID: keyId, BACKUP_S3_SECRET: secret }: Record<string, unknown>): string[] {
  const keys = { BACKUP_S3_KEY_ID: keyId, BACKUP_S3_SECRET: secret };
  return Object.entries(keys).flatMap(([name, value]) => {
    if (url && !value) return [`BACKUP_S3_URL is set, but ${name} is not. Both keys of the bucket are needed.`];
    return value && !url ? [`${name} is set, but BACKUP_S3_URL is not. Say which bucket it opens.`] : [];
  });
}
