type Said = { saved?: string; problem?: string; result?: string };
type Words = { sending: string; failed: string };

/** Sends a chosen file at once, so that the form that hands in the test does not carry it. */
export function sendFiles(form: HTMLFormElement, words: Words): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-file]')) {
    const input = part.querySelector<HTMLInputElement>('input[type=file]');
    input?.addEventListener('change', () => void send(part, input, words));
  }
}

async function send(part: HTMLElement, input: HTMLInputElement, { sending, failed }: Words): Promise<void> {
  const [file] = input.files ?? [];
  const note = part.querySelector('.saved');
  if (!file || !note) return;
  const say = (words: string, isProblem = false) => {
    note.textContent = words;
    note.classList.toggle('error', isProblem);
  };
  say(sending);
  const body = new FormData();
  body.set(input.name, file);
  const response = await fetch(part.dataset['file'] ?? '', { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
  const said = (await response?.json().catch(() => ({}))) as Said | undefined;
  if (response?.status === 409 && said?.result) return location.assign(said.result);
  if (response?.ok) input.value = '';
  say(said?.saved ?? said?.problem ?? failed, !response?.ok);
}
