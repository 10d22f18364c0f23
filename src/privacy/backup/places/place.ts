export type Stored = { name: string; at: Date };

/** A file on its way: it has its name only when it is finished. */
export type Writing = {
  write(piece: Uint8Array): Promise<void>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
};

/** Where backups lie: a folder, or a bucket of an object store. Names are relative, with `/` between their parts. */
export type Place = {
  /** What it is called when something is told of it. */
  readonly name: string;
  pathOf(name: string): string;
  begin(name: string): Promise<Writing>;
  /** Undefined when there is no such file. */
  read(name: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** The files right here, or all under `files/`. */
  list(under: '' | 'files/'): AsyncIterable<Stored>;
  remove(name: string): Promise<void>;
  /** What a crash left half written. */
  removeUnfinished(): Promise<void>;
};

/** A place that cannot be used, with what to do about it. `code` is for the log and the drill. */
export class PlaceFault extends Error {
  override name = 'PlaceFault';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export async function readText(place: Place, name: string): Promise<string | undefined> {
  const content = await place.read(name);
  return content && Buffer.concat(await Array.fromAsync(content)).toString('utf8');
}

export async function writeText(place: Place, name: string, text: string): Promise<void> {
  const writing = await place.begin(name);
  try {
    await writing.write(Buffer.from(text));
    await writing.finish();
  } catch (error) {
    await writing.abandon();
    throw error;
  }
}
