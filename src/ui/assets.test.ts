import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { assetHref, assets, buildAssets } from './assets.ts';

function withModules<Result>(modules: Record<string, string>, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'kursiv-modules-'));
  try {
    for (const [name, source] of Object.entries(modules)) writeFileSync(join(folder, name), source);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the stylesheet is served under a name made of its content, and smaller', async () => {
  const href = assetHref('style.css');
  assert.match(href, /^\/assets\/style\.[\w-]{10}\.css$/);
  const { body, type, immutable, packed } = assets.get(href) ?? assert.fail('no stylesheet');
  assert.equal(type, 'text/css; charset=utf-8');
  assert.equal(immutable, true);
  const [brotli, gzip] = [await packed?.('br'), await packed?.('gzip')];
  assert.ok(brotli && brotliDecompressSync(brotli).equals(body) && brotli.length < body.length / 3);
  assert.ok(gzip && gunzipSync(gzip).equals(body));
  assert.equal(await packed?.('br'), brotli, 'once for all who ask');
});

test('every file the stylesheet asks for is there', () => {
  const css = assets.get(assetHref('style.css'))?.body.toString() ?? '';
  const asked = [...css.matchAll(/url\('([^']+)'\)/g)].map(([, href = '']) => href);
  assert.equal(asked.length, 4);
  for (const href of asked) assert.equal(assets.get(href)?.type, 'font/woff2', href);
});

test('what a first page needs stays far below 50 kB', async () => {
  const needed = ['style.css', 'sans.woff2', 'serif.woff2', 'favicon.svg'].map((name) => assets.get(assetHref(name)));
  const sent = await Promise.all(needed.map(async (asset) => (await asset?.packed?.('br')) ?? asset?.body ?? Buffer.alloc(0)));
  const bytes = sent.reduce((sum, { length }) => sum + length, 0);
  assert.ok(bytes < 44_000, `${bytes} bytes`);
});

test('a browser module loses its types and finds its neighbour', () => {
  withModules(
    {
      'clock.ts': 'export const now = (): number => 1;',
      'clock.test.ts': 'this is not for a browser',
      'chat.ts': `import { now } from './clock.ts';\n// now comes from "./elsewhere.ts"\nexport const at: number = now();\nvoid import('./clock.ts');`,
    },
    (folder) => {
      const { byHref, hrefOf } = buildAssets(folder);
      const code = byHref.get(hrefOf('chat.js'))?.body.toString() ?? '';
      assert.equal(code.split(hrefOf('clock.js')).length, 3, code);
      assert.doesNotMatch(code, /clock\.ts|: number/);
      assert.throws(() => hrefOf('clock.test.js'), /There is no asset/);
    },
  );
});

test('a change in a neighbour changes the address of all that import it', () => {
  const addressWith = (one: number) =>
    withModules({ 'a.ts': `import { one } from './b.ts'; export const two = one;`, 'b.ts': `export const one = ${one};` }, (folder) =>
      buildAssets(folder).hrefOf('a.js'),
    );
  assert.notEqual(addressWith(1), addressWith(2));
  assert.equal(addressWith(1), addressWith(1));
});

test('what cannot reach a browser is said at the start', () => {
  const refused: [Record<string, string>, RegExp][] = [
    [{ 'a.ts': `import { readFileSync } from 'node:fs'; readFileSync('x');` }, /only its neighbours/],
    [{ 'a.ts': `import './b.ts';`, 'b.ts': `import './a.ts';` }, /in a ring/],
    [{ 'a.ts': 'const = 1;' }, /SyntaxError|a\.ts|Unexpected/],
  ];
  for (const [modules, reason] of refused) assert.throws(() => withModules(modules, buildAssets), reason);
});

test('no browser module at all is well too', () => {
  assert.ok(buildAssets('/nowhere').byHref.size >= 6);
});
