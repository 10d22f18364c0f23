import { sha256 } from '../platform/secrets.ts';
import type { Block } from './document.ts';

/**
 * Gives each block of a page that has no id one. It is made from what the block says, so that the
 * same text always makes the same document; once given it stays, whatever is written in the block.
 */
export function blockIds(blocks: Block[]): Block[] {
  const taken = new Set(blocks.flatMap((block) => block.attrs?.id ?? []));
  return blocks.map((block) => (block.attrs?.id ? block : withId(block, taken)));
}

function withId(block: Block, taken: Set<string>): Block {
  const text = JSON.stringify(block);
  let id = '';
  for (let turn = 0; id === '' || taken.has(id); turn++) {
    id = `b${sha256(`${turn}\n${text}`).toString('hex').slice(0, 8)}`;
  }
  taken.add(id);
  return { ...block, attrs: { id, ...block.attrs } } as Block;
}
