import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { sendMail } from '../platform/mail/send-mail.ts';
import type { OutgoingMail } from '../platform/mail/transport.ts';
import { formPost, password, type Person } from '../../tests/support/world.ts';
import type { TestHouse } from '../../tests/support/test-house.ts';
import { signInMails } from './mails.ts';

/** What a browser keeps between two requests. */
export function cookiesOf(response: Response, before = ''): string {
  const jar = new Map(
    before
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split('=', 2) as [string, string]),
  );
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = line.split(';')[0]!.split('=', 2);
    if (value) jar.set(name, value);
    else jar.delete(name);
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

export const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } });

export const trySignIn = (test: TestHouse, email: string, typed = password, more: Record<string, string> = {}) =>
  test.app.request('/logga-in', formPost({ email, password: typed, ...more }));

export async function signInAs(test: TestHouse, person: Person): Promise<string> {
  return cookiesOf(await trySignIn(test, person.email));
}

export const jsonPost = (body: unknown, cookie = ''): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie },
  body: JSON.stringify(body),
});

/** Sends what waits in the outbox, as the worker does, and answers with what left the house. */
export async function sendWaitingMails(test: TestHouse): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  const transport = { send: async (mail: OutgoingMail) => void sent.push(mail), close: () => {} };
  const { rows } = await test.owner.query<{ id: string }>(`select id from mail where state = 'queued' order by created_at`);
  for (const { id } of rows) {
    await sendMail(
      test.house,
      { transport, templates: signInMails, from: 'kursiv@kursiv.example' },
      { mailId: id },
      { number: 1, last: true },
    );
  }
  return sent;
}

export const linkIn = (mail: OutgoingMail | undefined): string => /http:\/\/localhost(\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';

type Cbor = number | string | Buffer | Map<Cbor, Cbor>;

/** As much of CBOR (RFC 8949) as an attestation needs. */
function cbor(value: Cbor): Buffer {
  const head = (major: number, size: number) =>
    size < 24
      ? Buffer.from([(major << 5) | size])
      : size < 256
        ? Buffer.from([(major << 5) | 24, size])
        : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();

/** A device that makes and uses one passkey, ES256 with attestation "none". */
export function softwareAuthenticator(origin = 'http://localhost') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
  const id = randomBytes(32);
  const device = { counter: 0, verifiesUser: true };

  const authenticatorData = (extra: Buffer, flag: number) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(device.counter);
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([1 | (device.verifiesUser ? 4 : 0) | flag]), counter, extra]);
  };
  const clientData = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const answer = (response: Record<string, unknown>) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });

  return {
    device,
    create(options: { challenge: string }) {
      const key = new Map<Cbor, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]);
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(key)]);
      const attestation = cbor(
        new Map<Cbor, Cbor>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authenticatorData(credential, 0x40)],
        ]),
      );
      return answer({
        attestationObject: attestation.toString('base64url'),
        clientDataJSON: clientData('webauthn.create', options.challenge).toString('base64url'),
        transports: ['internal'],
      });
    },
    use(options: { challenge: string }) {
      device.counter += 1;
      const data = authenticatorData(Buffer.alloc(0), 0);
      const client = clientData('webauthn.get', options.challenge);
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      return answer({
        authenticatorData: data.toString('base64url'),
        clientDataJSON: client.toString('base64url'),
        signature: signature.toString('base64url'),
      });
    },
  };
}
