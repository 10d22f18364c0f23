import type { House } from '../house.ts';

/** What a mail's text may be made of: the recipient's own data, ids to look things up, and the house. */
export type MailFacts = {
  house: House;
  language: 'sv' | 'en';
  /** The recipient's own given name, empty when unknown. */
  givenName: string;
  accountId: string | undefined;
  about: Record<string, string>;
  operatorName: string;
};

/** `others` are people whom the act concerns; the guard looks for their names in the finished text. */
export type MailText = {
  subject: string;
  paragraphs: string[];
  others?: string[];
  /** A secret address that takes an answer by mail. */
  replyTo?: string | undefined;
  /** The same words with form, for readers that show it. Never with anything that is fetched from elsewhere. */
  html?: string;
  /** More header lines, written as they stand. */
  headers?: Record<string, string>;
};

/** Makes the text when the mail is sent; undefined when there is no longer any reason to send it. */
export type MailTemplate = (facts: MailFacts) => MailText | undefined | Promise<MailText | undefined>;
