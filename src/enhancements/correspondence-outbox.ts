import { paragraph, type Update } from './correspondence-log.ts';
import { keepDraft } from './correspondence-draft.ts';
import { keepIn, type Unsent } from './correspondence-kept.ts';
import { newId } from './new-id.ts';

type Text = { sending: string; waiting: string; signedOut: string; refused: string };
type Outcome = { state: 'sent'; update: Update } | { state: 'again' | 'signed out' | 'refused'; problem?: string };
type Options = { keptAs: string; text: Text; onSent(update: Update): void };

const patienceMs = 15_000;
const longestWaitMs = 30_000;

/** Sends what is written, one message at a time, and keeps it until the server has it: through broken lines and reloads. */
export function openOutbox(root: HTMLElement, form: HTMLFormElement, { keptAs, text, onSent }: Options) {
  const kept = keepIn(keptAs);
  const area = form.querySelector('textarea')!;
  const clientId = form.querySelector<HTMLInputElement>('[name="client_id"]')!;
  const files = form.querySelector<HTMLInputElement>('[name="files"]');
  const page = () => form.querySelector<HTMLInputElement>('[name="page"]:checked')?.value;
  const list = root.querySelector<HTMLOListElement>('[data-pending]')!;
  const draft = keepDraft(form);
  const queue: Unsent[] = kept.unsent();
  let isSending = false;
  let waitMs = 1_000;
  let retry: number | undefined;

  const itemOf = ({ clientId }: Unsent) => list.querySelector<HTMLElement>(`[data-client="${clientId}"]`);

  function showPending(message: Unsent, state: string): void {
    const item = itemOf(message) ?? list.appendChild(pendingItem(message));
    item.querySelector('.message-state')!.textContent = state;
    list.parentElement!.hidden = false;
  }

  function confirm(clientId: string): void {
    const index = queue.findIndex((message) => message.clientId === clientId);
    if (index < 0) return;
    const [message] = queue.splice(index, 1);
    kept.forget(clientId);
    itemOf(message!)?.remove();
    list.parentElement!.hidden = list.childElementCount === 0;
  }

  async function flush(): Promise<void> {
    clearTimeout(retry);
    if (isSending) return;
    isSending = true;
    for (let message = queue[0]; message; message = queue[0]) {
      showPending(message, text.sending);
      const outcome = await post(form.action, message);
      if (outcome.state === 'sent') {
        waitMs = 1_000;
        confirm(message.clientId);
        onSent(outcome.update);
      } else if (!goOn(message, outcome)) break;
    }
    isSending = false;
  }

  /** After a message that did not arrive; false while there is nothing to do but wait. */
  function goOn(message: Unsent, { state, problem }: Exclude<Outcome, { state: 'sent' }>): boolean {
    if (state === 'refused') {
      // It would be refused again: the text stays to be seen, and is not sent any more.
      showPending(message, problem ?? text.refused);
      queue.splice(queue.indexOf(message), 1);
      kept.forget(message.clientId);
      return true;
    }
    showPending(message, state === 'signed out' ? text.signedOut : text.waiting);
    if (state === 'again') {
      retry = setTimeout(() => void flush(), waitMs);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    }
    return false;
  }

  form.addEventListener('submit', (event) => {
    // A draft or a saved reply is asked of the server.
    if ((event.submitter as HTMLButtonElement | null)?.hasAttribute('formaction')) return;
    draft.stop();
    // Files go with the page itself.
    if (files?.files?.length) return void kept.draft('');
    const body = area.value.trim();
    // What is wrong is told by the server, on a page of its own.
    if (body === '' || body.length > 10_000) return;
    event.preventDefault();
    const about = page();
    const message = { clientId: clientId.value, body, ...(about ? { page: about } : {}), at: Date.now() };
    form.querySelector('[data-about-page]')?.remove();
    clientId.value = newId();
    queue.push(message);
    kept.keep(message);
    showPending(message, text.sending);
    area.value = '';
    kept.draft('');
    area.dispatchEvent(new Event('input'));
    area.focus();
    void flush();
  });
  area.addEventListener('input', () => kept.draft(area.value));
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  addEventListener('online', () => void flush());
  if (area.value === '') area.value = kept.draft();
  for (const message of queue) showPending(message, text.sending);
  void flush();
  return { confirm };
}

async function post(url: string, { clientId, body, page }: Unsent): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ client_id: clientId, body, ...(page ? { page } : {}) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) return { state: 'sent', update: (await response.json()) as Update };
    if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) return { state: 'signed out' };
    if (response.status === 422) return { state: 'refused', problem: ((await response.json()) as { problem: string }).problem };
    return { state: response.status >= 500 || response.status === 429 ? 'again' : 'refused' };
  } catch {
    return { state: 'again' };
  }
}

function pendingItem({ clientId, body }: Unsent): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'mine';
  item.dataset['client'] = clientId;
  const message = document.createElement('div');
  message.className = 'message';
  const text = document.createElement('div');
  text.className = 'message-body';
  text.textContent = body;
  message.append(text, paragraph('message-state'));
  item.append(message);
  return item;
}
