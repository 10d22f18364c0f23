import { fileTypeFromBuffer } from 'file-type';

/** What may be attached: what people hand each other in a course. By type, with the endings it goes by. */
const allowed: Record<string, readonly [string, ...string[]]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'text/plain': ['txt', 'csv', 'md'],
};

/** What a file picker offers first; the server looks for itself. */
export const offered = Object.values(allowed)
  .flat()
  .map((ending) => `.${ending}`)
  .join(',');

/** So much of the beginning is enough to know an office document by. */
export const headBytes = 64 * 1024;

/** What a file is by its own bytes, whatever it is called; undefined when it may not be attached. */
export async function typeByContent(head: Uint8Array): Promise<string | undefined> {
  const type = (await fileTypeFromBuffer(head))?.mime ?? (isText(head) ? 'text/plain' : undefined);
  return type && allowed[type] ? type : undefined;
}

function isText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    // oxlint-disable-next-line no-control-regex
    return !/[\0-\x08\x0e-\x1f\x7f]/.test(text);
  } catch {
    return false;
  }
}

const mostCharacters = 120;

/** The name without folders, control and direction characters, with an ending that says what the file is. */
export function safeName(given: string, type: string): string {
  const last = given.normalize('NFC').toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"]/gu, '').replace(/^[\s.]+|\s+$/g, '');
  const endings = allowed[type]!;
  const ending = /\.([a-z0-9]{1,8})$/i.exec(clean)?.[1]?.toLowerCase();
  const stem = ending && endings.includes(ending) ? clean.slice(0, -ending.length - 1) : clean;
  const short = [...stem].slice(0, mostCharacters).join('').slice(0, mostCharacters).toWellFormed();
  return `${short || 'fil'}.${ending && endings.includes(ending) ? ending : endings[0]}`;
}
