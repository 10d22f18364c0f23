import type { Editor, JSONContent } from '@tiptap/core';
import { newId } from '../new-id.ts';
import { askForFile, askForQuestion, askForText, type Ask } from './ask.ts';
import { moveBlock, placeForBlock, removeBlock } from './move-block.ts';
import type { EditorData } from './words-of-editor.ts';

type Tool = { name: keyof EditorData['words']; press: () => unknown; isOn?: () => boolean; isThere?: () => boolean };

/** Every tool is a button with its name in words, reached by Tab and the arrow keys (the toolbar pattern of WAI-ARIA). */
export function toolbar(editor: Editor, data: EditorData, ask: Ask, say: (text: string) => void): HTMLElement {
  const { words } = data;
  const bar = document.createElement('div');
  bar.className = 'editor-tools';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.toolbar);
  const style = styleChoice(editor, words);
  const tools = toolsOf(editor, data, ask, say);
  const buttons = tools.map(({ name, press }) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: words[name] });
    button.dataset['tool'] = name;
    button.addEventListener('click', () => void press());
    return button;
  });
  bar.append(style, ...buttons);
  const controls: HTMLElement[] = [style, ...buttons];
  const show = () => {
    for (const [index, { isOn, isThere }] of tools.entries()) {
      if (isOn) buttons[index]!.setAttribute('aria-pressed', String(isOn()));
      if (isThere) buttons[index]!.hidden = !isThere();
    }
    style.value = editor.isActive('heading') ? String(editor.getAttributes('heading')['level']) : '0';
    if (!controls.some(({ tabIndex, hidden }) => tabIndex === 0 && !hidden)) controls[0]!.tabIndex = 0;
  };
  for (const [index, control] of controls.entries()) control.tabIndex = index === 0 ? 0 : -1;
  bar.addEventListener('keydown', (event) => roam(event, controls));
  bar.addEventListener('focusin', (event) => {
    for (const control of controls) control.tabIndex = control === event.target ? 0 : -1;
  });
  editor.on('transaction', show);
  show();
  return bar;
}

function roam(event: KeyboardEvent, all: HTMLElement[]): void {
  const controls = all.filter(({ hidden }) => !hidden);
  const here = controls.indexOf(event.target as HTMLElement);
  const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: controls.length - 1 }[event.key];
  if (here < 0 || to === undefined) return;
  event.preventDefault();
  controls.at(to % controls.length)!.focus();
}

function styleChoice(editor: Editor, words: EditorData['words']): HTMLSelectElement {
  const select = document.createElement('select');
  select.ariaLabel = words.style;
  select.append(
    new Option(words.paragraph, '0'),
    ...([2, 3, 4] as const).map((level) => new Option(words[`heading${level}`], String(level))),
  );
  select.addEventListener('change', () => {
    const level = Number(select.value);
    const chain = editor.chain().focus();
    (level ? chain.setNode('heading', { level }) : chain.setNode('paragraph')).run();
  });
  return select;
}

function toolsOf(editor: Editor, data: EditorData, ask: Ask, say: (text: string) => void): Tool[] {
  const run = () => editor.chain().focus();
  const isOn = (name: string) => () => editor.isActive(name);
  const mark = (name: 'strong' | 'em' | 'code'): Tool => ({ name, press: () => run().toggleMark(name).run(), isOn: isOn(name) });
  const insertBlock = (block: JSONContent) => run().insertContentAt(placeForBlock(editor), block, { updateSelection: true }).run();
  const insert = (type: string, attrs: Record<string, unknown>, content?: JSONContent[]) =>
    insertBlock({ type, attrs, ...(content ? { content } : {}) });
  const paragraph = { type: 'paragraph' };
  const inTable = () => editor.isActive('table');
  const { words } = data;
  const withFile = (name: 'image' | 'film' | 'sound' | 'fileLink', kind: 'image' | 'film' | 'sound' | 'document'): Tool => ({
    name,
    press: () =>
      askForFile(ask, data, kind, (file) =>
        insert(name, { file: file.id, ...(name === 'image' ? {} : { title: file.name.replace(/\.\w+$/, '') }) }),
      ),
  });
  const move = (name: 'up' | 'down', by: 1 | -1): Tool => ({
    name,
    press: () => moveBlock(editor, by) && (editor.commands.focus(), say(words.moved)),
  });
  return [
    mark('strong'),
    mark('em'),
    mark('code'),
    {
      name: 'link',
      isOn: isOn('link'),
      press: () =>
        askForText(ask, words, words.address, String(editor.getAttributes('link')['href'] ?? 'https://'), (href) =>
          href && href !== 'https://'
            ? run().extendMarkRange('link').setMark('link', { href }).run()
            : run().extendMarkRange('link').unsetMark('link').run(),
        ),
    },
    {
      name: 'lang',
      isOn: isOn('lang'),
      press: () =>
        editor.isActive('lang')
          ? run().extendMarkRange('lang').unsetMark('lang').run()
          : askForText(ask, words, words.language, 'en', (lang) => /^[a-z]{2,3}$/i.test(lang) && run().setMark('lang', { lang }).run()),
    },
    { name: 'bulletList', press: () => run().toggleBulletList().run(), isOn: isOn('bulletList') },
    { name: 'orderedList', press: () => run().toggleOrderedList().run(), isOn: isOn('orderedList') },
    { name: 'blockquote', press: () => run().toggleBlockquote().run(), isOn: isOn('blockquote') },
    { name: 'callout', press: () => insert('callout', { kind: 'tip' }, [paragraph]) },
    { name: 'details', press: () => insert('details', { summary: '' }, [paragraph]) },
    { name: 'table', press: () => insertBlock(newTable(words)) },
    { name: 'addRow', press: () => run().addRowAfter().run(), isThere: inTable },
    { name: 'addColumn', press: () => run().addColumnAfter().run(), isThere: inTable },
    { name: 'removeRow', press: () => run().deleteRow().run(), isThere: inTable },
    { name: 'removeColumn', press: () => run().deleteColumn().run(), isThere: inTable },
    withFile('image', 'image'),
    withFile('film', 'film'),
    withFile('sound', 'sound'),
    withFile('fileLink', 'document'),
    { name: 'question', press: () => askForQuestion(ask, data, (question) => insert('question', { question })) },
    { name: 'reflection', press: () => insert('reflection', { box: newId().slice(0, 8), prompt: '' }) },
    { name: 'codeBlock', press: () => run().toggleCodeBlock().run(), isOn: isOn('codeBlock') },
    { name: 'formula', press: () => insert('formula', { tex: '' }) },
    {
      name: 'inlineFormula',
      press: () =>
        run()
          .insertContent({ type: 'inlineFormula', attrs: { tex: 'x' } })
          .run(),
    },
    { name: 'horizontalRule', press: () => run().setHorizontalRule().run() },
    move('up', -1),
    move('down', 1),
    { name: 'removeBlock', press: () => removeBlock(editor) },
    { name: 'undo', press: () => run().undo().run() },
    { name: 'redo', press: () => run().redo().run() },
  ];
}

/** Two columns with heads that say something, so that no table is begun without. */
function newTable(words: EditorData['words']): JSONContent {
  const cell = (type: string, text?: string): JSONContent => ({
    type,
    content: [{ type: 'paragraph', ...(text ? { content: [{ type: 'text', text }] } : {}) }],
  });
  const head = [1, 2].map((number) => cell('tableHeader', `${words.column} ${number}`));
  const row: JSONContent = { type: 'tableRow', content: [cell('tableCell'), cell('tableCell')] };
  return { type: 'table', content: [{ type: 'tableRow', content: head }, row, row] };
}
