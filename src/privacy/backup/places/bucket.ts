import type { Clock } from '../../../platform/clock.ts';
import type { Bucket } from '../../../platform/house.ts';
import { askBucket, readXml, type Request } from './ask-bucket.ts';
import { PlaceFault, type Place, type Stored, type Writing } from './place.ts';

/** Some stores want all parts but the last of one size; 10,000 of these are 160 GB. */
const partBytes = 16 * 1024 * 1024;
const mostParts = 10_000;

type Ask = (request: Request) => Promise<Response | undefined>;

/** A bucket of an S3-compatible store, under the prefix of its address. */
export function bucketPlace(bucket: Bucket, clock: Clock): Place {
  const ask: Ask = (request) => askBucket(bucket, clock, request);
  const root = bucket.url.replace(/\/$/, '');
  const prefix = new URL(root).pathname.split('/').slice(2).join('/');
  const under = (folder: string) => (prefix ? `${prefix}/${folder}` : folder);
  return {
    name: root,
    pathOf: (name) => `${root}/${name}`,
    begin: (name) => Promise.resolve(beginUpload(ask, name)),
    async read(name) {
      const answer = await ask({ name });
      return answer && ((answer.body ?? new Blob([]).stream()) as AsyncIterable<Uint8Array>);
    },
    list: (folder) => listBucket(ask, under(folder), prefix ? prefix.length + 1 : 0),
    remove: async (name) => void (await ask({ method: 'DELETE', name })),
    removeUnfinished: () => removeUploads(ask, under(''), prefix ? prefix.length + 1 : 0),
  };
}

/** A small file in one request, a large one in parts: no more than one part is in memory. */
function beginUpload(ask: Ask, name: string): Writing {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  let uploadId: string | undefined;
  const tags: string[] = [];
  const sendPart = async () => {
    uploadId ??= await startUpload(ask, name);
    if (tags.length === mostParts) throw new PlaceFault('too large', 'One file of a backup in a bucket can be 160 GB at most.');
    const query = { partNumber: String(tags.length + 1), uploadId };
    const answer = await ask({ method: 'PUT', name, query, body: Buffer.concat(waiting) });
    tags.push(answer?.headers.get('etag') ?? '');
    [waiting, bytes] = [[], 0];
  };
  return {
    async write(piece) {
      for (let from = 0; from < piece.length;) {
        const part = piece.subarray(from, from + partBytes - bytes);
        waiting.push(part);
        from += part.length;
        bytes += part.length;
        if (bytes === partBytes) await sendPart();
      }
    },
    async finish() {
      if (uploadId === undefined) return void (await ask({ method: 'PUT', name, body: Buffer.concat(waiting) }));
      if (bytes > 0) await sendPart();
      const parts = tags.map(
        (tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag.replaceAll('"', '&quot;')}</ETag></Part>`,
      );
      const body = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`);
      const answer = await ask({ method: 'POST', name, query: { uploadId }, body });
      // It may answer 200 and tell of a fault in the text.
      const { Error: told } = readXml((await answer?.text()) ?? '<Error/>');
      if (told !== undefined) throw new PlaceFault('not completed', 'The bucket could not put the parts of a file together.');
    },
    async abandon() {
      if (uploadId !== undefined) await ask({ method: 'DELETE', name, query: { uploadId } }).catch(() => {});
    },
  };
}

async function startUpload(ask: Ask, name: string): Promise<string> {
  const answer = await ask({ method: 'POST', name, query: { uploads: '' } });
  const id = readXml((await answer?.text()) ?? '')['InitiateMultipartUploadResult']?.['UploadId'];
  if (typeof id !== 'string') throw new PlaceFault('no upload', 'The bucket does not take files in parts, as S3-compatible stores do.');
  return id;
}

async function* listBucket(ask: Ask, folder: string, prefixLength: number): AsyncGenerator<Stored> {
  for (let token: string | undefined; ;) {
    // Right here only, or all beneath `files/`.
    const query: Record<string, string> = { 'list-type': '2', prefix: folder };
    if (!folder.endsWith('files/')) query['delimiter'] = '/';
    if (token) query['continuation-token'] = token;
    const answer = await ask({ query });
    const { ListBucketResult: result = {} } = readXml((await answer?.text()) ?? '');
    for (const { Key, LastModified } of (result['Contents'] ?? []) as { Key: string; LastModified: string }[])
      yield { name: Key.slice(prefixLength), at: new Date(LastModified) };
    token = result['NextContinuationToken'] as string | undefined;
    if (result['IsTruncated'] !== 'true' || !token) return;
  }
}

async function removeUploads(ask: Ask, folder: string, prefixLength: number): Promise<void> {
  const answer = await ask({ query: { uploads: '', prefix: folder } });
  const { ListMultipartUploadsResult: result = {} } = readXml((await answer?.text()) ?? '');
  for (const { Key, UploadId } of (result['Upload'] ?? []) as { Key: string; UploadId: string }[])
    await ask({ method: 'DELETE', name: Key.slice(prefixLength), query: { uploadId: UploadId } });
}
