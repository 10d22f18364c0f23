declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  type Hoodiecrow = {
    server: Server;
    listen(port: number, listening: () => void): void;
    close(closed: () => void): void;
    appendMessage(mailbox: string, flags: string[], internalDate: string | Date, raw: string | Buffer): void;
    getMailbox(name: string): { messages: { flags: string[] }[] };
  };
  export default function start(options: { plugins: string[]; storage: object }): Hoodiecrow;
}
