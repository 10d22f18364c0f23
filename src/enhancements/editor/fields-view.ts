import type { NodeViewRenderer } from '@tiptap/core';

export type Field = {
  name: string;
  label: string;
  kind: 'text' | 'long' | 'check' | 'choice';
  options?: { value: string; text: string }[];
};
/** What a block is called, what is filled in about it, and how it looks. */
export type FieldsOf = {
  label: string;
  fields: Field[];
  inline?: boolean;
  /** The blocks in it. */
  content?: string;
  /** The picture of its file, or the words of what it points at. */
  show?: (attrs: Record<string, unknown>) => { picture?: string | undefined; text?: string | undefined };
};

let made = 0;

/** A block whose attributes are filled in where it stands, by ordinary fields with labels. */
export const fieldsView =
  ({ label, fields, inline, content, show }: FieldsOf): NodeViewRenderer =>
  ({ node, editor, getPos }) => {
    let current = node;
    const dom = document.createElement(inline ? 'span' : 'div');
    dom.className = inline ? 'inline-fields' : `block-fields ${node.type.name}`;
    const head = document.createElement(inline ? 'span' : 'div');
    head.contentEditable = 'false';
    if (!inline) head.append(textElement('p', label, 'block-label'));
    const shown = document.createElement('div');
    if (show) head.append(shown);
    const inputs = fields.map((field) => makeField(head, field, inline ?? false, change));
    dom.append(head);
    const contentDOM = content ? document.createElement('div') : undefined;
    if (contentDOM) dom.append(...(content === ' ' ? [] : [textElement('p', content!, 'block-label')]), contentDOM);
    fill();

    function change(name: string, value: unknown): void {
      const at = getPos();
      if (at === undefined || current.attrs[name] === value) return;
      editor.view.dispatch(editor.state.tr.setNodeAttribute(at, name, value));
    }

    function fill(): void {
      for (const [index, field] of fields.entries()) {
        const value: unknown = current.attrs[field.name];
        const input = inputs[index]!;
        if (input instanceof HTMLInputElement && input.type === 'checkbox') input.checked = value === true;
        else if (input.value !== value && input !== document.activeElement) input.value = typeof value === 'string' ? value : '';
      }
      if (!inline) dom.dataset['kind'] = typeof current.attrs['kind'] === 'string' ? current.attrs['kind'] : '';
      const { picture, text } = show?.(current.attrs) ?? {};
      const image = picture ? Object.assign(document.createElement('img'), { src: picture, alt: '' }) : undefined;
      shown.replaceChildren(...(image ? [image] : []), ...(text ? [textElement('p', text)] : []));
    }

    return {
      dom,
      ...(contentDOM ? { contentDOM } : {}),
      update(changed) {
        if (changed.type !== current.type) return false;
        current = changed;
        fill();
        return true;
      },
      stopEvent: (event) => head.contains(event.target as globalThis.Node) && event.target !== head && !event.type.startsWith('drag'),
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !(contentDOM?.contains(mutation.target) ?? false),
    };
  };

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function makeField(
  head: HTMLElement,
  { name, label, kind, options = [] }: Field,
  inline: boolean,
  change: (name: string, value: unknown) => void,
): Input {
  const id = `block-field-${++made}`;
  const input =
    kind === 'long'
      ? document.createElement('textarea')
      : kind === 'choice'
        ? document.createElement('select')
        : document.createElement('input');
  input.id = id;
  if (input instanceof HTMLSelectElement) input.append(...options.map(({ value, text }) => new Option(text, value)));
  if (input instanceof HTMLInputElement) input.type = kind === 'check' ? 'checkbox' : 'text';
  const caption = Object.assign(document.createElement('label'), { htmlFor: id, textContent: label });
  if (inline) caption.className = 'unseen';
  const field = document.createElement(inline ? 'span' : 'div');
  field.className = kind === 'check' ? 'check-field' : 'field';
  field.append(...(kind === 'check' ? [input, caption] : [caption, input]));
  head.append(field);
  input.addEventListener('input', () => change(name, input instanceof HTMLInputElement && kind === 'check' ? input.checked : input.value));
  return input;
}

function textElement(tag: string, text: string, className = ''): HTMLElement {
  return Object.assign(document.createElement(tag), { textContent: text, className });
}
