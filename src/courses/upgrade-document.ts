import { blockIds } from './block-ids.ts';
import type { Block, Document } from './document.ts';
import { listOf, type LooseNode } from './loose-node.ts';

type Stored = LooseNode & { version?: unknown };

/** From each version to the next. A step is never changed once documents have been kept by it. */
const steps: Record<number, (document: Stored) => Stored> = {
  // The editor tells blocks apart by their ids, so that every block of a page has one from the second version on.
  1: (document) => ({ ...document, version: 2, content: blockIds(listOf(document.content) as unknown as Block[]) }),
};

export const documentVersion = 2;

/** A document as it was kept, in the form of today. What is published stays as it is in the table: only its reading is new. */
export function upgradeDocument(stored: unknown): Document {
  let document = (typeof stored === 'object' && stored !== null ? stored : {}) as Stored;
  let version = typeof document.version === 'number' ? document.version : 1;
  for (; steps[version]; version++) document = steps[version]!(document);
  return { ...document, type: 'doc', version: documentVersion, content: listOf(document.content) as unknown as Block[] };
}
