import { sha256 } from '../../platform/secrets.ts';
import type { Locale } from '../../ui/locale.ts';

type InBoth = Record<Locale, string>;
/** `own` is what the operator itself has written of the text. */
export type NewDocument = { kind: 'terms'; version: number; text: InBoth; own: InBoth };

export const hashOf = ({ text }: Pick<NewDocument, 'text'>): string => sha256(`${text.sv}\n${text.en}`).toString('hex');
