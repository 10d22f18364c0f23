import { setTimeout as wait } from 'node:timers/promises';
import { XMLParser } from 'fast-xml-parser';
import type { Clock } from '../../../platform/clock.ts';
import type { Bucket } from '../../../platform/house.ts';
import { PlaceFault } from './place.ts';
import { pathOfKey, queryOf, signedHeaders } from './sign-request.ts';

export type Request = { method?: string; name?: string; query?: Record<string, string>; body?: Uint8Array };

const nothing = new Uint8Array();
const tries = 4;
const timeoutMs = 300_000;
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => ['Contents', 'Upload'].includes(name) });

export const readXml = (text: string) => parser.parse(text) as Record<string, Record<string, unknown>>;

/**
 * Asks the bucket, and again when it is busy or the line breaks: every request here may be repeated. `undefined` when there is no
 * such file.
 */
export async function askBucket(bucket: Bucket, clock: Clock, request: Request): Promise<Response | undefined> {
  for (let attempt = 1; ; attempt++) {
    const answer = await send(bucket, clock, request).catch((error: unknown) => error as Error);
    const busy = answer instanceof Error || answer.status >= 500 || answer.status === 429;
    if (!busy) return judge(bucket, answer);
    if (attempt === tries) throw answer instanceof Error ? unreachable(bucket) : await faultOf(bucket, answer);
    if (!(answer instanceof Error)) await answer.body?.cancel();
    await wait(100 * 4 ** (attempt - 1));
  }
}

function send(bucket: Bucket, clock: Clock, { method = 'GET', name = '', query = {}, body = nothing }: Request): Promise<Response> {
  const root = new URL(bucket.url);
  const [, store = '', ...prefix] = root.pathname.split('/').filter((part, index) => index === 0 || part);
  const asksBucket = name === '';
  const path = [store, ...(asksBucket ? [] : [...prefix, name])].join('/');
  const url = new URL(`/${pathOfKey(path)}?${queryOf(query)}`, root);
  return fetch(url, {
    method,
    headers: signedHeaders(bucket, { method, url, body, now: clock.now() }),
    // A redirect leads to another host, which nobody has named.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
    ...(body.length > 0 ? { body: body as Uint8Array<ArrayBuffer> } : {}),
  });
}

async function judge(bucket: Bucket, answer: Response): Promise<Response | undefined> {
  if (answer.ok) return answer;
  const fault = await faultOf(bucket, answer);
  if (fault.code === 'NoSuchKey' || fault.code === 'NoSuchUpload') return undefined;
  throw fault;
}

const unreachable = ({ url }: Bucket) =>
  new PlaceFault('unreachable', `${new URL(url).host} cannot be reached. Check BACKUP_S3_URL and the network.`);

/** In words what to do, for each of the faults that a setting can cause. */
const sentences: Record<string, (bucket: Bucket, region: string) => string> = {
  InvalidAccessKeyId: () => 'The bucket does not know the key: check BACKUP_S3_KEY_ID.',
  SignatureDoesNotMatch: () => 'The secret is not the one of the key: check BACKUP_S3_SECRET.',
  AccessDenied: ({ url }) => `The key may not be used here: it must be allowed to list, read, write and remove under ${url}.`,
  NoSuchBucket: ({ url }) => `There is no such bucket: check the path of BACKUP_S3_URL (${url}).`,
  AuthorizationHeaderMalformed: (_, region) => `The bucket is in another region${region}: set BACKUP_S3_REGION.`,
  PermanentRedirect: (_, region) => `The bucket is in another region${region}: set BACKUP_S3_REGION and the address of that region.`,
  RequestTimeTooSkewed: () => 'The clock of this machine differs from the bucket’s by more than a quarter of an hour: set it right.',
};

async function faultOf(bucket: Bucket, answer: Response): Promise<PlaceFault> {
  const { Error: told } = readXml(await answer.text().catch(() => ''));
  const known = typeof told?.['Code'] === 'string' ? told['Code'] : undefined;
  const code =
    known ??
    (answer.status === 404 ? 'NoSuchKey' : answer.status >= 300 && answer.status < 400 ? 'PermanentRedirect' : `http ${answer.status}`);
  const region = told?.['Region'] ?? answer.headers.get('x-amz-bucket-region');
  const sentence = sentences[code]?.(bucket, typeof region === 'string' ? ` (${region})` : '');
  return new PlaceFault(code, sentence ?? `The bucket answered ${code}.`);
}
