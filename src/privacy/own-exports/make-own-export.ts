import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import type { Payload } from '../../platform/jobs.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { writeSealed } from '../../platform/sealed-file.ts';
import { piecesOf } from '../export.actions.tsx';
import { exportTables } from '../export.ts';
import { extractZip } from '../extract-zip.ts';
import { findWaiting, updateOwnExport } from './own-exports.queries.ts';

export const ownExportTask = 'own-export';
export const fileKey = (id: string): string => `${id}/${id}`;

/**
 * The job: writes everything held about one person into a file, sealed with the row's own key, as it is read. Done once; a second
 * run finds it done. Erasing the person meanwhile takes the row, and then the file goes as well.
 */
export async function makeOwnExport(house: House, { exportId = '' }: Payload, isLast: boolean): Promise<void> {
  const read = <Result>(work: (tx: Tx) => Promise<Result>) => house.database.transaction(acrossCustomers('export'), work);
  const waiting = await read((tx) => findWaiting(tx, exportId));
  if (!waiting) return;
  const { account_id: accountId, content_key: contentKey } = waiting;
  const language = waiting.language === 'en' ? 'en' : 'sv';
  try {
    // One after the other: a part that was told late would count fewer than the one before it.
    let told: Promise<unknown> = Promise.resolve();
    const zip = await openZip(
      house,
      accountId,
      language,
      (done, total) => (told = told.then(() => read((tx) => updateOwnExport(tx, exportId, { parts_done: done, parts_total: total })))),
    );
    const counted = countedOf(zip);
    await writeSealed(house.exports, fileKey(exportId), contentKey, counted.content);
    await told;
    const isThere = await read(async (tx) => {
      const done = await updateOwnExport(tx, exportId, { ...counted.told(), finished_at: house.clock.now() });
      if (done) await postMail(tx, house.clock, { to: { accountId }, template: 'own-export-ready', language });
      return done;
    });
    if (!isThere) await house.exports.remove(fileKey(exportId));
  } catch (error) {
    if (isLast) await read((tx) => updateOwnExport(tx, exportId, { failed_at: house.clock.now() }));
    throw error;
  }
}

type Told = (done: number, total: number) => Promise<unknown>;

async function openZip(house: House, accountId: string, language: 'sv' | 'en', told: Told): Promise<Readable> {
  const madeAt = house.clock.now();
  const head = { format: 'kursiv-export', version: 1, madeAt: madeAt.toISOString(), account: accountId };
  const explained = { register: house.register, locale: language };
  async function* json() {
    yield* piecesOf(head, await exportTables(house, accountId, { files: true }), explained);
  }
  return extractZip(await exportTables(house, accountId), json, explained, madeAt, told);
}

function countedOf(source: Readable) {
  const digest = createHash('sha256');
  let bytes = 0;
  async function* content() {
    for await (const piece of source as AsyncIterable<Buffer>) {
      digest.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
  return { content: content(), told: () => ({ bytes, sha256: digest.digest() }) };
}
