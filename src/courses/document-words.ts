import { formatBytes } from '../ui/format.ts';
import type { Words } from '../ui/locale.ts';

/** What a page says around its own words, in the language of the course. */
const sv = {
  lost: 'Filen finns inte längre.',
  film: 'Film',
  sound: 'Ljud',
  file: 'Fil',
  more: 'Läs mer',
  transcript: { film: 'Läs filmen som text', sound: 'Läs ljudet som text' },
  language: { sv: 'Svenska', en: 'Engelska' },
  unplayable: 'Din webbläsare kan inte spela upp filen.',
  download: 'Ladda ner den',
  size: (type: string, bytes: number) => `${kindOf(type)}${formatBytes(bytes, 'sv')}`,
};

const en = {
  lost: 'The file is no longer there.',
  film: 'Film',
  sound: 'Sound',
  file: 'File',
  more: 'Read more',
  transcript: { film: 'Read the film as text', sound: 'Read the sound as text' },
  language: { sv: 'Swedish', en: 'English' },
  unplayable: 'Your browser cannot play the file.',
  download: 'Download it',
  size: (type, bytes) => `${kindOf(type)}${formatBytes(bytes, 'en')}`,
} satisfies Words<typeof sv>;

const kinds: Record<string, string> = {
  'application/pdf': 'PDF, ',
  'application/zip': 'ZIP, ',
  'text/plain': 'TXT, ',
  'text/csv': 'CSV, ',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word, ',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel, ',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint, ',
};
const kindOf = (type: string) => kinds[type.split(';')[0]!] ?? '';

export const documentWords = { sv, en };
