import { z } from 'zod';

// Letters of every script: people's addresses are not always ASCII.
const pattern = /^[\p{L}\p{N}\p{M}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}\p{M}-]+(\.[\p{L}\p{N}\p{M}-]+)+$/u;

/** An address as it is kept and compared: one way of writing it, in lower case. */
export const normalEmail = (typed: string): string => typed.trim().normalize('NFC').toLowerCase();

type EmailTexts = { emailMissing: string; emailWrong: string };

export const emailField = ({ emailMissing, emailWrong }: EmailTexts) =>
  z.string(emailMissing).transform(normalEmail).pipe(z.string().min(1, emailMissing).max(254, emailWrong).regex(pattern, emailWrong));
