import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { findSecondFactor, replaceRecoveryCodes, useRecoveryCode, useStep } from './second-factor.queries.ts';

const sealedAs = 'second-factor';
const recoveryCodes = 10;
const recoveryDigits = 12;

export const newSecret = (house: House): Buffer => house.secrets.seal(sealedAs, new Secret({ size: 20 }).bytes);

const totpFrom = (house: House, sealed: Buffer, more: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...more, secret: new Secret({ buffer: Uint8Array.from(house.secrets.open(sealedAs, sealed)).buffer }) });

/** The secret as a picture and as letters, for the person who is setting up the app. */
export async function secretToShow(house: House, sealed: Buffer, names: { issuer: string; label: string }) {
  const totp = totpFrom(house, sealed, names);
  const { toString: drawQr } = await import('qrcode');
  const svg = await drawQr(totp.toString(), { type: 'svg', margin: 2 });
  return {
    text: totp.secret.base32.replace(/(.{4})(?=.)/g, '$1 '),
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
  };
}

/** Checks a code from the app, and uses it up: the same code never opens twice (RFC 6238 §5.2). */
export async function useAppCode(tx: Tx, house: House, accountId: string, code: string): Promise<boolean> {
  const factor = await findSecondFactor(tx, accountId);
  if (!factor || !/^\d{6}$/.test(code)) return false;
  const totp = totpFrom(house, factor.secret);
  const timestamp = house.clock.now().getTime();
  const delta = totp.validate({ token: code, timestamp, window: 1 });
  return delta !== null && useStep(tx, accountId, totp.counter({ timestamp }) + delta);
}

/** A code from the app or one of the recovery codes, spaces and dashes as you like. */
export async function useCode(tx: Tx, house: House, accountId: string, typed: string): Promise<boolean> {
  const code = typed.replaceAll(/[\s-]/g, '');
  if (code.length !== recoveryDigits) return useAppCode(tx, house, accountId, code);
  return useRecoveryCode(tx, accountId, house.secrets.digest('recovery-code', code), house.clock.now());
}

/** Digits only, so that the same field and the same keyboard of a phone take both kinds of code. */
export async function makeRecoveryCodes(tx: Tx, house: House, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => String(randomInt(10 ** recoveryDigits)).padStart(recoveryDigits, '0'));
  await replaceRecoveryCodes(
    tx,
    accountId,
    codes.map((code) => house.secrets.digest('recovery-code', code)),
  );
  return codes.map((code) => code.replace(/(\d{4})(?=\d)/g, '$1 '));
}
