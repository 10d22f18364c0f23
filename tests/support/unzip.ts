import { promisify } from 'node:util';
import yauzl from 'yauzl';

/** Read with another library than it was written with. */
export async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer as never)(bytes, { lazyEntries: true });
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
