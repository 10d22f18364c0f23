import type { Secrets } from '../platform/secrets.ts';

/** A name for what waits in the browser, so that only the same person's page sends it. It tells nothing of whose it is. */
export const queueOf = ({ secrets }: { secrets: Secrets }, id: string): string =>
  secrets.digest('waiting answers', id).toString('base64url').slice(0, 16);
