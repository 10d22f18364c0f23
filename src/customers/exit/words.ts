import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Ta med dig allt',
  lead: 'Allt som ni äger i tjänsten, i öppna format som andra program kan läsa. Du kan hämta det när som helst, och en tid efter att avtalet har upphört.',
  until: (day: string) => `Avtalet har upphört. Ni kan hämta det som är ert till och med den ${day}. Sedan raderas det.`,
  what: 'Det här finns i filen',
  parts: [
    'kurserna som text (Markdown) och som JSON, med frågor och slutprov',
    'bilder, filmer och andra filer i kurserna',
    'medlemmar, roller, deltagande, svar, resultat och kursintyg som tabeller (CSV)',
    'korrespondensen som JSON och som en sida att läsa (HTML)',
    'avtalet (PDF)',
    'en läsanvisning och kontrollsummor för varje fil',
  ],
  notIn: 'Konton, lösenord och inloggningar finns inte med. De hör till var och en, som hämtar sina uppgifter själv.',
  care: 'Filen innehåller uppgifter om era studenter och medarbetare. Förvara den säkert och radera den när ni inte behöver den.',
  make: 'Gör filen',
  making: (done: string, all: string) => `Filen görs: ${done} av ${all} delar är klara.`,
  waiting: 'Filen görs strax. Ladda om sidan för att se hur långt det har gått.',
  gone: 'Filen är borttagen, eftersom någon som fanns i den har raderats. Gör en ny fil.',
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
  mail: {
    subject: 'Filen med allt som kunden äger är klar',
    text: (customer: string, day: string) =>
      `Filen för ${customer} är klar. Den finns till och med den ${day}, sedan tas den bort. Logga in för att hämta den:`,
  },
};

const en = {
  title: 'Take everything with you',
  lead: 'Everything you own in the service, in open formats that other programs can read. You can download it at any time, and for a time after the agreement has ended.',
  until: (day) => `The agreement has ended. You can download what is yours until ${day}. Then it is erased.`,
  what: 'This is in the file',
  parts: [
    'the courses as text (Markdown) and as JSON, with questions and final tests',
    'pictures, films and other files of the courses',
    'members, roles, participation, answers, results and certificates as tables (CSV)',
    'the correspondence as JSON and as a page to read (HTML)',
    'the agreement (PDF)',
    'instructions and a checksum of each file',
  ],
  notIn: 'Accounts, passwords and sign-ins are not included. They belong to each person, who downloads their own data.',
  care: 'The file holds data about your students and staff. Keep it safe and erase it when you no longer need it.',
  make: 'Make the file',
  making: (done, all) => `The file is being made: ${done} of ${all} parts are done.`,
  waiting: 'The file is about to be made. Reload the page to see how far it has come.',
  gone: 'The file has been removed, because someone in it has been erased. Make a new file.',
  failed: 'The file could not be made. Try again. If it does not work, write to us.',
  ready: (size, until) => `Ready, ${size}. Available until ${until}.`,
  download: 'Download',
  asked: 'Asked for',
  state: 'State',
  checksum: 'Checksum (SHA-256)',
  list: 'Your files',
  empty: 'No file has been made yet.',
  already: 'A file is already being made. Wait until it is done.',
  said: 'The file is being made. You get a mail when it is done.',
  mail: {
    subject: 'The file with everything the customer owns is ready',
    text: (customer, day) => `The file for ${customer} is ready. It is available until ${day}, then it is removed. Sign in to download it:`,
  },
} satisfies Words<typeof sv>;

export const exitWords = { sv, en };
