import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = { to: string[]; raw: string };
/** What can go wrong with a mail: refused for now, the line lost in the middle of it, or lost before the server's answer. */
type Fault = 'refuse' | 'drop mid-message' | 'drop unanswered';
export type MailServer = {
  url: string;
  port: number;
  received: ReceivedMail[];
  refuse(times: number): void;
  /** The next mails go wrong in these ways, one after another. */
  goWrong(...faults: Fault[]): void;
  /** Answers each mail this late. */
  beSlow(ms: number): void;
  close(): Promise<void>;
};

/** A real SMTP server on loopback that keeps what it gets, and is as bad as it is told to be. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const faults: Fault[] = [];
  const sockets = new Map<number | undefined, Socket>();
  let slowMs = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      const fault = faults.shift();
      const line = sockets.get(session.remotePort);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (fault === 'drop mid-message') line?.destroy();
      });
      stream.on('end', () => {
        if (fault === 'refuse') return callback(Object.assign(new Error('try again'), { responseCode: 451 }));
        if (fault === 'drop mid-message') return callback();
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString('utf8') });
        if (fault === 'drop unanswered') return void line?.destroy();
        if (slowMs === 0) return callback();
        setTimeout(callback, slowMs).unref();
      });
    },
  });
  server.on('error', () => {}); // lines that were lost
  server.server.on('connection', (socket) => {
    sockets.set(socket.remotePort, socket);
    socket.once('close', () => sockets.delete(socket.remotePort));
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    received,
    refuse: (times) => void faults.push(...Array<Fault>(times).fill('refuse')),
    goWrong: (...next) => void faults.push(...next),
    beSlow: (ms) => void (slowMs = ms),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The id that a mail bears; the same mail sent again bears the same. */
export const messageIdOf = ({ raw }: ReceivedMail): string => /^message-id: *(\S+)/im.exec(raw)?.[1] ?? '';

/** The text of a quoted-printable or base64 mail. */
export function textOf({ raw }: ReceivedMail): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
