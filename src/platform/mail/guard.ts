/** A mail that would tell someone about someone else. It is never sent. */
export class OthersDataInMail extends Error {
  override name = 'OthersDataInMail';
}

const addressPattern = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;

/**
 * N-53: e-mail holds no personal data unless the recipient is that person. Every mail passes here,
 * and the finished text is read, not the template: an address other than the recipient's and the
 * operator's own, or the name of anyone else the act concerns, stops the mail.
 */
export function guardMail(text: string, allowedAddresses: string[], others: string[]): void {
  const allowed = new Set(allowedAddresses.map((address) => address.toLowerCase()));
  const foreign = (text.match(addressPattern) ?? []).filter((address) => !allowed.has(address.toLowerCase()));
  const named = others.filter((name) => name.trim().length > 1 && mentions(text, name.trim()));
  if (foreign.length > 0 || named.length > 0) {
    throw new OthersDataInMail('The mail names someone other than its recipient.');
  }
}

/** Whole words only, whatever the case: "Åsa" is not found in "Åsarna". */
export function mentions(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
