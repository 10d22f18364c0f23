import assert from 'node:assert/strict';
import type { PersonalTable } from '../../../data-map/index.ts';
import { exportPlan } from '../../../src/privacy/export-plan.ts';
import { expected } from './expected-export.ts';
import { flat } from './flat.ts';
import { catalog, map } from './made-up-map.ts';

const pageOf = (name: string, from = catalog) => exportPlan(map, from).find(({ table }) => table === name)!.page;

export const checks: Record<string, () => void> = {
  'an extract is this': () =>
    assert.deepEqual(flat(exportPlan(map, catalog).map(({ table, count, page }) => ({ table, count, page }))), expected),
  'each part has its table’s own entry': () => exportPlan(map, catalog).forEach(({ table, entry }) => assert.equal(entry, map[table])),
  'what points at something with a title, a question or a name is told in words, in that order': () => {
    const columns = { ...catalog.columns, course: ['customer_id', 'id', 'name', 'prompt'] };
    assert.match(pageOf('thread', { ...catalog, columns }), /select named\.prompt from course named/);
    assert.match(pageOf('thread', { ...catalog, columns: { ...columns, course: ['id', 'name'] } }), /select named\.name from course named/);
    assert.match(pageOf('thread', { ...catalog, columns: { ...columns, course: ['id'] } }), /'course_id', t\.course_id/);
    assert.match(pageOf('thread', { ...catalog, columns: { ...columns, course: ['id', 'title_sv'] } }), /select named\.title_sv from/);
    assert.match(
      pageOf('thread', { ...catalog, columns: { ...columns, course: ['id', 'title_sv', 'title_en'] } }),
      /select jsonb_build_object\('sv', named\.title_sv, 'en', named\.title_en\) from course named/,
      'a name in two languages is given in both',
    );
    const { course: _, ...without } = columns;
    assert.match(pageOf('thread', { ...catalog, columns: without }), /'course_id', t\.course_id/);
  },
  'what one customer holds is asked of it by each edge: a page of someone else’s rows would end the extract': () => {
    const part = exportPlan(map, catalog).find(({ table }) => table === 'message')!;
    assert.equal(part.pageAtCustomer!.match(/ and t\.customer_id = \$5::uuid and \(\$4::jsonb is null/g)?.length, 2);
    assert.equal(part.pageAtCustomer!.replaceAll(' and t.customer_id = $5::uuid', ''), part.page);
    assert.ok(!('pageAtCustomer' in exportPlan(map, catalog).find(({ table }) => table === 'letter')!));
  },
  'a table without a known key is paged by nothing, and does not fall': () => {
    const page = pageOf('letter', { ...catalog, primaryKeys: {} });
    assert.match(page, /jsonb_build_array\(\) as key/);
    assert.match(page, /where \(t\.address = any\(\$2::text\[\]\)\) limit \$3$/);
  },
  'an edge that is declared not exported opens no row': () => {
    const edges = (map['message'] as PersonalTable).edges.map((edge) => ({ ...edge, notExported: 'made up' })) as PersonalTable['edges'];
    const [part] = exportPlan(
      { message: { ...(map['message'] as PersonalTable), edges: [edges[0], { ...edges[1]!, notExported: '' }] } },
      catalog,
    );
    assert.equal(part!.count, 'select count(*) as rows from message t where (t.author_id = any($1::uuid[]) and (t.signed))');
  },
};
