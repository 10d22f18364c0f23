import type { Secrets } from '../platform/secrets.ts';
import { recent } from '../ui/recent.ts';

// A keyed digest costs more than all else that a course page says of a person; it never changes for an id.
const namesKept = 5000;
const namesOf = new WeakMap<Secrets, ReturnType<typeof recent<string>>>();

function namesUnder(secrets: Secrets) {
  const known = namesOf.get(secrets) ?? recent<string>(namesKept);
  namesOf.set(secrets, known);
  return known;
}

/** A name for what waits in the browser, so that only the same person's page sends it. It tells nothing of whose it is. */
export const queueOf = ({ secrets }: { secrets: Secrets }, id: string): string =>
  namesUnder(secrets)(id, () => secrets.digest('waiting answers', id).toString('base64url').slice(0, 16));
