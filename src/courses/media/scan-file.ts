import { createReadStream } from 'node:fs';
import { connect } from 'node:net';

/** clamd said no, or said nothing: then the file is not taken either. */
export type Scanned = 'clean' | 'infected' | 'unreachable';

/** Has clamd look through a file (its INSTREAM command: chunks, each with its length before it, then an empty one). */
export async function scanFile(address: string, path: string): Promise<Scanned> {
  const [host = '', port = ''] = address.split(':');
  const socket = connect({ host, port: Number(port), timeout: 60_000 });
  socket.on('timeout', () => socket.destroy(new Error('clamd does not answer')));
  try {
    const answer = readAll(socket);
    answer.catch(() => {});
    socket.write('zINSTREAM\0');
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      if (!socket.write(Buffer.concat([length, chunk]))) await Promise.race([drained(socket), answer]);
    }
    socket.write(Buffer.alloc(4));
    const said = await answer;
    if (/\bOK\0?$/.test(said)) return 'clean';
    return said.includes('FOUND') ? 'infected' : 'unreachable';
  } catch {
    return 'unreachable';
  } finally {
    socket.destroy();
  }
}

const drained = (socket: ReturnType<typeof connect>) => new Promise<void>((resolve) => socket.once('drain', () => resolve()));

async function readAll(socket: ReturnType<typeof connect>): Promise<string> {
  let said = '';
  for await (const chunk of socket) said += String(chunk);
  return said.trim();
}
