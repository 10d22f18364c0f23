import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

/** Read with another library than it was written with. */
export async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const path = join(mkdtempSync(join(tmpdir(), 'kursiv-zip-')), 'a.zip');
  writeFileSync(path, bytes);
  const zip = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open as never)(path, { lazyEntries: true });
  const files = new Map<string, string>();
  for (;;) {
    const entry = await new Promise<yauzl.Entry | undefined>((resolve) => {
      zip
        .removeAllListeners()
        .once('entry', resolve)
        .once('end', () => resolve(undefined));
      zip.readEntry();
    });
    if (!entry) return files;
    const stream = await promisify(
      zip.openReadStream.bind(zip) as (entry: yauzl.Entry, done: (error: Error | null, s: NodeJS.ReadableStream) => void) => void,
    )(entry);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    files.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
}
