import type { Tx } from '../../platform/database.ts';
import type { Register } from '../../platform/register.ts';
import { asText, digestOf, documentKinds, type DocumentKind } from './document.ts';
import { findOperator } from '../../platform/find-operator.ts';
import { findLatestVersion, insertVersion } from './documents.queries.ts';
import type { DocumentFacts } from './facts.ts';
import { makeInBoth } from './make.ts';

/**
 * The generated texts follow the map, the register and the settings: where one says something new,
 * that is a new version with its own date (N-74).
 */
export async function publishDocuments(tx: Tx, register: Register, at: Date): Promise<DocumentKind[]> {
  const operator = await findOperator(tx);
  if (!operator) return [];
  const changed: DocumentKind[] = [];
  for (const kind of documentKinds) {
    const latest = await findLatestVersion(tx, kind, at);
    const made = textsOf(kind, { operator, register });
    if (latest?.text_hash === made.digest) continue;
    await insertVersion(tx, { kind, version: (latest?.version ?? 0) + 1, ...made, at });
    changed.push(kind);
  }
  return changed;
}

/** A document as it reads now, in both languages, and its digest. */
export function textsOf(kind: DocumentKind, facts: DocumentFacts): { textSv: string; textEn: string; digest: string } {
  const { sv, en } = makeInBoth(kind, facts);
  const [textSv, textEn] = [asText(sv), asText(en)];
  return { textSv, textEn, digest: digestOf(textSv, textEn) };
}
