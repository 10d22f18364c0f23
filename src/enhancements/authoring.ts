import { showWhileWriting } from './authoring-preview.ts';

type Editor = { openEditor(form: HTMLFormElement, data: unknown): void };
type Answer = { revision?: number; saved?: string; address?: string };

/** Saves a page of a draft by itself a moment after the last key, and says so. One save is under way at a time. */
const form = document.querySelector<HTMLFormElement>('form[data-writing]');
const pauseMs = 1_200;
const retryMs = 5_000;

if (form?.dataset['editor']) {
  // Should it not come, the Markdown field is there.
  const { editor, editorData = '' } = form.dataset;
  import(editor)
    .then((module: Editor) => module.openEditor(form, JSON.parse(editorData)))
    .catch(() => {})
    .finally(start);
} else start();

function start(): void {
  if (form) write(form);
}

function write(form: HTMLFormElement): void {
  const words = form.dataset;
  const revision = form.querySelector<HTMLInputElement>('[name=revision]')!;
  const status = form.querySelector<HTMLElement>('[data-saved]')!;
  const [save, show] = [button('save'), button('show')];
  let savedText = contents();
  let timer: number | undefined;
  let isSaving = false;
  let isStopped = false;

  save.hidden = show.hidden = true;
  showWhileWriting(form);
  form.addEventListener('input', () => {
    if (isStopped) return;
    say(words['unsaved']);
    saveIn(pauseMs);
  });
  form.addEventListener('submit', () => {
    isStopped = true;
    clearTimeout(timer);
  });
  addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void saveNow();
  });
  addEventListener('online', () => void saveNow());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void saveNow());
  addEventListener('beforeunload', (event) => {
    if (!isStopped && contents() !== savedText) event.preventDefault();
  });

  function button(intent: string): HTMLButtonElement {
    return form.querySelector<HTMLButtonElement>(`button[value=${intent}]`)!;
  }

  function contents(): string {
    const data = new FormData(form);
    data.delete('revision');
    return new URLSearchParams([...data].map(([name, value]) => [name, typeof value === 'string' ? value : ''])).toString();
  }

  function saveIn(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void saveNow(), ms);
  }

  async function saveNow(): Promise<void> {
    clearTimeout(timer);
    const text = contents();
    if (isStopped || isSaving || text === savedText) return;
    isSaving = true;
    say(words['saving']);
    const response = await send(text).catch(() => undefined);
    isSaving = false;
    if (!response || response.status >= 500) return again(words['waiting']);
    if (response.status === 401) return again(words['signedOut']);
    if (response.ok) return confirm(text, (await response.json()) as Answer);
    // Nothing is thrown away: the author sees both texts by the ordinary way.
    if (response.status === 409) stop(words['conflict']);
    else if (response.status === 422) say(words['notSaved'], true);
    else stop(words['gone']);
  }

  function send(text: string): Promise<Response> {
    const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
    const body = `${text}&intent=save&revision=${revision.value}`;
    return fetch(form.action, { method: 'POST', headers, body, redirect: 'manual' }).then((response) =>
      response.type === 'opaqueredirect' ? new Response(null, { status: 401 }) : response,
    );
  }

  function confirm(text: string, answer: Answer): void {
    savedText = text;
    revision.value = String(answer.revision ?? revision.value);
    if (answer.address) form.action = answer.address;
    if (contents() === text) say(answer.saved);
    else saveIn(pauseMs);
  }

  function again(why: string | undefined): void {
    say(why, true);
    saveIn(retryMs);
  }

  function stop(why: string | undefined): void {
    isStopped = true;
    save.hidden = false;
    say(why, true);
  }

  function say(text: string | undefined, isProblem = false): void {
    status.classList.toggle('error', isProblem);
    if (status.textContent !== text) status.textContent = text ?? '';
  }
}
