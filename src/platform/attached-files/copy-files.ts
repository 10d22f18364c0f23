import { randomUUID } from 'node:crypto';
import type { Files } from '../files.ts';
import type { StoredFile } from './receive-files.ts';

/**
 * The same files in another folder, under ids of their own: sealed as they are, nothing is opened. Whoever gives them on can then
 * remove its own, and whoever gets them is not hurt by that.
 */
export async function copyFiles(files: Files, from: string, given: readonly StoredFile[], folder: string): Promise<StoredFile[]> {
  const copies: StoredFile[] = [];
  for (const file of given) {
    const found = await files.read(`${from}/${file.id}`);
    if (!found) continue;
    const copy = { ...file, id: randomUUID() };
    await files.write(`${folder}/${copy.id}`, found.stream);
    copies.push(copy);
  }
  return copies;
}
