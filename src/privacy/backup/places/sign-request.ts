import { createHash, createHmac } from 'node:crypto';
import type { Bucket } from '../../../platform/house.ts';

const digest = (value: string | Uint8Array) => createHash('sha256').update(value).digest('hex');
const keyed = (key: string | Buffer, value: string) => createHmac('sha256', key).update(value).digest();
/** RFC 3986: what encodeURIComponent leaves is encoded as well. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The path as it is signed and sent: each part encoded once. */
export const pathOfKey = (path: string): string => path.split('/').map(encoded).join('/');

export const queryOf = (query: Record<string, string>): string =>
  Object.entries(query)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join('&');

type Asked = { method: string; url: URL; body: Uint8Array; now: Date };

/** The headers that prove a request is ours: AWS Signature Version 4, which every S3-compatible store reads. */
export function signedHeaders({ region, keyId, secret }: Bucket, { method, url, body, now }: Asked): Record<string, string> {
  const at = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  const headers = { host: url.host, 'x-amz-content-sha256': digest(body), 'x-amz-date': at };
  const names = Object.keys(headers).join(';');
  const canonical = [
    method,
    url.pathname,
    url.search.slice(1),
    ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((made, part) => keyed(made, part), `AWS4${secret}`);
  const signature = keyed(key, ['AWS4-HMAC-SHA256', at, scope, digest(canonical)].join('\n')).toString('hex');
  const { host: _, ...sent } = headers;
  return { ...sent, authorization: `AWS4-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${names}, Signature=${signature}` };
}
