/** The line that our mails begin with when they can be answered by mail: what stands above it is the answer. */
export const replyMarker = { sv: 'Svara ovanför den här raden', en: 'Answer above this line' } as const;

const marker = new RegExp(Object.values(replyMarker).join('|'), 'i');
const introduces = [
  /^\s*-{2,}\s*(ursprungligt meddelande|original message|vidarebefordrat meddelande|forwarded message)/i,
  /^\s*_{10,}\s*$/,
  /^\s*(?=.*[\d@])(den|on|på|am|le)\s.{4,250}\s(skrev|wrote|schrieb|a écrit)\b.{0,150}:\s*$/i,
  /^\s*(från|from):\s.+/i,
];
const hasDateOrAddress = /[\d@]/;
const headerLine = /^\s*\**(skickat|sent|datum|date|till|to|ämne|subject):/i;

/** What the writer wrote themselves: without the mail they answer and without a signature. */
export function ownWords(text: string): string {
  const lines = joinBrokenIntroduction(text).split('\n');
  const above = lines.slice(0, firstQuoted(lines));
  const words = tidy(withoutSignature(above));
  // Some answer below what they quote: then it is all that is not quoted.
  return words || tidy(withoutSignature(lines.filter((line, index) => !isIntroduction(lines, index) && !headerLine.test(line))));
}

const firstQuoted = (lines: string[]): number => {
  const found = lines.findIndex((_, index) => isIntroduction(lines, index));
  return found === -1 ? lines.length : found;
};

function isIntroduction(lines: string[], index: number): boolean {
  const line = lines[index]!.replace(/^[>\s]+/, '');
  if (marker.test(line)) return true;
  const which = introduces.findIndex((pattern) => pattern.test(line));
  // "Från: …" alone may be anyone's words; followed by more headers it is a quoted head.
  return which === introduces.length - 1 ? lines.slice(index + 1, index + 4).some((next) => headerLine.test(next)) : which !== -1;
}

function withoutSignature(lines: string[]): string[] {
  const signature = lines.findIndex((line) => /^-- ?$/.test(line));
  return (signature === -1 ? lines : lines.slice(0, signature)).filter((line) => !line.startsWith('>'));
}

/** A mail program breaks "Den 3 december … skrev X <x@y>:" over two lines. */
const joinBrokenIntroduction = (text: string): string =>
  text.replace(/^[ \t]*(?:den|on)[ \t][^\n]{4,200}\n[^\n]{1,160}:[ \t]*$/gim, (two) =>
    /\s(skrev|wrote)\b/i.test(two) && hasDateOrAddress.test(two) ? two.replace('\n', ' ') : two,
  );

const tidy = (lines: string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
