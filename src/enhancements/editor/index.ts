import { Editor, type JSONContent } from '@tiptap/core';
import type { Ask } from './ask.ts';
import { cleanPaste } from './clean-paste.ts';
import type { FieldsOf } from './fields-view.ts';
import { moveBlock } from './move-block.ts';
import { schema } from './schema.ts';
import { toolbar } from './toolbar.ts';
import type { EditorData } from './words-of-editor.ts';

/**
 * Takes the place of the Markdown field: what is written is kept as the page's own document in a hidden field of the same
 * form, which saves itself as before.
 */
export function openEditor(form: HTMLFormElement, data: EditorData): void {
  const markdown = form.querySelector<HTMLTextAreaElement>('[name=text]')!;
  const kept = Object.assign(document.createElement('input'), { type: 'hidden', name: 'document', value: JSON.stringify(data.document) });
  const home = Object.assign(document.createElement('div'), { className: 'editor' });
  const asking = Object.assign(document.createElement('div'), { className: 'editor-ask', hidden: true });
  const told = Object.assign(document.createElement('p'), { className: 'unseen' });
  told.setAttribute('role', 'status');
  const page = document.createElement('div');
  const ask: Ask = (fields) => {
    asking.replaceChildren(...(fields ?? []));
    asking.hidden = !fields;
    if (!fields) editor.commands.focus();
  };
  asking.addEventListener('keydown', (event) => event.key === 'Escape' && ask(undefined));
  const lang = document.querySelector('[data-preview]')?.getAttribute('lang') ?? 'sv';
  const editor = new Editor({
    element: page,
    injectCSS: false,
    extensions: schema(fieldsOf(data)),
    content: data.document as JSONContent,
    editorProps: {
      attributes: {
        class: 'prose',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': data.words.editor,
        lang,
        id: 'field-text',
        spellcheck: 'true',
      },
      transformPastedHTML: cleanPaste,
      handleKeyDown: (_, event) => {
        const by = event.altKey && !event.ctrlKey && { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key];
        if (!by || !moveBlock(editor, by)) return false;
        told.textContent = data.words.moved;
        return true;
      },
    },
    onUpdate: () => {
      kept.value = JSON.stringify(editor.getJSON());
      form.dispatchEvent(new Event('input', { bubbles: true }));
    },
  });
  const say = (text: string) => (told.textContent = text);
  home.append(toolbar(editor, data, ask, say), asking, page, told, kept);
  const field = markdown.closest('.field') ?? markdown;
  // With its name the field would be sent along; with its id the labels would lead to it.
  markdown.remove();
  field.replaceWith(home);
}

function fieldsOf({ words, files, questions }: EditorData): Record<string, FieldsOf> {
  const text = (name: string, label: string) => ({ name, label, kind: 'text' as const });
  const fileOf = ({ file }: Record<string, unknown>) => files.find(({ id }) => id === file);
  const show = (attrs: Record<string, unknown>) => ({ picture: fileOf(attrs)?.picture, text: fileOf(attrs)?.name });
  const kinds = (['info', 'tip', 'warning', 'important'] as const).map((value) => ({ value, text: words[value] }));
  const playable = (label: string) => ({ label, fields: [text('title', words.title)], content: words.transcript, show });
  return {
    callout: { label: words.callout, fields: [{ name: 'kind', label: words.kind, kind: 'choice', options: kinds }], content: ' ' },
    details: { label: words.details, fields: [text('summary', words.summary)], content: ' ' },
    image: {
      label: words.image,
      fields: [text('alt', words.alt), { name: 'decorative', label: words.decorative, kind: 'check' }, text('caption', words.caption)],
      show,
    },
    film: playable(words.film),
    sound: playable(words.sound),
    fileLink: { label: words.fileLink, fields: [text('title', words.title)], show },
    formula: { label: words.formula, fields: [{ name: 'tex', label: words.tex, kind: 'long' }] },
    inlineFormula: { label: words.inlineFormula, fields: [text('tex', words.tex)], inline: true },
    question: { label: words.question, fields: [], show: ({ question }) => ({ text: questions.find(({ id }) => id === question)?.text }) },
    reflection: { label: words.reflection, fields: [text('prompt', words.prompt)] },
  };
}
