import type { Refusal } from '../../attached-files/receive-files.ts';

const sentences = {
  sv: {
    'too many': () => 'Mejlet hade fler än fem filer. De andra togs inte emot.',
    'too large': (name: string) => `Filen ”${name}” togs inte emot. Den är större än 10\u00a0MB.`,
    empty: (name: string) => `Filen ”${name}” togs inte emot. Den är tom.`,
    'unknown type': (name: string) =>
      `Filen ”${name}” togs inte emot. Vi tar emot bilder, PDF, text, Office och OpenDocument, inte filer av det här slaget.`,
  },
  en: {
    'too many': () => 'The mail had more than five files. The others were not taken.',
    'too large': (name: string) => `The file “${name}” was not taken. It is larger than 10\u00a0MB.`,
    empty: (name: string) => `The file “${name}” was not taken. It is empty.`,
    'unknown type': (name: string) =>
      `The file “${name}” was not taken. We take images, PDF, text, Office and OpenDocument, not files of this kind.`,
  },
};

/** Stands in the text itself: whoever wrote, and whoever reads, knows that something is missing. */
export const refusalText = (refusal: Refusal, language: 'sv' | 'en'): string =>
  `[${sentences[language][refusal.why]('name' in refusal ? refusal.name : '')}]`;
