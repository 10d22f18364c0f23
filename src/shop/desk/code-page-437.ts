/** The upper half of code page 437, which the SIE format is written in (PC8). */
const upper =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const codes = new Map([...upper].map((sign, index) => [sign, index + 0x80]));
const unknown = '?'.charCodeAt(0);

/** A letter that the code page lacks is written without its marks, anything else as a question mark. */
export function encode437(text: string): Buffer {
  return Buffer.from([...text.normalize('NFC')].map((sign) => codeOf(sign) ?? codeOf(sign.normalize('NFD')[0] ?? '') ?? unknown));
}

const codeOf = (sign: string): number | undefined => (/^[\r\n\x20-\x7e]$/.test(sign) ? sign.charCodeAt(0) : codes.get(sign));
