import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';

/** A check that sees nothing says green. Here each one is shown a fault and must see it. */
describe('every checker can fail', () => {
  let folder: string;
  const root = resolve(import.meta.dirname, '../..');
  const bin = (name: string) => join(root, 'node_modules/.bin', name);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kursiv-check-'));
    for (const file of ['.oxlintrc.json', '.oxfmtrc.json', 'tsconfig.json', 'knip.json', 'package.json'])
      await cp(join(root, file), join(folder, file));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const plant = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const run = (name: string, ...args: string[]) =>
    new Promise<{ code: number; output: string }>((done) => {
      execFile(bin(name), args, { cwd: folder }, (error, out, err) => done({ code: error ? Number(error.code) : 0, output: out + err }));
    });

  const arrows: [string, string, string][] = [
    ['src/keys/wrong.ts', '../learning/enrolment.ts', 'entered through its index.ts'],
    ['src/keys/pages/wrong.ts', '../../privacy/erase.ts', 'entered through its index.ts'],
    ['src/learning/wrong.ts', '../app.tsx', 'nothing of the wiring'],
    ['src/privacy/wrong.ts', '../keys/index.ts', 'knows no room'],
    ['src/ui/wrong.ts', '../platform/clock.ts', 'ui knows nothing'],
    ['src/platform/wrong.ts', '../privacy/index.ts', 'platform knows no room'],
    ['src/routes.ts', './anything.ts', 'pure data'],
    ['data-map/wrong.ts', '../src/routes.ts', 'stands alone'],
  ];
  for (const [file, target, sentence] of arrows) {
    it(`the arrow rule: ${file} → ${target}`, async () => {
      await plant(file, `import { x } from '${target}';\nexport const y = x;\n`);
      const { code, output } = await run('oxlint', file);
      assert.equal(code, 1);
      assert.match(output, new RegExp(sentence));
      await rm(join(folder, file));
    });
  }

  it('the arrow rule lets a room in by the door', async () => {
    await plant(
      'src/keys/right.ts',
      "import { x } from '../learning/index.ts';\nimport { y } from '../privacy/index.ts';\nimport { z } from '../platform/clock.ts';\nexport const all = [x, y, z];\n",
    );
    assert.equal((await run('oxlint', 'src/keys/right.ts')).code, 0);
  });

  it('lint: a promise nobody waits for', async () => {
    await plant('src/floating.ts', 'const later = async () => 1;\nlater();\n');
    const { code, output } = await run('oxlint', '--type-aware', 'src/floating.ts');
    assert.equal(code, 1);
    assert.match(output, /no-floating-promises/);
    await rm(join(folder, 'src/floating.ts'));
  });

  const tooNew: [string, string][] = [
    ['requestIdleCallback(() => {});', 'Safari has none'],
    ['void crypto.randomUUID();', 'only over TLS'],
    ["document.body.moveBefore(document.createElement('p'), null);", 'Firefox before 144'],
  ];
  for (const [code, sentence] of tooNew) {
    it(`lint: what some browsers lack, ${code}`, async () => {
      await plant('src/enhancements/new.ts', `${code}\n`);
      const { code: exit, output } = await run('oxlint', 'src/enhancements/new.ts');
      assert.equal(exit, 1);
      assert.match(output, new RegExp(sentence));
      await rm(join(folder, 'src/enhancements/new.ts'));
    });
  }

  it('types: words of the language that some browsers lack', async () => {
    await cp(join(root, 'src/enhancements/tsconfig.json'), join(folder, 'src/enhancements/tsconfig.json'), { recursive: true });
    await plant('src/enhancements/old.ts', 'export const known = Map.groupBy([1, 2], (one) => one % 2).get(1);\n');
    assert.equal((await run('tsc', '--noEmit', '-p', 'src/enhancements')).code, 0);
    await plant('src/enhancements/old.ts', 'export const newer = new Map([[1, 2]]).values().map((one) => one + 1);\n');
    const { code, output } = await run('tsc', '--noEmit', '-p', 'src/enhancements');
    assert.notEqual(code, 0);
    assert.match(output, /old\.ts.*\bmap\b/);
    await rm(join(folder, 'src/enhancements'), { recursive: true });
  });

  it('format: a badly set line', async () => {
    await plant('src/ugly.ts', 'export const   a = {b :1}\n');
    assert.notEqual((await run('oxfmt', '--check', 'src/ugly.ts')).code, 0);
    await rm(join(folder, 'src/ugly.ts'));
  });

  it('types: a column that the map does not answer for', async () => {
    await cp(join(root, 'data-map'), join(folder, 'data-map'), { recursive: true });
    await cp(join(root, 'db/types.ts'), join(folder, 'db/types.ts'), { recursive: true });
    await plant('tsconfig.json', JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['data-map'] }));
    assert.equal((await run('tsc', '--noEmit')).code, 0);
    await plant(
      'data-map/extra.ts',
      "import type { RoomMap } from './entry.ts';\nexport const extra = { operator: { noPerson: 'x', columns: {} } } satisfies RoomMap<'operator'>;\n",
    );
    const { code, output } = await run('tsc', '--noEmit');
    assert.notEqual(code, 0);
    assert.match(output, /data-map\/extra\.ts/);
  });

  it('types: a text that is missing in English', async () => {
    await cp(join(root, 'src/ui/locale.ts'), join(folder, 'src/ui/locale.ts'), { recursive: true });
    await plant(
      'src/ui/probe.ts',
      "import type { Words } from './locale.ts';\nconst sv = { a: 'a', b: 'b' };\nexport const en = { a: 'a' } satisfies Words<typeof sv>;\n",
    );
    await plant('tsconfig.json', JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['src/ui'] }));
    const { code, output } = await run('tsc', '--noEmit');
    assert.notEqual(code, 0);
    assert.match(output, /probe\.ts/);
  });

  it('dead code: an export that nobody uses', async () => {
    await plant('knip.json', JSON.stringify({ entry: ['main.ts'], project: ['*.ts'] }));
    await plant('main.ts', "import { used } from './parts.ts';\nprocess.exitCode = used;\n");
    await plant('parts.ts', 'export const used = 0;\nexport const unused = 1;\n');
    const { code, output } = await run('knip', '--include', 'exports');
    assert.equal(code, 1);
    assert.match(output, /unused/);
  });
});
