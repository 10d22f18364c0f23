import assert from 'node:assert/strict';
import type { Edge, PersonalTable } from '../../../data-map/index.ts';
import { keptErasure } from '../../../src/privacy/kept-erasure.ts';
import { expected } from './expected-kept-erasure.ts';
import { flat } from './flat.ts';
import { catalog, map } from './made-up-map.ts';

const waiting = { ...catalog, foreignKeys: catalog.foreignKeys.map((key) => ({ ...key, waits: key.parent === 'thread' })) };
const withPaper = (edges: [Edge, ...Edge[]]) => ({ ...map, paper: { ...(map['paper'] as PersonalTable), edges } });

export const checks: Record<string, () => void> = {
  'the erasure as one function is this': () => assert.deepEqual(flat(keptErasure(map, waiting)), flat(expected)),
  'without a key that waits, what hangs on a row follows it by itself': () => {
    const { steps } = keptErasure(map, catalog);
    assert.ok(!steps.includes('coalesce((found_new_ids') && !steps.includes('jsonb_object_agg'));
  },
  'what hangs on something that hangs on something is found through it, and where there is none, nothing is asked': () => {
    const key = { table: 'letter_part', columns: ['id'], parent: 'paper', parentColumns: ['id'] };
    const parts = { ...(map['letter_part'] as PersonalTable), edges: [{ edge: 'own', by: 'id', onErasure: 'delete' }] as [Edge] };
    const { steps } = keptErasure({ ...map, letter_part: parts }, { ...waiting, foreignKeys: [...waiting.foreignKeys, key] });
    assert.match(steps, /if cardinality\(found_thread_id\) > 0 then select .* into found_paper_id from \(select t\.id from paper t where /);
    assert.match(steps, /else found_paper_id := '\{\}';\n/);
    assert.ok(steps.indexOf('into found_thread_customer_id') < steps.indexOf('into found_paper_id'));
    assert.ok(!/from paper t where [^;]* for update\) t;/.test(steps), 'what goes needs no hold');
  },
  'what hangs on a row that a law keeps is found through it, and the row is held': () => {
    const letter = map['letter'] as PersonalTable;
    const { steps } = keptErasure({ ...map, letter: { ...letter, edges: [{ ...letter.edges[0], onErasure: 'keep' }] } }, waiting);
    assert.match(steps, /into found_letter_id from \(select t\.id from letter t where t\.address = any\(\$2::text\[\]\) for update\) t;/);
  },
  'a step that would look for rows by an id that they have no longer is refused': () => {
    const stays: Edge = { edge: 'access', by: 'author_id', onErasure: 'take-out' };
    const own: Edge = { edge: 'own', by: 'thread_id', onErasure: 'delete' };
    assert.throws(
      () => keptErasure(withPaper([stays, own]), waiting),
      /paper\.thread_id is found by an id that an earlier step has changed/,
    );
    assert.ok(keptErasure(withPaper([own, stays]), waiting).steps);
    assert.ok(
      keptErasure(
        withPaper([
          { ...stays, when: 't.signed' },
          { ...own, when: 'not t.signed' },
        ]),
        waiting,
      ).steps,
    );
  },
};
