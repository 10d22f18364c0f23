/**
 * A course page as it is kept: ProseMirror's JSON with a closed list of nodes. Version 2; older ones are
 * brought up by `upgradeDocument`. An editor and the renderer both know exactly these; anything else is shown as its text.
 */
export type Document = { type: 'doc'; version: 2; content: Block[] };

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

/** `file` is the id of the course's own file. Without `alt` and not decorative it waits for its author. */
export type Image = { type: 'image'; attrs: Identified & { file: string; alt: string; decorative?: true; caption?: string } };
/** The transcript is its content; captions belong to the file, in as many languages as there are. */
export type Film = { type: 'film' | 'sound'; attrs: Identified & { file: string; title?: string }; content?: Block[] };
export type FileLink = { type: 'fileLink'; attrs: Identified & { file: string; title?: string } };
export type Formula = { type: 'formula'; attrs: Identified & { tex: string } };
export type Details = { type: 'details'; attrs: Identified & { summary: string }; content: Block[] };
/** Where on the page a question stands; `question` is its line through all versions. */
export type QuestionPlace = { type: 'question'; attrs: Identified & { question: string } };
/** A box for the student's own words. `box` stays while the prompt is polished, so that what they wrote is found. */
export type Reflection = { type: 'reflection'; attrs: Identified & { box: string; prompt: string } };

export type Block =
  | Heading
  | Paragraph
  | BulletList
  | OrderedList
  | Blockquote
  | Callout
  | Table
  | CodeBlock
  | HorizontalRule
  | Image
  | Film
  | FileLink
  | Formula
  | Details
  | QuestionPlace
  | Reflection;

export type Text = { type: 'text'; text: string; marks?: Mark[] };
export type HardBreak = { type: 'hardBreak' };
export type InlineFormula = { type: 'inlineFormula'; attrs: { tex: string } };
export type Inline = Text | HardBreak | InlineFormula;

export type Mark =
  | { type: 'strong' }
  | { type: 'em' }
  | { type: 'code' }
  | { type: 'link'; attrs: { href: string } }
  | { type: 'lang'; attrs: { lang: string } };
