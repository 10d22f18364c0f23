import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const loader = join(import.meta.dirname, 'jsx-loader.mjs');

async function runPage(source: string): Promise<{ stdout: string; stderr: string }> {
  // Beside the loader, where the packages are found.
  const folder = await mkdtemp(join(import.meta.dirname, 'jsx-loader-test-'));
  try {
    await writeFile(join(folder, 'page.tsx'), source);
    return await run(process.execPath, ['--import', loader, join(folder, 'page.tsx')]).catch((failure) => failure);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('a .tsx file runs as Preact', async () => {
  const { stdout } = await runPage(`const text: string = 'å';\nconsole.log((<p class="x">{text}</p>).type);`);
  assert.equal(stdout.trim(), 'p');
});

test('a fault is told at its own line', async () => {
  const { stderr } = await runPage(`type Unused = {\n  gone: string;\n};\n\nthrow new Error('line five');`);
  assert.match(stderr, /page\.tsx:5/);
});

test('what does not parse is shown', async () => {
  const { stderr } = await runPage('const a = <p>;');
  assert.match(stderr, /SyntaxError/);
  assert.match(stderr, /page\.tsx/);
});
