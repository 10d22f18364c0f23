import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ObjectStore = {
  url: string;
  /** Every object of every bucket: `bucket/key`. */
  objects: Map<string, { body: Buffer; at: Date }>;
  uploads: Map<string, { name: string; parts: Map<number, Buffer> }>;
  /** How many of the next requests are answered with 503, as a busy store does. */
  busy: number;
  requests: string[];
  close(): Promise<void>;
};
type Keys = { region: string; keyId: string; secret: string; buckets: string[]; now: () => Date };

const hex = (value: string | Buffer) => createHash('sha256').update(value).digest('hex');
const hmac = (key: string | Buffer, value: string) => createHmac('sha256', key).update(value).digest();
const listedAtATime = 3;

class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly more: string;
  constructor(status: number, code: string, more = '') {
    super(code);
    this.status = status;
    this.code = code;
    this.more = more;
  }
}

/**
 * An object store on this machine that answers as S3 does, for what backups ask of it: it checks every signature by the published
 * rules of Signature Version 4, keeps parts apart until they are completed, and lists a few at a time.
 */
export async function openObjectStore(keys: Keys): Promise<ObjectStore> {
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    store.requests.push(`${request.method} ${request.url}`);
    try {
      if (store.busy > 0) {
        store.busy--;
        throw new Refused(503, 'SlowDown');
      }
      checkSignature(keys, request, body);
      const { status = 200, headers = {}, content = '' } = act(store, keys, request, body);
      response.writeHead(status, headers).end(content);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { status, code, more } = error;
      response.writeHead(status, { 'content-type': 'application/xml' });
      response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message>${more}</Error>`);
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const store: ObjectStore = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects: new Map(),
    uploads: new Map(),
    busy: 0,
    requests: [],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return store;
}

function checkSignature(keys: Keys, request: IncomingMessage, body: Buffer): void {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  if (!match) throw new Refused(403, 'AccessDenied');
  const [, keyId, day, region, signed = '', signature] = match;
  if (keyId !== keys.keyId) throw new Refused(403, 'InvalidAccessKeyId');
  if (region !== keys.region) throw new Refused(400, 'AuthorizationHeaderMalformed', `<Region>${keys.region}</Region>`);
  const at = String(request.headers['x-amz-date']);
  const time = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(time - keys.now().getTime()) < 15 * 60_000) || !at.startsWith(day!)) throw new Refused(403, 'RequestTimeTooSkewed');
  if (request.headers['x-amz-content-sha256'] !== hex(body)) throw new Refused(400, 'XAmzContentSHA256Mismatch');
  for (const name of ['host', 'x-amz-content-sha256', 'x-amz-date'])
    if (!signed.split(';').includes(name)) throw new Refused(403, 'AccessDenied');
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = `${request.method}\n${path}\n${query.split('&').toSorted().join('&')}\n${headers.join('')}\n${signed}\n${hex(body)}`;
  const day_ = hmac(`AWS4${keys.secret}`, day!);
  const key = hmac(hmac(hmac(day_, region), 's3'), 'aws4_request');
  const expected = hmac(key, `AWS4-HMAC-SHA256\n${at}\n${day}/${region}/s3/aws4_request\n${hex(canonical)}`).toString('hex');
  if (signature !== expected) throw new Refused(403, 'SignatureDoesNotMatch');
}

type Answer = { status?: number; headers?: Record<string, string>; content?: string | Buffer };

function act(store: ObjectStore, keys: Keys, request: IncomingMessage, body: Buffer): Answer {
  const url = new URL(request.url!, 'http://store');
  const [bucket = '', ...rest] = decodeURIComponent(url.pathname.slice(1)).split('/');
  if (!keys.buckets.includes(bucket)) throw new Refused(404, 'NoSuchBucket');
  const key = rest.join('/');
  const query = url.searchParams;
  if (key === '') return query.has('uploads') ? listUploads(store, bucket, query) : list(store, bucket, query);
  const name = `${bucket}/${key}`;
  const uploadId = query.get('uploadId');
  if (uploadId !== null) return inParts(store, name, uploadId, request.method!, query, body, keys.now());
  if (request.method === 'POST' && query.has('uploads')) {
    const id = randomUUID();
    store.uploads.set(id, { name, parts: new Map() });
    return { content: `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>` };
  }
  if (request.method === 'PUT') store.objects.set(name, { body, at: keys.now() });
  if (request.method === 'DELETE') store.objects.delete(name);
  if (request.method !== 'GET')
    return { status: request.method === 'DELETE' ? 204 : 200, headers: { etag: `"${hex(body).slice(0, 32)}"` } };
  const found = store.objects.get(name);
  if (!found) throw new Refused(404, 'NoSuchKey');
  return { headers: { 'content-length': String(found.body.length) }, content: found.body };
}

function inParts(store: ObjectStore, name: string, id: string, method: string, query: URLSearchParams, body: Buffer, at: Date): Answer {
  const upload = store.uploads.get(id);
  if (upload?.name !== name) throw new Refused(404, 'NoSuchUpload');
  if (method === 'DELETE') store.uploads.delete(id);
  if (method === 'PUT') {
    upload.parts.set(Number(query.get('partNumber')), body);
    return { headers: { etag: `"${hex(body).slice(0, 32)}"` } };
  }
  if (method !== 'POST') return { status: 204 };
  const told = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>&quot;([0-9a-f]+)&quot;<\/ETag>/g)];
  const parts = told.map(([, number, tag]) => {
    const part = upload.parts.get(Number(number));
    if (!part || hex(part).slice(0, 32) !== tag) throw new Refused(400, 'InvalidPart');
    return part;
  });
  // Every part but the last has five megabytes at least.
  if (parts.length === 0 || parts.slice(0, -1).some((part) => part.length < 5 * 1024 * 1024)) throw new Refused(400, 'EntityTooSmall');
  store.objects.set(name, { body: Buffer.concat(parts), at });
  store.uploads.delete(id);
  return { content: '<CompleteMultipartUploadResult/>' };
}

function list(store: ObjectStore, bucket: string, query: URLSearchParams): Answer {
  if (query.get('list-type') !== '2') throw new Refused(400, 'InvalidArgument');
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter');
  const after = query.get('continuation-token') ?? '';
  const keys = [...store.objects.keys()]
    .map((name) => name.slice(bucket.length + 1))
    .filter((key) => key.startsWith(prefix) && key > after && !(delimiter && key.slice(prefix.length).includes(delimiter)))
    .toSorted();
  const page = keys.slice(0, listedAtATime);
  const more = keys.length > page.length ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  const contents = page.map((key) => {
    const { body, at } = store.objects.get(`${bucket}/${key}`)!;
    return `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><Size>${body.length}</Size></Contents>`;
  });
  return { content: `<ListBucketResult><IsTruncated>${Boolean(more)}</IsTruncated>${more}${contents.join('')}</ListBucketResult>` };
}

function listUploads(store: ObjectStore, bucket: string, query: URLSearchParams): Answer {
  const prefix = `${bucket}/${query.get('prefix') ?? ''}`;
  const uploads = [...store.uploads].filter(([, { name }]) => name.startsWith(prefix));
  const told = uploads.map(([id, { name }]) => `<Upload><Key>${name.slice(bucket.length + 1)}</Key><UploadId>${id}</UploadId></Upload>`);
  return { content: `<ListMultipartUploadsResult>${told.join('')}</ListMultipartUploadsResult>` };
}
