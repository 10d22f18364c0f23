/** Creates and uses passkeys. A page without this script has the password; a button shows only where the browser can. */
type Answer = { goTo?: string; problem?: string };

const supported =
  typeof PublicKeyCredential === 'function' &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'toJSON' in PublicKeyCredential.prototype;

if (supported) {
  for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) ready(part);
  for (const offer of document.querySelectorAll<HTMLElement>('[data-passkey-offer]')) offer.hidden = false;
}

function ready(part: HTMLElement): void {
  const button = part.querySelector('button');
  const said = part.querySelector('[role=status]');
  if (!button || !said) return;
  const press = async () => {
    button.disabled = true;
    said.textContent = '';
    said.textContent = (await run(part).catch((error: unknown) => part.dataset[isCancelled(error) ? 'cancelled' : 'failed'])) ?? '';
    button.disabled = false;
  };
  button.addEventListener('click', () => void press());
  part.hidden = false;
}

/** Asks the server, then the person's device, then tells the server. Answers with what went wrong, if anything did. */
async function run({ dataset }: HTMLElement): Promise<string | undefined> {
  const asked = await post(dataset['ask'] ?? '', {});
  if (!asked.ok) return go(asked, dataset['failed']);
  const options: unknown = await asked.json();
  const credential = dataset['passkey'] === 'create' ? await create(options) : await use(options);
  if (!credential) return dataset['failed'];
  const body = { response: credential.toJSON() as unknown, ...(dataset['goOn'] ? { vidare: dataset['goOn'] } : {}) };
  return go(await post(dataset['answer'] ?? '', body), dataset['failed']);
}

const create = async (options: unknown) =>
  (await navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON),
  })) as PublicKeyCredential | null;

const use = async (options: unknown) =>
  (await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
  })) as PublicKeyCredential | null;

const post = (address: string, body: unknown) =>
  fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function go(response: Response, failed: string | undefined): Promise<string | undefined> {
  const answer = (await response.json()) as Answer;
  if (!answer.goTo) return answer.problem ?? failed;
  location.assign(answer.goTo);
  return undefined;
}

const isCancelled = (error: unknown) => error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');
