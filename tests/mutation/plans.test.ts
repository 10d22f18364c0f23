import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeMutants } from './judge-mutants.ts';
import type { Checks } from './verdict.ts';
import { mutantsOf } from './mutants.ts';
import { targets } from './targets.ts';

for (const checks of new Set(Object.values(targets))) {
  const loaded = (await import(checks)) as { checks: Checks };
  describe(`plans: ${checks.replace(/.*\/|\.ts$/g, '')}`, () => {
    for (const [name, check] of Object.entries(loaded.checks)) it(name, check);
  });
}

/** The whole run is `npm run mutation`; this shows that it finds what it looks for. */
describe('the mutation run', () => {
  it('changes what runs, and leaves types and imports', () => {
    const source = `import { a } from 'a';\ntype Kind = 'x' | 'y';\nexport const f = (n: 1 | 2): boolean => (n === 1 ? true : a('z'));\n`;
    const changed = mutantsOf('f.ts', source).map(({ start, end, text }) => source.slice(0, start) + text + source.slice(end));
    assert.ok(changed.every((one) => one.startsWith(`import { a } from 'a';\ntype Kind = 'x' | 'y';\nexport const f = (n: 1 | 2)`)));
    for (const expected of ['n !== 1', '=> (true)', "=> (a('z'))", "a('')", '? false :', 'n === 2'])
      assert.ok(changed.join('\n').includes(expected), expected);
    assert.equal(new Set(changed).size, changed.length);
  });

  it('sees a change noticed, and would tell one that is not', async () => {
    const judged = await judgeMutants('src/privacy/retention-plan.ts', './checks/retention-plan.ts', (_, index) => index % 8 === 0);
    assert.ok(judged.length >= 8);
    assert.ok(judged.filter(({ killedBy }) => killedBy).length / judged.length > 0.8);
    const blind = await judgeMutants('src/privacy/retention-plan.ts', './checks/customer-tables.ts', (_, index) => index % 40 === 0);
    assert.ok(
      blind.some(({ killedBy }) => !killedBy),
      'checks of something else do not notice',
    );
  });
});
