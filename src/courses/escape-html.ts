const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in HTML, also inside an attribute's quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => references[character]!);

/** An element with its attributes; those that are undefined are left out. `content` is HTML already. */
export function element(name: string, attributes: Record<string, string | undefined>, content: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeHtml(value)}"`]));
  return `<${name}${written.join('')}>${content}</${name}>`;
}
