import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { signMail } from '../../src/platform/mail/inbound/signed-mail.ts';
import type { Chance } from './chance.ts';
import type { Writer } from './town.ts';

export type Load = { urls: string[]; chance: Chance; mailSecret: string; mailAddress: string };
type Answer = { status: number; text: string };
const patienceMs = 5_000;

/** Asks one application after another until one of them says yes; a lost line, a fault and a refusal are all tried again. */
async function insist(
  { urls, chance }: Load,
  path: string,
  request: () => RequestInit,
  accepted: number,
): Promise<{ tries: number; text: string }> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(chance.of(urls) + path, request());
    if (answer?.status === accepted) return { tries, text: answer.text };
    if (tries > 400) throw new Error(`${path} was never accepted: ${answer?.status ?? 'no answer'}`);
    await wait(50 + chance.below(250));
  }
}

async function ask(url: string, request: RequestInit): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs), ...request });
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}

const form = (fields: Record<string, string>, headers: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
  body: new URLSearchParams(fields).toString(),
});

/** One person writes message after message; every fifth is pressed twice. Gives what was accepted, in order. */
export async function writeMessages(load: Load, writer: Writer, count: number): Promise<{ accepted: string[]; tries: number }> {
  const accepted: string[] = [];
  let tries = 0;
  for (let index = 0; index < count; index += 1) {
    const body = `${writer.name} ${index}`;
    const request = () => form({ body, client_id: id }, { cookie: writer.cookie });
    const id = randomUUID();
    const presses = load.chance.below(5) === 0 ? 2 : 1;
    const answers = await Promise.all(Array.from({ length: presses }, () => insist(load, writer.path, request, 303)));
    accepted.push(body);
    tries += answers.reduce((sum, answer) => sum + answer.tries, 0);
    await wait(load.chance.below(40));
  }
  return { accepted, tries };
}

/** One visitor after another fills in the contact form, without an account. */
export async function fillForms(load: Load, names: string[]): Promise<{ accepted: string[]; tries: number }> {
  const accepted: string[] = [];
  let tries = 0;
  for (const name of names) {
    const caller = { 'x-forwarded-for': `10.${load.chance.below(256)}.${load.chance.below(256)}.${load.chance.below(256)}` };
    const { text } = await insist(load, '/kontakt', () => ({ headers: caller }), 200);
    const seal = /name="seal" value="([^"]+)"/.exec(text)?.[1] ?? '';
    await wait(2_100); // as long as a person needs at the least
    const fields = { to: 'question', email: `${name}@annan.example`, body: `Fråga ${name}`, website: '', seal };
    const answer = await insist(load, '/kontakt', () => form(fields, caller), 303);
    accepted.push(name);
    tries += answer.tries;
  }
  return { accepted, tries };
}

/** A mail server hands over one mail after another, each until it is taken. */
export async function handOverMails(load: Load, names: string[]): Promise<{ accepted: string[]; tries: number }> {
  const accepted: string[] = [];
  let tries = 0;
  for (const name of names) {
    const raw = Buffer.from(
      `From: ${name}@annan.example\r\nTo: ${load.mailAddress}\r\nSubject: Fråga\r\nMessage-ID: <${name}@annan.example>\r\n` +
        `Content-Type: text/plain; charset=utf-8\r\n\r\nFråga ${name}\r\n`,
    );
    let attempt = 0;
    const request = (): RequestInit => {
      // A time of its own for each try, within what is allowed: the same signature is taken once only.
      const time = String(Math.floor(Date.now() / 1000) - (attempt++ % 200));
      const headers = { 'kursiv-time': time, 'kursiv-signature': signMail(load.mailSecret, time, raw), 'content-type': 'message/rfc822' };
      return { method: 'POST', headers, body: raw };
    };
    const answer = await insist(load, '/mejl/inkommande', request, 202);
    accepted.push(name);
    tries += answer.tries;
    await wait(load.chance.below(200));
  }
  return { accepted, tries };
}
