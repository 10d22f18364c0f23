import type { ImapFlow } from 'imapflow';
import { addDays } from '../../clock.ts';
import type { House } from '../../house.ts';
import { acceptMail, refuseLarge } from './accept-mail.ts';
import { maxMailBytes } from './parse-mail.ts';

const atATime = 50;
/** Mail that was taken in leaves the mailbox after as long as its row is kept (P30D). */
const keptDays = 30;

/**
 * Reads what is new in the mailbox. A mail is marked as seen only when its row is committed: whatever breaks in between, it is
 * read again and known by its key.
 */
export async function fetchMail(house: House): Promise<void> {
  if (!house.mailIn?.imapUrl) return;
  const client = await connectionTo(new URL(house.mailIn.imapUrl));
  await client.connect();
  try {
    const lock = await client.getMailboxLock('INBOX');
    try {
      await takeUnseen(house, client);
      await removeOld(house, client);
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function takeUnseen(house: House, client: ImapFlow): Promise<void> {
  const unseen = (await client.search({ seen: false }, { uid: true })) || [];
  for (const uid of unseen.slice(0, atATime)) {
    const about = await client.fetchOne(String(uid), { uid: true, size: true, envelope: true }, { uid: true });
    if (!about) continue;
    if ((about.size ?? 0) > maxMailBytes) await refuseLarge(house, about.envelope?.from?.[0]?.address, about.envelope?.messageId);
    else {
      const mail = await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true });
      if (!mail || !mail.source) continue;
      await acceptMail(house, mail.source);
    }
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  }
}

async function removeOld(house: House, client: ImapFlow): Promise<void> {
  const old = (await client.search({ seen: true, before: addDays(house.clock.now(), -keptDays) }, { uid: true })) || [];
  if (old.length > 0) await client.messageDelete(old.join(','), { uid: true });
}

/** Only a house with a mailbox reads the library as code. */
async function connectionTo({ protocol, hostname, port, username, password }: URL): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow');
  const secure = protocol === 'imaps:';
  const client = new ImapFlow({
    host: hostname,
    port: port ? Number(port) : secure ? 993 : 143,
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false, // its lines quote addresses and subjects
    disableAutoIdle: true,
    connectionTimeout: 20_000,
    socketTimeout: 60_000,
  });
  // A lost connection fails the command under way; without a listener it would end the process.
  client.on('error', () => {});
  return client;
}
