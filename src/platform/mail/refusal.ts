type SmtpError = { responseCode?: number; command?: string; response?: string };

/**
 * The mail server has read the recipient or the text and said no (RFC 5321 §4.2.1: 5xx is not to be tried again). A refused
 * sender or sign-in is the operator's own setting and may be mended, so that is tried again.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { responseCode = 0, command = '' } = error as SmtpError;
  return responseCode >= 500 && responseCode < 600 && (command === 'RCPT TO' || command === 'DATA');
}

/** There is no such mailbox. A refusal for policy's sake (5.7.x) or a full mailbox (552) says nothing of the address. */
export function knowsNoSuchAddress(error: unknown): boolean {
  const { responseCode = 0, command, response = '' } = error as SmtpError;
  return command === 'RCPT TO' && [550, 551, 553].includes(responseCode) && !/\b5\.[27]\.\d/.test(response);
}
