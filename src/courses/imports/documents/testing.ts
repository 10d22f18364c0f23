import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** Text of Word's own: `style` is the id of a paragraph style, in Swedish as Swedish Word writes it. */
export const paragraph = (text: string, style = '', run = '') =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r>${run ? `<w:rPr>${run}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
export const linked = (text: string) => `<w:p><w:hyperlink r:id="rLink"><w:r><w:t>${text}</w:t></w:r></w:hyperlink></w:p>`;
export const item = (text: string, level = 0) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
export const table = (rows: string[][]) =>
  `<w:tbl>${rows.map((row, index) => `<w:tr>${index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
export const picture = (alt: string, id = 'rPicture', how: 'embed' | 'link' = 'embed') =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:${how}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

const style = (id: string, name: string) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
const relation = (id: string, type: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"${more}/>`;

/** A Word document (.docx) with this body, as Word packs one. */
export function wordFile(body: string, pictures: Record<string, Uint8Array> = {}): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const add = (path: string, text: string) => zip.addBuffer(Buffer.from(head + text), path);
  add(
    '[Content_Types].xml',
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  add(
    '_rels/.rels',
    `<Relationships xmlns="${packages}/relationships">${relation('rId1', `${office}/officeDocument`, 'word/document.xml')}</Relationships>`,
  );
  add('word/document.xml', `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`);
  add(
    'word/styles.xml',
    `<w:styles ${namespaces}>${style('Rubrik1', 'heading 1')}${style('Rubrik2', 'heading 2')}${style('Rubrik', 'Title')}${style('Citat', 'Quote')}</w:styles>`,
  );
  add(
    'word/numbering.xml',
    `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  );
  const relations = [
    relation('rStyles', `${office}/styles`, 'styles.xml'),
    relation('rNumbers', `${office}/numbering`, 'numbering.xml'),
    relation('rLink', `${office}/hyperlink`, 'https://www.riksdagen.se/', ' TargetMode="External"'),
    relation('rOutside', `${office}/image`, 'file:///etc/passwd', ' TargetMode="External"'),
    ...Object.keys(pictures).map((id) => relation(id, `${office}/image`, `media/${id}.png`)),
  ];
  add('word/_rels/document.xml.rels', `<Relationships xmlns="${packages}/relationships">${relations.join('')}</Relationships>`);
  for (const [id, content] of Object.entries(pictures)) zip.addBuffer(Buffer.from(content), `word/media/${id}.png`);
  zip.end();
  return buffer(zip.outputStream);
}
