import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Vault } from '../../platform/house.ts';
import { BackupRefused } from './backup-refused.ts';

/** Encrypts to the recipient of the settings, or to the identity kept here, made on first use. */
export async function encrypterFor(vault: Vault): Promise<Encrypter> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(vault.recipient ?? (await identityToRecipient((await readIdentity(vault)) ?? (await makeIdentity(vault)))));
  return encrypter;
}

export async function decrypterFor(vault: Vault): Promise<Decrypter> {
  const identity = await readIdentity(vault);
  if (!identity) throw new BackupRefused(`There is no age identity at ${vault.identityFile}: without it no backup can be opened.`);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter;
}

/** The file is an ordinary age identity file: `age --decrypt --identity FILE` reads it. */
async function readIdentity({ identityFile }: Vault): Promise<string | undefined> {
  const text = await readFile(identityFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-'));
}

async function makeIdentity(vault: Vault): Promise<string> {
  const identity = await generateX25519Identity();
  await mkdir(dirname(vault.identityFile), { recursive: true });
  await writeFile(vault.identityFile, `# public key: ${await identityToRecipient(identity)}\n${identity}\n`, { mode: 0o600, flag: 'wx' });
  return identity;
}
