const partBytes = 4 * 1024 * 1024;
const retryMs = 3_000;

/** Sends the chosen file in parts, by tus 1.0: made by a POST, asked for its place by HEAD, continued from there. */
export function startUpload(form: HTMLFormElement): void {
  const state = form.querySelector<HTMLElement>('[data-upload-state]')!;
  const input = form.querySelector<HTMLInputElement>('input[type=file]')!;
  form.addEventListener('submit', (event) => {
    const file = input.files?.[0];
    // A small file goes by the form itself; an empty choice is told by the page.
    if (!file || file.size <= partBytes) return;
    event.preventDefault();
    void sendWhole(form, file, state);
  });
}

async function sendWhole(form: HTMLFormElement, file: File, state: HTMLElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('button')!;
  button.disabled = true;
  const problem = await send(form, file, state);
  button.disabled = false;
  if (!problem) location.assign(`${location.pathname}?besked=uppladdad`);
  else tell(state, problem, true);
}

const tus = { 'tus-resumable': '1.0.0' };

/** What went wrong, as a sentence; nothing when all of it arrived. */
async function send(form: HTMLFormElement, file: File, state: HTMLElement): Promise<string | undefined> {
  const words = form.dataset;
  const failed = words['failed'] ?? '';
  const bar = document.createElement('progress');
  bar.max = file.size;
  bar.ariaLabel = words['uploading'] ?? '';
  state.replaceChildren(words['uploading'] ?? '', ' ', bar);
  const metadata = `filename ${btoa(String.fromCodePoint(...new TextEncoder().encode(file.name)))}`;
  const headers = { ...tus, 'upload-length': String(file.size), 'upload-metadata': metadata };
  const made = await fetch(words['upload'] ?? '', { method: 'POST', headers }).catch(() => undefined);
  const address = made?.headers.get('location');
  if (!made?.ok || !address) return made && made.status < 500 ? (await made.text()) || failed : failed;
  let offset = 0;
  while (offset < file.size) {
    const body = file.slice(offset, offset + partBytes);
    const said = {
      ...tus,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
      'x-http-method-override': 'PATCH',
    };
    const sent = await fetch(address, { method: 'POST', headers: said, body }).catch(() => undefined);
    if (sent?.status === 422 || sent?.status === 413) return (await sent.text()) || failed;
    if (sent?.ok) offset += body.size;
    else {
      if (sent && sent.status < 500 && sent.status !== 409 && sent.status !== 423) return failed;
      state.firstChild!.textContent = words['paused'] ?? '';
      await new Promise((resolve) => setTimeout(resolve, retryMs));
      offset = (await placeOf(address)) ?? offset;
      continue;
    }
    state.firstChild!.textContent = words['uploading'] ?? '';
    bar.value = offset;
  }
  return undefined;
}

async function placeOf(address: string): Promise<number | undefined> {
  const answer = await fetch(address, { method: 'HEAD', headers: tus }).catch(() => undefined);
  const offset = Number(answer?.headers.get('upload-offset') ?? Number.NaN);
  return answer?.ok && Number.isSafeInteger(offset) ? offset : undefined;
}

function tell(state: HTMLElement, text: string, isProblem: boolean): void {
  state.classList.toggle('error', isProblem);
  state.textContent = text;
}
