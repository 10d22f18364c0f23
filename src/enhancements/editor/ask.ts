import { newId } from '../new-id.ts';
import type { CourseFile, EditorData, EditorWords } from './words-of-editor.ts';

/** The row below the toolbar where a tool asks what it needs; `undefined` closes it. */
export type Ask = (fields: HTMLElement[] | undefined) => void;

export function askForText(ask: Ask, words: EditorWords, label: string, value: string, use: (text: string) => unknown): void {
  const input = Object.assign(document.createElement('input'), { type: 'text', value, id: 'editor-ask' });
  show(ask, words, [labelled(label, input)], words.ok, () => use(input.value.trim()));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    ask(undefined);
    use(input.value.trim());
  });
  input.focus();
  input.select();
}

/** One of the course's files of a kind, or a new one from the computer. */
export function askForFile(ask: Ask, data: EditorData, kind: CourseFile['kind'], use: (file: CourseFile) => unknown): void {
  const { words } = data;
  const files = data.files.filter((file) => file.kind === kind);
  const select = Object.assign(document.createElement('select'), { id: 'editor-ask' });
  select.append(...files.map(({ id, name }) => new Option(name, id)));
  const own = Object.assign(document.createElement('input'), { type: 'file', id: 'editor-upload' });
  const state = Object.assign(document.createElement('p'), { className: 'hint' });
  state.setAttribute('role', 'status');
  own.addEventListener('change', () => {
    const file = own.files?.[0];
    if (!file) return;
    state.textContent = words.uploading;
    void take(file);
  });
  async function take(file: File): Promise<void> {
    const added = await upload(data.media, file).catch((error: unknown) => error as Error);
    if (added instanceof Error) return void (state.textContent = added.message || words.failed);
    data.files.unshift(added);
    ask(undefined);
    use(added);
  }
  const choice =
    files.length > 0 ? labelled(words.choose, select) : Object.assign(document.createElement('p'), { textContent: words.noFiles });
  const pick = files.length > 0 ? () => use(files.find(({ id }) => id === select.value)!) : undefined;
  show(ask, words, [choice, labelled(words.upload, own), state], words.insert, pick);
  (files.length > 0 ? select : own).focus();
}

export function askForQuestion(ask: Ask, { questions, words }: EditorData, use: (id: string) => unknown): void {
  const select = Object.assign(document.createElement('select'), { id: 'editor-ask' });
  select.append(...questions.map(({ id, text }) => new Option(text, id)));
  const none = Object.assign(document.createElement('p'), { textContent: words.noQuestions });
  const some = questions.length > 0;
  show(ask, words, [some ? labelled(words.question, select) : none], words.insert, some ? () => use(select.value) : undefined);
  if (some) select.focus();
}

/** By the same form as without scripts; the answer is asked for as data. */
async function upload(address: string, file: File): Promise<CourseFile> {
  const body = new FormData();
  body.set('id', newId());
  body.set('file', file);
  const response = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } });
  const told = (await response.json()) as CourseFile & { problem?: string };
  if (!response.ok) throw new Error(told.problem ?? '');
  return told;
}

function show(ask: Ask, words: EditorWords, fields: HTMLElement[], verb: string, use: (() => unknown) | undefined): void {
  const close = button(words.cancel, () => ask(undefined));
  const done = use && button(verb, () => (ask(undefined), use()));
  ask([...fields, ...(done ? [done] : []), close]);
}

function labelled(text: string, input: HTMLElement): HTMLElement {
  const field = Object.assign(document.createElement('div'), { className: 'field' });
  field.append(Object.assign(document.createElement('label'), { textContent: text, htmlFor: input.id }), input);
  return field;
}

function button(text: string, press: () => unknown): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text, className: 'quiet' });
  made.addEventListener('click', () => void press());
  return made;
}
