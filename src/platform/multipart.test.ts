import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readParts } from './multipart.ts';

const boundary = '----grans';
const form = [
  `--${boundary}\r\nContent-Disposition: form-data; name="body"\r\n\r\nHej på dig\r\n-- inte slut\r\n`,
  `--${boundary}\r\nContent-Disposition: form-data; name="tom"\r\n\r\n\r\n`,
  `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="a %22b%22.txt"\r\nContent-Type: text/plain\r\n\r\nrad\r\n--${boundary.slice(0, -1)}x\r\n`,
  `--${boundary}--\r\n`,
].join('');

function requestOf(content: Uint8Array, pieceBytes: number): Request {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let from = 0; from < content.length; from += pieceBytes) controller.enqueue(content.slice(from, from + pieceBytes));
      controller.close();
    },
  });
  return new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body,
    duplex: 'half',
  } as RequestInit);
}

async function readAll(request: Request, mostBytes = 10_000) {
  const found: [string, string | undefined, string][] = [];
  for await (const { name, fileName, content } of readParts(request, mostBytes)) {
    found.push([name, fileName, Buffer.concat(await Array.fromAsync(content)).toString('utf8')]);
  }
  return found;
}

const expected = [
  ['body', undefined, 'Hej på dig\r\n-- inte slut'],
  ['tom', undefined, ''],
  ['files', 'a "b".txt', `rad\r\n--${boundary.slice(0, -1)}x`],
];

test('a form is the same however it is cut on the way', async () => {
  const bytes = Buffer.from(form);
  for (let piece = 1; piece <= bytes.length; piece += 1) assert.deepEqual(await readAll(requestOf(bytes, piece)), expected, `${piece}`);
});

test('what the reader leaves of a part is passed over', async () => {
  const names: string[] = [];
  for await (const { name } of readParts(requestOf(Buffer.from(form), 7), 10_000)) names.push(name);
  assert.deepEqual(names, ['body', 'tom', 'files']);
});

test('a form that breaks off, is too large or is none is unreadable', async () => {
  const bytes = Buffer.from(form);
  const status = (wanted: number) => (error: unknown) => (error as { status: number }).status === wanted;
  for (let end = 0; end < bytes.length - 4; end += 11)
    await assert.rejects(readAll(requestOf(bytes.subarray(0, end), 5)), status(400), `${end}`);
  await assert.rejects(readAll(requestOf(bytes, 50), 100), status(413));
  await assert.rejects(readAll(requestOf(Buffer.from(form.replace('name="body"', 'nothing')), 50)), status(400));
  const without = new Request('http://localhost/', { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: form });
  await assert.rejects(readAll(without), status(400));
});
