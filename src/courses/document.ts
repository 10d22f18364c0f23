/**
 * A course page as it is kept: ProseMirror's JSON with a closed list of nodes. Version 1.
 * An editor and the renderer both know exactly these; anything else is shown as its text.
 */
export type Document = { type: 'doc'; version: 1; content: Block[] };

export type CalloutKind = 'info' | 'tip' | 'warning' | 'important';

/** Stays with its block when the page is edited, so that what points at the block still finds it. */
type Identified = { id?: string };

export type Heading = { type: 'heading'; attrs: Identified & { level: 2 | 3 | 4 }; content?: Inline[] };
export type Paragraph = { type: 'paragraph'; attrs?: Identified; content?: Inline[] };
export type BulletList = { type: 'bulletList'; attrs?: Identified; content: ListItem[] };
export type OrderedList = { type: 'orderedList'; attrs?: Identified & { start?: number }; content: ListItem[] };
export type ListItem = { type: 'listItem'; content: Block[] };
export type Blockquote = { type: 'blockquote'; attrs?: Identified; content: Block[] };
export type Callout = { type: 'callout'; attrs: Identified & { kind: CalloutKind }; content: Block[] };
export type Table = { type: 'table'; attrs?: Identified; content: TableRow[] };
export type TableRow = { type: 'tableRow'; content: TableCell[] };
export type TableCell = { type: 'tableHeader' | 'tableCell'; attrs?: { align?: 'left' | 'center' | 'right' }; content: Block[] };
export type CodeBlock = { type: 'codeBlock'; attrs?: Identified & { language?: string }; content?: Text[] };
export type HorizontalRule = { type: 'horizontalRule'; attrs?: Identified };

export type Block = Heading | Paragraph | BulletList | OrderedList | Blockquote | Callout | Table | CodeBlock | HorizontalRule;

export type Text = { type: 'text'; text: string; marks?: Mark[] };
export type HardBreak = { type: 'hardBreak' };
export type Inline = Text | HardBreak;

export type Mark =
  | { type: 'strong' }
  | { type: 'em' }
  | { type: 'code' }
  | { type: 'link'; attrs: { href: string } }
  | { type: 'lang'; attrs: { lang: string } };
