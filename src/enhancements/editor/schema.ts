import { Extension, Mark, Node, markInputRule, textblockTypeInputRule, type AnyExtension } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Plugin } from '@tiptap/pm/state';
import { StarterKit } from '@tiptap/starter-kit';
import { newId } from '../new-id.ts';
import { fieldsView, type FieldsOf } from './fields-view.ts';

/** The nodes and marks of src/courses/document.ts, and no others: what is pasted loses all else. */
export function schema(fields: Record<string, FieldsOf>): AnyExtension[] {
  const special = Object.entries(specials).map(([name, made]) => made(name, fields[name]!));
  return [
    StarterKit.configure({ bold: false, italic: false, strike: false, underline: false, link: false, heading: false, trailingNode: {} }),
    heading,
    ...marks,
    Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ resizable: false }),
    TableRow,
    TableHeader.extend(cell('th')),
    TableCell.extend(cell('td')),
    ...special,
    blockIds,
  ];
}

/** A page's title is its only first-level heading: pasted ones take the nearest level there is. */
const heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(4, Math.max(2, level)) } })),
  renderHTML: ({ node }) => [`h${String(node.attrs['level'])}`, 0],
  addInputRules() {
    return [2, 3, 4].map((level) =>
      textblockTypeInputRule({ find: new RegExp(`^(#{${level}})\\s$`), type: this.type, getAttributes: { level } }),
    );
  },
});

const simpleMark = (name: string, key: string, signs: RegExp, tags: string[], element: string) =>
  Mark.create({
    name,
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: () => [element, 0],
    addKeyboardShortcuts() {
      return { [`Mod-${key}`]: () => this.editor.commands.toggleMark(name) };
    },
    addInputRules() {
      return [markInputRule({ find: signs, type: this.type })];
    },
  });

const marks = [
  simpleMark('strong', 'b', /(?:^|\s)(\*\*(?!\s+\*\*)([^*]+)\*\*)$/, ['strong', 'b'], 'strong'),
  simpleMark('em', 'i', /(?:^|\s)(\*(?!\s+\*)([^*]+)\*)$/, ['em', 'i'], 'em'),
  Mark.create({
    name: 'link',
    inclusive: false,
    addAttributes: () => ({ href: { default: '' } }),
    parseHTML: () => [{ tag: 'a[href]' }],
    // No address while writing: a press puts the cursor there and leads nowhere.
    renderHTML: ({ mark }) => ['a', { title: String(mark.attrs['href']) }, 0],
  }),
  Mark.create({
    name: 'lang',
    addAttributes: () => ({ lang: { default: 'en' } }),
    parseHTML: () => [{ tag: 'span[lang]', getAttrs: (span) => (/^[a-z]{2,3}$/i.test(span.lang) ? { lang: span.lang } : false) }],
    renderHTML: ({ mark }) => ['span', { lang: String(mark.attrs['lang']), class: 'other-language' }, 0],
  }),
];

const cell = (tag: 'th' | 'td') => ({
  content: 'paragraph',
  addAttributes: () => ({
    align: { default: null, rendered: false },
    colspan: { default: 1, rendered: false },
    rowspan: { default: 1, rendered: false },
    colwidth: { default: null, rendered: false },
  }),
  // A head that says nothing is no head to a screen reader: the corner of a table.
  renderHTML: ({ node }: { node: { textContent: string } }) => [node.textContent ? tag : 'td', 0] as [string, number],
});

/** What is a block stays the same block however it is edited, so that what points at it finds it. */
const blockIds = Extension.create({
  name: 'blockIds',
  addGlobalAttributes: () => [
    {
      types: [
        'paragraph',
        'heading',
        'bulletList',
        'orderedList',
        'blockquote',
        'codeBlock',
        'horizontalRule',
        'table',
        ...Object.keys(specials),
      ],
      attributes: { id: { default: null, rendered: false, keepOnSplit: false } },
    },
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(changes, _, state) {
        if (!changes.some(({ docChanged }) => docChanged)) return null;
        const { tr } = state;
        const seen = new Set<unknown>();
        state.doc.forEach(({ attrs }, position) => {
          if (attrs['id'] === null || seen.has(attrs['id'])) tr.setNodeAttribute(position, 'id', `b${newId().slice(0, 8)}`);
          seen.add(attrs['id']);
        });
        return tr.docChanged ? tr : null;
      },
    }),
  ],
});

type Made = (name: string, fields: FieldsOf) => AnyExtension;
/** A block with its own fields, and perhaps blocks in it. */
const block =
  (attributes: Record<string, unknown>, content?: string): Made =>
  (name, fields) =>
    Node.create({
      name,
      group: 'block',
      ...(content ? { content, defining: true } : { atom: true }),
      draggable: true,
      isolating: true,
      addAttributes: () => Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { default: value, rendered: false }])),
      // A block that is moved or copied within the page comes back whole; from elsewhere there are none.
      parseHTML: () => [
        { tag: `div[data-block=${name}]`, getAttrs: (div) => JSON.parse(div.dataset['attrs'] ?? '{}') as Record<string, unknown> },
      ],
      renderHTML: ({ node }) => ['div', { 'data-block': name, 'data-attrs': JSON.stringify(node.attrs) }, ...(content ? [0] : [])],
      addNodeView: () => fieldsView(fields),
    });

const specials: Record<string, Made> = {
  callout: block({ kind: 'info' }, 'block+'),
  details: block({ summary: '' }, 'block+'),
  image: block({ file: '', alt: '', decorative: false, caption: '' }),
  film: block({ file: '', title: '' }, 'block*'),
  sound: block({ file: '', title: '' }, 'block*'),
  fileLink: block({ file: '', title: '' }),
  formula: block({ tex: '' }),
  question: block({ question: '' }),
  reflection: block({ box: '', prompt: '' }),
  inlineFormula: (name, fields) =>
    Node.create({
      name,
      group: 'inline',
      inline: true,
      atom: true,
      addAttributes: () => ({ tex: { default: '', rendered: false } }),
      parseHTML: () => [{ tag: 'span[data-tex]', getAttrs: (span) => ({ tex: span.dataset['tex'] ?? '' }) }],
      renderHTML: ({ node }) => ['span', { 'data-tex': String(node.attrs['tex']) }],
      addNodeView: () => fieldsView(fields),
    }),
};
