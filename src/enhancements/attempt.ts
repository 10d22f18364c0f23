import { sendFiles } from './attempt-file.ts';
import { startTimer } from './attempt-timer.ts';
import { fillFields, isChanged } from './fill-fields.ts';
import { openWaiting, post, type Outcome, type Waiting } from './waiting-answers.ts';

type Sent = { question: string; values: string[]; knownSavedAt: string | null };
type Saved = {
  warning?: string;
  saved?: string;
  savedAt?: string;
  progress?: string;
  values?: string[];
  problem?: string;
  result?: string;
};

/** Saves each answer of the test as it is given, and keeps it while there is no network. */
const form = document.querySelector<HTMLFormElement>('form[data-attempt]');
const typingMs = 700;

if (form) {
  const text = form.dataset;
  const waiting = openWaiting(text['queue'] ?? '', {
    send: deliver,
    stillWaiting: ({ key }, why) => say(key, why === 'again' ? text['waiting'] : text['signedOut']),
  });
  const questions = new Map([...form.querySelectorAll<HTMLElement>('[data-question]')].map((part) => [part.dataset['question']!, part]));
  const timers = new Map<string, number>();
  const givenHere = new Set<string>();

  for (const { key, body } of waiting.all()) {
    fill(key, (JSON.parse(body) as Sent).values);
    say(key, text['waiting']);
  }
  void waiting.flush();
  // What was answered while this script was on its way has not been heard.
  for (const [id, part] of questions) if (!part.dataset['file'] && !isWaiting(id) && isChanged(part)) keep(part, id);

  form.addEventListener('input', (event) => {
    const part = (event.target as Element).closest<HTMLElement>('[data-question]');
    if (!part || part.dataset['file']) return;
    const id = part.dataset['question']!;
    const isTyped = ['text', 'textarea'].includes((event.target as HTMLInputElement).type);
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => keep(part, id), isTyped ? typingMs : 0),
    );
  });
  form.addEventListener('change', (event) => {
    const part = (event.target as Element).closest<HTMLElement>('[data-question]');
    if (part && timers.has(part.dataset['question']!)) keep(part, part.dataset['question']!);
  });
  // Enter in a field would press the first button.
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.target as HTMLInputElement).type === 'text') event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    // The form carries every answer: one that is saved after it would come too late.
    if (navigator.onLine) {
      for (const timer of timers.values()) clearTimeout(timer);
      return waiting.stop();
    }
    event.preventDefault();
    form.querySelector('[data-answered]')!.textContent = text['offline'] ?? '';
  });
  startTimer(() => form.requestSubmit());
  sendFiles(form, { sending: text['sending'] ?? '', failed: text['failed'] ?? '' });

  function keep(part: HTMLElement, id: string): void {
    clearTimeout(timers.get(id));
    timers.delete(id);
    givenHere.add(id);
    const values = new FormData(form!).getAll(`q-${id}`).map(String);
    const sent: Sent = { question: id, values, knownSavedAt: part.dataset['known'] ?? null };
    waiting.put({ key: id, body: JSON.stringify(sent), at: Date.now() });
  }

  async function deliver({ key, body, at }: Waiting, stopped: AbortSignal): Promise<Outcome> {
    const sent = { ...(JSON.parse(body) as Sent), waitedMs: Math.max(0, Date.now() - at) };
    // What this page has seen saved since; an answer left from before the page was closed has seen nothing.
    if (givenHere.has(key)) sent.knownSavedAt = questions.get(key)?.dataset['known'] ?? null;
    const response = await post(text['attempt'] ?? '', 'application/json', JSON.stringify(sent), stopped);
    if (!(response instanceof Response)) return response;
    const answer = (await response.json().catch(() => ({}))) as Saved;
    if (response.status === 409) close(answer);
    else if (response.ok) confirm(key, answer);
    else say(key, response.status === 422 ? answer.problem : text['notSaved'], true);
    return 'sent';
  }

  function confirm(id: string, { saved, savedAt, progress, values, warning = '' }: Saved): void {
    const part = questions.get(id);
    if (part && savedAt) part.dataset['known'] = savedAt;
    const warned = part?.querySelector('.warned');
    if (warned && warned.textContent !== warning) warned.textContent = warning;
    // Answered later on another device: that answer stands.
    if (values) fill(id, values);
    say(id, saved);
    form!.querySelector('[data-answered]')!.textContent = progress ?? '';
  }

  function close({ result }: Saved): void {
    waiting.clear();
    if (result) location.assign(result);
  }

  function say(id: string, words: string | undefined, isProblem = false): void {
    const note = questions.get(id)?.querySelector('.saved');
    if (!note) return;
    note.classList.toggle('error', isProblem);
    note.textContent = words ?? '';
  }

  function isWaiting(id: string): boolean {
    return waiting.all().some(({ key }) => key === id);
  }

  function fill(id: string, values: string[]): void {
    fillFields(questions.get(id), `q-${id}`, values);
  }
}
