import QRCode from 'qrcode';
import { fontFile, piecesOf, type Face, type Script } from './pdf-fonts.ts';

const colors = { ink: '#17211f', soft: '#53605d', accent: '#0d5a60', hairline: '#dbe2e0' } as const;
const codeSide = 84;

type Look = { face?: Face; size: number; before?: number; color?: keyof typeof colors; lang?: string };

/** Writes a document from top to bottom; everything it writes is tagged for screen readers. */
export class PdfPen {
  readonly #document: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #fonts = new Set<string>();
  #parent: PDFKit.PDFStructureElement;
  #width: number | undefined;

  constructor(document: PDFKit.PDFDocument) {
    this.#document = document;
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
    this.#parent = this.#root;
  }

  /** What `work` writes belongs together, wherever on the page it stands. */
  section(work: () => void): void {
    const section = this.#document.struct('Sect');
    this.#root.add(section);
    this.#parent = section;
    work();
    section.end();
    this.#parent = this.#root;
  }

  /** From here on, lines are so wide and begin there. */
  column({ left, top, width }: { left: number; top: number; width: number }): void {
    Object.assign(this.#document, { x: left, y: top });
    this.#width = width;
  }

  write(tag: string, text: string, look: Look): void {
    this.#document.y += look.before ?? 0;
    this.#add(this.#parent, tag, look, () => this.#text(text, look));
  }

  list(items: string[], look: Look): void {
    const list = this.#document.struct('L', look.lang ? { lang: look.lang } : {});
    this.#root.add(list);
    this.#document.y += look.before ?? 0;
    for (const item of items) {
      const element = this.#document.struct('LI');
      list.add(element);
      this.#add(element, 'Lbl', look, () => this.#text('–  ', look, true));
      this.#add(element, 'LBody', look, () => this.#text(item, look));
      element.end();
    }
    list.end();
  }

  pairs(pairs: [string, string][]): void {
    for (const [term, value] of pairs) {
      const line = this.#document.struct('P');
      this.#root.add(line);
      this.#add(line, 'Span', {}, () => this.#text(`${term}: `, { size: 11, color: 'soft' }, true));
      this.#add(line, 'Span', {}, () => this.#text(value, { face: 'bold', size: 11 }));
      line.end();
    }
  }

  rule(): void {
    const { left, right } = this.#document.page.margins;
    this.#document.y += 22;
    this.line([left, this.#document.y], [this.#document.page.width - right, this.#document.y]);
    this.#document.y += 16;
  }

  /** A line that says nothing: screen readers pass it by. */
  line(from: [number, number], to: [number, number], { dashed = false } = {}): void {
    this.#document.markContent('Artifact', { type: 'Layout' });
    this.#document
      .moveTo(...from)
      .lineTo(...to)
      .lineWidth(0.75);
    if (dashed) this.#document.dash(3, { space: 3 });
    this.#document.stroke(dashed ? colors.soft : colors.hairline);
    this.#document.undash();
    this.#document.endMarkedContent();
  }

  /** The address as text and as a square code for a phone. */
  code(address: string, { title, alt }: { title: string; alt: string }): void {
    if (this.#document.y + codeSide + 20 > this.#document.page.maxY()) this.#document.addPage();
    const { left } = this.#document.page.margins;
    const top = this.#document.y + 20;
    this.square(address, { left, top, side: codeSide, alt });
    this.#document.x = left + codeSide + 20;
    this.#document.y = top + 24;
    this.write('P', title, { face: 'bold', size: 11 });
    this.write('P', address, { size: 11, color: 'soft' });
  }

  /** An image as large as fits, its upper left corner where the pen is. */
  picture(image: Buffer, { width, height, alt }: { width: number; height: number; alt: string }): void {
    const { left } = this.#document.page.margins;
    const top = this.#document.y;
    const figure = this.#document.struct('Figure', { alt });
    figure.add(() => void this.#document.image(image, left, top, { fit: [width, height] }));
    this.#parent.add(figure);
    figure.end();
    Object.assign(this.#document, { x: left, y: top + height });
  }

  /** A square code for a phone. */
  square(text: string, { left, top, side, alt }: { left: number; top: number; side: number; alt: string }): void {
    const figure = this.#document.struct('Figure', { alt });
    figure.add(() => this.#squares(text, left, top, side));
    this.#parent.add(figure);
    figure.end();
  }

  #squares(text: string, left: number, top: number, whole: number): void {
    const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
    const { size, data } = modules;
    const side = whole / size;
    for (let index = 0; index < data.length; index += 1) {
      if (!data[index]) continue;
      const from = index;
      while (data[index + 1] && (index + 1) % size !== 0) index += 1;
      this.#document.rect(left + (from % size) * side, top + Math.floor(from / size) * side, (index - from + 1) * side, side);
    }
    this.#document.fill(colors.ink);
  }

  #add(parent: PDFKit.PDFStructureElement, tag: string, { lang }: { lang?: string }, content: () => void): void {
    const element = this.#document.struct(tag, lang ? { lang } : {});
    element.add(content);
    parent.add(element);
    element.end();
  }

  #font(face: Face, script: Script): string {
    const name = `${face} ${script}`;
    if (!this.#fonts.has(name)) this.#document.registerFont(name, fontFile(face, script));
    this.#fonts.add(name);
    return name;
  }

  #text(text: string, { face = 'sans', size, color = 'ink' }: Look, more = false): void {
    const pieces = piecesOf(text);
    pieces.forEach((piece, index) => {
      this.#document
        .font(this.#font(face, piece.script))
        .fontSize(size)
        .fillColor(colors[color])
        .text(piece.text, {
          continued: more || index < pieces.length - 1,
          lineGap: size * 0.15,
          ...(this.#width === undefined ? {} : { width: this.#width }),
        });
    });
  }
}
