import { fillFields } from './fill-fields.ts';
import { newId } from './new-id.ts';
import { openWaiting, post, type Outcome, type Waiting } from './waiting-answers.ts';

/** Answers the questions of a course page and keeps notes on it without leaving it, and holds both while there is no network. */
const root = document.querySelector<HTMLElement>('[data-queue]');
const forms = new Map(
  [...document.querySelectorAll<HTMLFormElement>('form[data-answer]')].map((form) => [form.getAttribute('action')!, form]),
);

if (root) {
  const text = root.dataset;
  const waiting = openWaiting(text['queue'] ?? '', {
    send: deliver,
    stillWaiting: ({ key }, why) => say(key, why === 'again' ? text['waiting'] : text['signedOut']),
  });

  for (const [address, form] of forms) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>).toString();
      // Each press is a try of its own; a repeated send of the same press is not.
      const id = form.querySelector<HTMLInputElement>('[name=client_id]');
      if (id) id.value = newId();
      waiting.put({ key: address, body, at: Date.now() });
    });
  }
  for (const left of waiting.all()) {
    fill(left);
    say(left.key, text['waiting']);
  }
  void waiting.flush();

  async function deliver({ key, body }: Waiting, stopped: AbortSignal): Promise<Outcome> {
    const response = await post(key, 'application/x-www-form-urlencoded', body, stopped);
    if (!(response instanceof Response)) return response;
    const answer = (await response.json().catch(() => ({}))) as { feedback?: string; problem?: string };
    if (answer.feedback) noteOf(key)?.replaceChildren(...elementsOf(answer.feedback));
    else say(key, response.status === 422 ? answer.problem : text['notSaved'], true);
    return 'sent';
  }
}

function noteOf(address: string): Element | null | undefined {
  return forms.get(address)?.nextElementSibling;
}

function say(address: string, words: string | undefined, isProblem = false): void {
  const line = document.createElement('p');
  line.className = isProblem ? 'error' : 'hint';
  line.textContent = words ?? '';
  noteOf(address)?.replaceChildren(line);
}

/** What was answered before the page was closed stands in the fields again. */
function fill({ key, body }: Waiting): void {
  const values = new URLSearchParams(body);
  fillFields(forms.get(key), 'answer', values.getAll('answer'));
  if (values.has('body')) fillFields(forms.get(key), 'body', values.getAll('body'));
  forms.get(key)?.closest('details')?.setAttribute('open', '');
}

function elementsOf(html: string): Node[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.childNodes];
}
