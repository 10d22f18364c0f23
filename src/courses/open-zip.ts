import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/** Why a ZIP is not unpacked. */
export type ZipProblem = 'not-zip' | 'unsafe-name' | 'too-many' | 'swells';
export class ZipRefused extends Error {
  override name = 'ZipRefused';
  readonly problem: ZipProblem;
  constructor(problem: ZipProblem) {
    super(problem);
    this.problem = problem;
  }
}

export type ZipLimits = { mostFiles: number; mostBytes: number };
export type OpenZip = {
  paths: readonly string[];
  /** Undefined when there is no such file, or when it is larger. */
  text(path: string, mostBytes: number): Promise<string | undefined>;
  bytes(path: string, mostBytes: number): Promise<Buffer | undefined>;
  /** Writes one file to a place that the caller names, and tells its digest. */
  extract(path: string, to: string): Promise<Buffer | undefined>;
};

/** Nothing of course material shrinks more than this; what does is made to fill a disk. */
const mostSwelling = 200;
const swellsFrom = 1e6;

/**
 * Opens a ZIP and looks through all it says of itself before anything is unpacked. Names in it are only compared: where a
 * file is written is for the caller to say.
 */
export async function withZip<Result>(path: string, limits: ZipLimits, work: (zip: OpenZip) => Promise<Result>): Promise<Result> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(() => {
    throw new ZipRefused('not-zip');
  });
  try {
    const entries = await entriesOf(zip, limits);
    return await work(opened(zip, entries));
  } finally {
    zip.close();
  }
}

async function entriesOf(zip: yauzl.ZipFile, { mostFiles, mostBytes }: ZipLimits): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > mostFiles) throw new ZipRefused('too-many');
  const entries = new Map<string, yauzl.Entry>();
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize, compressedSize } = entry;
      if (fileName.endsWith('/')) continue;
      bytes += uncompressedSize;
      if (bytes > mostBytes || (uncompressedSize > swellsFrom && uncompressedSize > compressedSize * mostSwelling))
        throw new ZipRefused('swells');
      if (entries.has(fileName) || isUnsafe(fileName)) throw new ZipRefused('unsafe-name');
      entries.set(fileName, entry);
    }
  } catch (error) {
    if (error instanceof ZipRefused) throw error;
    throw new ZipRefused(/file ?name|path/i.test(String(error)) ? 'unsafe-name' : 'not-zip');
  }
  return entries;
}

const isUnsafe = (name: string): boolean =>
  name.includes('\\') || name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..') || name.includes('\0');

function opened(zip: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>): OpenZip {
  // The library itself fails a file that is longer than it says.
  const open = async (path: string): Promise<Readable | undefined> => {
    const entry = entries.get(path);
    return entry && (await zip.openReadStreamPromise(entry));
  };
  const whole = async (path: string, mostBytes: number): Promise<Buffer | undefined> => {
    if ((entries.get(path)?.uncompressedSize ?? Infinity) > mostBytes) return undefined;
    const pieces: Buffer[] = [];
    for await (const piece of (await open(path))!) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  };
  return {
    paths: [...entries.keys()],
    bytes: whole,
    text: async (path, mostBytes) => (await whole(path, mostBytes))?.toString('utf8'),
    async extract(path, to) {
      const source = await open(path);
      if (!source) return undefined;
      const digest = createHash('sha256');
      const digested = new Transform({
        transform(piece: Buffer, _, next) {
          digest.update(piece);
          next(null, piece);
        },
      });
      await pipeline(source, digested, createWriteStream(to));
      return digest.digest();
    },
  };
}
