import type { Store } from './store.ts';
import { storesOfBackups } from './stores-of-backups.ts';
import { storesOfDatabase } from './stores-of-database.ts';
import { storesOfFiles } from './stores-of-files.ts';
import { storesOfMail } from './stores-of-mail.ts';
import { storesOutside } from './stores-outside.ts';

/** Every place outside the tables where data may lie, and what erasure does there. */
export const stores = {
  ...storesOfMail,
  ...storesOfFiles,
  ...storesOfBackups,
  ...storesOfDatabase,
  ...storesOutside,
} as const satisfies Record<string, Store>;
