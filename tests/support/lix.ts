/** The Swedish measure of how hard a text is to read: words a sentence, and the share of words with more than six letters. */
export function lix(text: string): number {
  const sentences = text.split(/[.!?:\n]+/).filter((part) => /\p{L}/u.test(part)).length;
  const words = text.match(/\p{L}[\p{L}-]*/gu) ?? [];
  const long = words.filter((word) => word.length > 6).length;
  return words.length === 0 ? 0 : Math.round(words.length / Math.max(1, sentences) + (100 * long) / words.length);
}
