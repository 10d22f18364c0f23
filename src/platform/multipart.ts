import { UnreadableBody } from './read-body.ts';

/** One part of a form: a field, or a file with the name its sender gave it. Its content is read as it comes. */
export type Part = { name: string; fileName: string | undefined; content: AsyncIterable<Uint8Array> };

const mostHeaderBytes = 8 * 1024;
const endOfHeaders = Buffer.from('\r\n\r\n');

export const isMultipart = (request: Request): boolean => /^multipart\/form-data/i.test(request.headers.get('content-type') ?? '');

/**
 * Reads a form with files (RFC 7578) piece by piece, so that no file is ever whole in memory. What the reader leaves of a part
 * is passed over. Anything malformed or larger than `mostBytes` is an unreadable body.
 */
export async function* readParts(request: Request, mostBytes: number): AsyncGenerator<Part> {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(request.headers.get('content-type') ?? '');
  if (!boundary) throw new UnreadableBody(400);
  const delimiter = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  const input = openInput(request, mostBytes);
  for (let piece = await input.upTo(delimiter); piece; piece = await input.upTo(delimiter));
  while (await input.hasNextPart()) {
    const { name, fileName } = partHead(await input.headers());
    yield { name, fileName, content: { [Symbol.asyncIterator]: () => ({ next: () => nextPiece(input, delimiter) }) } };
    while (!(await nextPiece(input, delimiter)).done);
  }
}

type Input = ReturnType<typeof openInput>;

async function nextPiece(input: Input, delimiter: Buffer): Promise<IteratorResult<Uint8Array, undefined>> {
  const value = await input.upTo(delimiter);
  return value ? { value } : { done: true, value: undefined };
}

function openInput(request: Request, mostBytes: number) {
  const source = (request.body ?? new ReadableStream<Uint8Array>({ start: (controller) => controller.close() })).getReader();
  // The first delimiter may stand at the very beginning, without its line break.
  let held: Buffer = Buffer.from('\r\n');
  let size = 0;
  let isAtDelimiter = false;

  async function more(): Promise<void> {
    const { value, done } = await source.read();
    if (done) throw new UnreadableBody(400);
    size += value.byteLength;
    if (size > mostBytes) throw new UnreadableBody(413);
    held = held.length > 0 ? Buffer.concat([held, value]) : Buffer.from(value);
  }
  function take(count: number): Buffer {
    const taken = held.subarray(0, count);
    held = held.subarray(count);
    return taken;
  }
  return {
    /** The next piece before the delimiter; undefined when the delimiter is reached, which is then behind us. */
    async upTo(delimiter: Buffer): Promise<Buffer | undefined> {
      while (!isAtDelimiter) {
        const at = held.indexOf(delimiter);
        if (at > 0) return take(at);
        if (at === 0) {
          take(delimiter.length);
          isAtDelimiter = true;
        } else if (held.length >= delimiter.length) return take(held.length - delimiter.length + 1);
        else await more();
      }
      return undefined;
    },
    async hasNextPart(): Promise<boolean> {
      while (held.length < 2) await more();
      const next = take(2).toString('latin1');
      if (next !== '\r\n' && next !== '--') throw new UnreadableBody(400);
      isAtDelimiter = false;
      return next === '\r\n';
    },
    async headers(): Promise<string> {
      for (;;) {
        const end = held.indexOf(endOfHeaders);
        if (end >= 0) {
          return take(end + endOfHeaders.length).toString('utf8');
        }
        if (held.length > mostHeaderBytes) throw new UnreadableBody(400);
        await more();
      }
    },
  };
}

function partHead(headers: string): { name: string; fileName: string | undefined } {
  const line = /^content-disposition:\s*form-data;(.*)$/im.exec(headers)?.[1];
  const name = line && /(?:^|[;\s])name="([^"]*)"/i.exec(line)?.[1];
  if (name === undefined) throw new UnreadableBody(400);
  return { name: unescaped(name), fileName: line && unescapedOrNone(/filename="([^"]*)"/i.exec(line)?.[1]) };
}

const unescapedOrNone = (text: string | undefined) => (text === undefined ? undefined : unescaped(text));
/** Browsers write the three characters that a name may not hold as these (HTML § 4.10.21.8). */
const unescaped = (text: string): string => text.replaceAll('%22', '"').replaceAll('%0D', ' ').replaceAll('%0A', ' ');
