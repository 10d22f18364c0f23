import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Hela kursen på en sida',
  link: 'Hela kursen för utskrift',
  lead: 'Här är kursens sidor efter varandra. Skriv ut dem eller spara dem som pdf med webbläsarens egen utskrift.',
  print: 'Skriv ut',
  waiting: (count: number) =>
    count === 1 ? 'En sida är inte med, för den är inte öppen än.' : `${count} sidor är inte med, för de är inte öppna än.`,
  exercise: 'Övning',
  own: 'Dina egna ord',
};

const en = {
  title: 'The whole course on one page',
  link: 'The whole course for printing',
  lead: 'Here are the pages of the course one after another. Print them or save them as a PDF with the browser’s own printing.',
  print: 'Print',
  waiting: (count) =>
    count === 1 ? 'One page is not included, since it is not open yet.' : `${count} pages are not included, since they are not open yet.`,
  exercise: 'Exercise',
  own: 'In your own words',
} satisfies Words<typeof sv>;

export const wholeCourseWords = { sv, en };
