import type { Secrets } from '../platform/secrets.ts';

/** What is kept of a key. Without the installation's secret a leaked table opens nothing. */
export const keyHash = (secrets: Secrets, key: string): Buffer => secrets.digest('course key', key);
