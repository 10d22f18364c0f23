import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Dina uppgifter som fil',
  lead: 'Allt som vi har om dig i en ZIP-fil: en sida att läsa, en fil för datorer (JSON) och tabeller (CSV). Filen görs medan du gör annat, och du får ett mejl när den är klar.',
  large: 'Du har så mycket sparat hos oss att filen görs i bakgrunden.',
  keeps:
    'Bara du kan hämta den, och bara när du nyss har visat vem du är. Den finns i sju dagar. Raderar du dina uppgifter tas den bort genast.',
  resume: 'Bryts hämtningen kan din webbläsare fortsätta där den slutade.',
  make: 'Gör filen',
  making: (done: string, all: string) => `Filen görs: ${done} av ${all} delar är klara.`,
  waiting: 'Filen görs strax. Ladda om sidan för att se hur långt det har gått.',
  failed: 'Filen kunde inte göras. Försök igen. Fungerar det inte, skriv till oss.',
  ready: (size: string, until: string) => `Klar, ${size}. Finns till och med den ${until}.`,
  download: 'Ladda ner',
  asked: 'Begärd',
  state: 'Läge',
  checksum: 'Kontrollsumma (SHA-256)',
  list: 'Dina filer',
  empty: 'Ingen fil är gjord än.',
  already: 'En fil görs redan. Vänta tills den är klar.',
  said: 'Filen görs nu. Du får ett mejl när den är klar.',
  link: 'Gör en fil i bakgrunden',
  mail: {
    subject: 'Filen med dina uppgifter är klar',
    text: (day: string) => `Filen finns till och med den ${day}. Logga in för att hämta den:`,
  },
};

const en = {
  title: 'Your data as a file',
  lead: 'All that we hold about you in a ZIP file: a page to read, a file for computers (JSON) and tables (CSV). The file is made while you do something else, and you get a mail when it is ready.',
  large: 'You have so much with us that the file is made in the background.',
  keeps:
    'Only you can download it, and only when you have just shown who you are. It is there for seven days. If you erase your data it goes at once.',
  resume: 'If the download is broken off, your browser can go on where it ended.',
  make: 'Make the file',
  making: (done, all) => `The file is being made: ${done} of ${all} parts are ready.`,
  waiting: 'The file is about to be made. Reload the page to see how far it has come.',
  failed: 'The file could not be made. Try again. If that does not work, write to us.',
  ready: (size, until) => `Ready, ${size}. There until ${until}.`,
  download: 'Download',
  asked: 'Asked for',
  state: 'State',
  checksum: 'Checksum (SHA-256)',
  list: 'Your files',
  empty: 'No file has been made yet.',
  already: 'A file is being made already. Wait until it is ready.',
  said: 'The file is being made. You get a mail when it is ready.',
  link: 'Make a file in the background',
  mail: {
    subject: 'The file with your data is ready',
    text: (day) => `The file is there until ${day}. Sign in to download it:`,
  },
} satisfies Words<typeof sv>;

export const ownExportWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
