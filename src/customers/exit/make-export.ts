import { createHash } from 'node:crypto';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import type { Scope, Tx } from '../../platform/database.ts';
import type { Files } from '../../platform/files.ts';
import type { House } from '../../platform/house.ts';
import type { Payload } from '../../platform/jobs.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { findOperator } from '../../platform/find-operator.ts';
import { findCustomer } from '../register/register.queries.ts';
import { entriesOf, type Entry } from './entries.ts';
import { findExport, someoneErasedSince, updateExport } from './export.queries.ts';

/** The job: gathers all that a customer owns into one ZIP, written as it is read. Done once; a second run finds it done. */
export async function makeExport(house: House, { customerId = '', exportId = '' }: Payload, isLast: boolean): Promise<void> {
  const scope: Scope = { purpose: 'administer-customer', customerId, across: 'customer export' };
  const read = <Result>(work: (tx: Tx) => Promise<Result>) => house.database.transaction(scope, work);
  const facts = await read(async (tx) => ({
    asked: await findExport(tx, customerId, exportId),
    customer: await findCustomer(tx, customerId),
    operator: await findOperator(tx),
  }));
  const { asked, customer, operator } = facts;
  if (!asked || asked.finished_at || !customer || !operator) return;
  const began = house.clock.now();
  try {
    const entries = await entriesOf({ house, customer, operator, read });
    const told = (done: number) => read((tx) => updateExport(tx, customerId, exportId, { parts_done: done, parts_total: entries.length }));
    const written = await writeCounted(house.exports, `${customerId}/${exportId}`, zipOf(entries, house.clock.now(), told));
    await read(async (tx) => {
      if (await someoneErasedSince(tx, began)) throw new Error('Someone was erased meanwhile: the file is made again.');
      const isThere = await updateExport(tx, customerId, exportId, { ...written, finished_at: house.clock.now() });
      if (isThere && asked.requested_by) await tellDone(tx, house, { customerId, exportId, accountId: asked.requested_by });
    });
  } catch (error) {
    if (isLast) await read((tx) => updateExport(tx, customerId, exportId, { failed_at: house.clock.now() }));
    throw error;
  }
}

async function tellDone(tx: Tx, house: House, to: { customerId: string; exportId: string; accountId: string }): Promise<void> {
  const { customerId, exportId, accountId } = to;
  const account = await tx
    .selectFrom('account')
    .select('language')
    .where('id', '=', accountId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!account) return;
  const language = account.language === 'en' ? 'en' : 'sv';
  await postMail(tx, house.clock, { to: { accountId }, template: 'customer-export-ready', language, about: { customerId, exportId } });
}

/** Writes what comes, however much, and tells how much it was and its digest. */
async function writeCounted(files: Files, key: string, content: Readable): Promise<{ bytes: number; sha256: Buffer }> {
  const digest = createHash('sha256');
  let bytes = 0;
  async function* counted() {
    for await (const piece of content as AsyncIterable<Buffer>) {
      digest.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
  await files.write(key, counted());
  return { bytes, sha256: digest.digest() };
}

/** Entry after entry, each read only when the one before has been written. The checksums come last, when they are known. */
function zipOf(entries: Entry[], madeAt: Date, told: (done: number) => Promise<unknown>): Readable {
  const zip = new yazl.ZipFile();
  const out = new PassThrough();
  const sums: string[] = [];
  let done = 0;
  const options = { mtime: madeAt, compress: true };
  for (const { path, content } of entries) {
    zip.addReadStreamLazy(path, options, (give) => {
      const digest = createHash('sha256');
      const counted = new Transform({
        transform(chunk: Buffer, _, next) {
          digest.update(chunk);
          next(null, chunk);
        },
        flush(next) {
          sums.push(`${digest.digest('hex')}  ${path}\n`);
          next();
          told(++done).catch((error: Error) => out.destroy(error));
        },
      });
      Promise.resolve(content())
        .then((source) => pipeline(source ?? Readable.from([]), counted))
        .catch((error: Error) => out.destroy(error));
      give(null, counted);
    });
  }
  zip.addReadStreamLazy('checksums.sha256', options, (give) => give(null, Readable.from([sums.join('')])));
  zip.end();
  zip.on('error', (error: Error) => out.destroy(error));
  zip.outputStream.pipe(out);
  return out;
}
