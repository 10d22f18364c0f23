import type { Words } from '../../ui/locale.ts';

const sv = {
  newTitle: 'Skapa en kurs',
  newLead: 'Börja med det som någon behöver veta för att välja kursen. Du kan ändra allt senare.',
  title: 'Om kursen',
  lead: 'Det här står på kursens öppna sida. Ändringarna gäller genast, även för en publicerad kurs.',
  name: 'Kursens namn',
  nameMissing: 'Skriv vad kursen heter.',
  tagline: 'Kursen i en mening',
  taglineHint: 'Vad kan man efteråt som man inte kunde före?',
  taglineMissing: 'Skriv en mening om kursen.',
  description: 'Beskrivning',
  descriptionHint: 'Några korta stycken. Lämna en tom rad mellan dem.',
  descriptionMissing: 'Skriv några rader om kursen.',
  audience: 'För vem',
  outcomes: 'Efter kursen',
  outcomesHint: 'Det deltagaren kan efteråt. Skriv en sak på varje rad.',
  language: 'Språk',
  languageHint: 'Språket som kursen är skriven på.',
  languageMissing: 'Välj ett språk.',
  tooLong: (most: string) => `Texten är för lång. Korta den till högst ${most} tecken.`,
  create: 'Skapa kursen',
  save: 'Spara',
  saved: 'Sparat.',
  pageOrder: 'Sidornas ordning',
  pageOrderHint:
    'Gäller genast, för alla som inte redan är klara med kursen. Slutprovet öppnas när alla sidor är klara. Den som sköter kursen eller är lärare i den kommer alltid åt alla sidor.',
  pageOrders: {
    free: 'Alla sidor är öppna från början',
    read: 'En sida i taget: nästa öppnas när sidan är markerad som klar',
    answered: 'En sida i taget: nästa öppnas när sidans frågor dessutom är rätt besvarade',
  },
};

const en = {
  newTitle: 'Create a course',
  newLead: 'Begin with what someone needs to know to choose the course. You can change all of it later.',
  title: 'About the course',
  lead: 'This stands on the course’s open page. Changes hold at once, for a published course too.',
  name: 'Name of the course',
  nameMissing: 'Write what the course is called.',
  tagline: 'The course in one sentence',
  taglineHint: 'What can one do afterwards that one could not before?',
  taglineMissing: 'Write a sentence about the course.',
  description: 'Description',
  descriptionHint: 'A few short paragraphs, with an empty line between them.',
  descriptionMissing: 'Write a few lines about the course.',
  audience: 'Who it is for',
  outcomes: 'After the course',
  outcomesHint: 'What the participant can do afterwards. One thing on each line.',
  language: 'Language',
  languageHint: 'The language the course is written in.',
  languageMissing: 'Choose a language.',
  tooLong: (most) => `The text is too long. Shorten it to at most ${most} characters.`,
  create: 'Create the course',
  save: 'Save',
  saved: 'Saved.',
  pageOrder: 'Order of the pages',
  pageOrderHint:
    'Holds at once, for everyone who has not completed the course already. The final test opens when all pages are done. Whoever looks after the course or teaches it always reaches every page.',
  pageOrders: {
    free: 'All pages are open from the beginning',
    read: 'One page at a time: the next opens when the page is marked as done',
    answered: 'One page at a time: the next opens when the questions of the page are answered right as well',
  },
} satisfies Words<typeof sv>;

export const detailsWords = { sv, en };
