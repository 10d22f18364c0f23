import { globSync } from 'node:fs';
import { describe } from 'node:test';

/** What is tested in a process of its own; a folder within another's is left to itself. */
export const folders = [
  'db',
  'src',
  'src/api',
  'src/assessment',
  'src/certificates',
  'src/correspondence',
  'src/courses',
  'src/customers',
  'src/desk',
  'src/keys',
  'src/learning',
  'src/people',
  'src/platform',
  'src/platform/embedded-postgres',
  'src/privacy',
  'src/privacy/backup',
  'src/sign-in',
  'tests/engine',
  'tests/every-route',
  'tests/house',
] as const;

type Folder = (typeof folders)[number];

/** The folder's test files, from the root of the project. */
export function testFilesOf(folder: Folder): string[] {
  const within = folders.filter((other) => other.startsWith(`${folder}/`));
  const files = globSync(`${folder}/**/*.test.ts`, { cwd: root });
  return files.filter((file) => !within.some((other) => file.startsWith(`${other}/`))).toSorted();
}

/**
 * Runs them one after another in this process. Reading the application is a second of work, which two hundred files
 * would each do anew; every file still has a house of its own, and can be run alone.
 */
export function runFilesOf(folder: Folder): void {
  for (const file of testFilesOf(folder)) describe(file, async () => void (await import(`${root}/${file}`)));
}

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');
