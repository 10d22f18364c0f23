import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { House } from '../../platform/house.ts';
import { BackupRefused } from './backup-refused.ts';
import { decrypterFor } from './identity.ts';
import { checkSum } from './places/backups-there.ts';
import type { Place } from './places/place.ts';
import type { RowLine } from './row-line.ts';
import { format, proofOf, type FileLine, type Head, type Tail } from './write-backup.ts';

export type OpenedBackup = { head: Head; rows: AsyncGenerator<RowLine | FileLine>; tail(): Tail };

/**
 * Opens a backup and reads it line by line. `tail` is known when every row has been read and the
 * proof at the end has held; whoever writes rows down commits only after that.
 */
export async function openBackup(house: Pick<House, 'vault' | 'secrets'>, place: Place, name: string): Promise<OpenedBackup> {
  await checkSum(place, name);
  const decrypter = await decrypterFor(house.vault);
  const content = await place.read(name);
  if (!content) throw new BackupRefused(`There is no ${name} in ${place.name}.`);
  const source = Readable.toWeb(Readable.from(content)) as ReadableStream<Uint8Array>;
  const opened = await decrypter.decrypt(source).catch(() => {
    throw new BackupRefused(`${name} cannot be opened with the identity at ${house.vault.identityFile}.`);
  });
  const lines = linesOf(Readable.fromWeb(opened as never));
  const hash = createHash('sha256');
  const first = (await lines.next()).value;
  if (!first) throw new BackupRefused('The backup is empty.');
  hash.update(`${first}\n`);
  const head = JSON.parse(first) as Head;
  refuseOther(name, head);
  let tail: Tail | undefined;
  async function* rows(): AsyncGenerator<RowLine | FileLine> {
    for await (const line of lines) {
      if (tail) throw new BackupRefused('The backup goes on after its end.');
      const read = JSON.parse(line) as RowLine | FileLine | Tail;
      if ('end' in read) tail = read;
      else {
        hash.update(`${line}\n`);
        yield read;
      }
    }
    if (tail?.proof !== proofOf(house, hash))
      throw new BackupRefused('The backup was not written by this installation, or has been changed.');
  }
  return {
    head,
    rows: rows(),
    tail: () => {
      if (!tail) throw new BackupRefused('The backup has not been read to its end.');
      return tail;
    },
  };
}

function refuseOther(name: string, head: Partial<Head>): void {
  if (head.kursiv !== 'backup') throw new BackupRefused(`${name} is not a backup of Kursiv.`);
  if (head.format === format) return;
  throw new BackupRefused(
    Number(head.format) < format
      ? `${name} has the older format ${head.format}, which brings back what customers have had erased about people since. Restore a newer backup. Is there none, restore this one with the version of Kursiv that made it, and then update.`
      : `${name} has the newer format ${head.format}. Update Kursiv first.`,
  );
}

async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let pieces: string[] = [];
  for await (const chunk of bytes) {
    const [first = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n');
    pieces.push(first);
    for (const piece of rest) {
      yield pieces.join('');
      pieces = [piece];
    }
  }
  if (pieces.join('') !== '') throw new BackupRefused('The backup ends in the middle of a line.');
}
