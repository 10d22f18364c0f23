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
  const named = others.filter((name) => name.trim().length > 1 && mentions(text, name.trim()));
  if (mentionsOthers(text, allowedAddresses) || named.length > 0) {
    throw new OthersDataInMail('The mail names someone other than its recipient.');
  }
}

/** Whether the text has an e-mail address that is none of these. */
export function mentionsOthers(text: string, allowedAddresses: string[]): boolean {
  const allowed = new Set(allowedAddresses.map((address) => address.toLowerCase()));
  return (text.match(addressPattern) ?? []).some((address) => !allowed.has(address.toLowerCase()));
}

/** Whole words only, whatever the case: "Åsa" is not found in "Åsarna". */
export function mentions(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
