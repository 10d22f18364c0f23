/** The text of a PDF as a reader would copy it: content streams read through each font's ToUnicode map. */
export function textOf(pdf: Buffer, inflate: (data: Buffer) => Buffer): string {
  const raw = pdf.toString('latin1');
  const objects = new Map<string, { head: string; body: string }>();
  for (const match of raw.matchAll(/(\d+) 0 obj\n([^]*?)\nendobj/g)) {
    const content = match[2]!;
    const start = content.indexOf('stream\n');
    const head = start < 0 ? content : content.slice(0, start);
    const stream = start < 0 ? '' : content.slice(start + 7, content.lastIndexOf('\nendstream'));
    const body = head.includes('/FlateDecode') ? inflate(Buffer.from(stream, 'latin1')).toString('latin1') : stream;
    objects.set(match[1]!, { head, body });
  }
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name, reference] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(reference!)?.head ?? '')?.[1];
      if (map) fonts.set(name!, readMap(objects.get(map)!.body));
    }
  }
  return [...objects.values()]
    .filter(({ body }) => / Tf\n/.test(body))
    .map(({ body }) => readContent(body, fonts))
    .join('\n');
}

function readMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, from, , list] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    const texts = [...list!.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex]) =>
      Buffer.from(hex!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    );
    texts.forEach((text, index) => map.set((parseInt(from!, 16) + index).toString(16).padStart(4, '0'), text));
  }
  return map;
}

function readContent(content: string, fonts: Map<string, Map<string, string>>): string {
  let font = new Map<string, string>();
  let text = '';
  for (const [, name, array] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? font;
    else
      for (const [, hex] of array!.matchAll(/<([0-9a-f]+)>/gi))
        text += hex!
          .match(/.{4}/g)!
          .map((glyph) => font.get(glyph) ?? '?')
          .join('');
  }
  return text;
}
