import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

type Locked = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };
const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

/** `npm ci` refuses a lock that leaves out what other platforms need, and it is left out when a registry does not carry it. */
describe('package-lock.json', () => {
  const packages = (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages;

  it('names every optional part of every package, for all platforms', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`]),
    );
    assert.deepEqual(missing, []);
    assert.ok(Object.keys(packages).length > 200);
  });

  it('keeps no download addresses', () => {
    assert.deepEqual(
      Object.values(packages).filter(({ resolved }) => resolved !== undefined),
      [],
    );
  });

  it('pins each direct dependency to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
  });
});
