import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** `from` is where it would be sent back to. */
export type ReceivedMail = { from: string; to: string[]; raw: string };

/** What a mail server may do with the next messages. `drop`: takes the whole message and is gone before it says so; `drop-midway`: is gone in the middle of it. */
export type Mood =
  | { kind: 'refuse' | 'refuse-recipient'; code: number; text?: string }
  | { kind: 'slow'; ms: number }
  | { kind: 'drop' | 'drop-midway' };

export type MailServer = {
  url: string;
  received: ReceivedMail[];
  /** The next messages meet this; then all is well again. */
  next(mood: Mood, times?: number): void;
  refuse(times: number): void;
  /** Nobody answers at the port until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
};

/** A real SMTP server on loopback that keeps what it gets, and behaves as badly as it is told to. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const moods: Mood[] = [];
  const sockets = new Set<Socket>();
  const error = (code: number, text = 'no') => Object.assign(new Error(text), { responseCode: code });
  const open = async (port: number): Promise<SMTPServer> => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 100,
      onRcptTo(_, __, callback) {
        const [mood] = moods;
        if (mood?.kind !== 'refuse-recipient') return callback();
        moods.shift();
        return callback(error(mood.code, mood.text));
      },
      onData(stream, session, callback) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (moods[0]?.kind === 'drop-midway') sockets.forEach((socket) => socket.destroy());
        });
        stream.on('end', () => {
          const mood = moods.shift();
          if (mood?.kind === 'drop-midway') return callback();
          if (mood?.kind === 'refuse') return callback(error(mood.code, mood.text));
          const { mailFrom } = session.envelope;
          received.push({
            from: mailFrom ? mailFrom.address : '',
            to: session.envelope.rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks).toString('utf8'),
          });
          if (mood?.kind === 'drop') return sockets.forEach((socket) => socket.destroy());
          if (mood?.kind === 'slow') return void setTimeout(() => callback(), mood.ms);
          return callback();
        });
      },
    });
    server.on('error', () => {}); // a client that gave up on a slow answer
    server.server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });
    return server;
  };
  const shut = (server: SMTPServer) => new Promise<void>((resolve) => server.close(() => resolve()));
  let server = await open(0);
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    next: (mood, times = 1) => void moods.push(...Array.from({ length: times }, () => mood)),
    refuse: (times) => void moods.push(...Array.from({ length: times }, () => ({ kind: 'refuse', code: 451 }) as const)),
    down: () => shut(server),
    async up() {
      server = await open(port);
    },
    close: () => shut(server),
  };
}

/** The id that a mail bears; the same mail sent again bears the same. */
export const messageIdOf = ({ raw }: ReceivedMail): string => /^message-id: *(\S+)/im.exec(raw)?.[1] ?? '';

/** The text of a quoted-printable or base64 mail. */
export function textOf({ raw }: Pick<ReceivedMail, 'raw'>): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
