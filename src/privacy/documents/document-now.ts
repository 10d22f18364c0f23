import { NotFound, scopeOf, type Operator, type Visit } from '../../platform/visit.ts';
import { formatDate } from '../../ui/format.ts';
import type { DocumentKind } from './document.ts';
import { findLatestVersion } from './documents.queries.ts';
import type { DocumentFacts } from './facts.ts';
import { pageWords } from './page-words.ts';
import { textsOf } from './publish.ts';

function operatorOf({ operator }: Visit): Operator {
  if (!operator) throw new NotFound();
  return operator;
}

export const factsOf = (visit: Visit): DocumentFacts => ({ operator: operatorOf(visit), register: visit.house.register });

/** Made as it stands now, so that it is never older than what is done; a date is claimed only for what was published. */
export async function overOf(visit: Visit, kind: DocumentKind): Promise<string> {
  const { house, locale } = visit;
  const latest = await house.database.transaction(scopeOf(visit, 'inform'), (tx) => findLatestVersion(tx, kind, house.clock.now()));
  const text = pageWords[locale];
  return latest?.text_hash === textsOf(kind, factsOf(visit)).digest
    ? text.over(String(latest.version), formatDate(latest.in_force_at, locale))
    : text.notPublished;
}
