import type { Words } from '../../ui/locale.ts';

const sv = {
  title: (course: string) => `Provtider, kurs ”${course}”`,
  opening: 'När slutprovet är öppet',
  openingText: 'Lämna fälten tomma om provet alltid är öppet. Tiderna är svensk tid.',
  opensAt: 'Öppnar',
  closesAt: 'Stänger',
  closesHint: 'När provet stänger lämnas det som studenterna har sparat in.',
  timeWrong: 'Skriv dag och tid, till exempel 2026-11-24 09.00.',
  closesBefore: 'Provet måste stänga efter att det har öppnat.',
  save: 'Spara tiderna',
  saved: 'Tiderna är sparade.',
  extra: 'Extra tid',
  extraText: 'Ge en student fler minuter på slutprovet. Skriv inte varför någonstans: bara minuterna sparas. De gäller från nästa försök.',
  student: (order: string) => `student ${order}`,
  minutesFor: (who: string) => `Extra minuter för ${who}`,
  saveFor: (who: string) => `Spara för ${who}`,
  minutesWrong: 'Skriv minuterna som ett heltal mellan 0 och 600.',
};

const en = {
  title: (course) => `Test times, course “${course}”`,
  opening: 'When the final test is open',
  openingText: 'Leave the fields empty if the test is always open. Times are Swedish time.',
  opensAt: 'Opens',
  closesAt: 'Closes',
  closesHint: 'When the test closes, what the students have saved is handed in.',
  timeWrong: 'Write day and time, for example 2026-11-24 09:00.',
  closesBefore: 'The test must close after it has opened.',
  save: 'Save the times',
  saved: 'The times are saved.',
  extra: 'Extra time',
  extraText:
    'Give a student more minutes for the final test. Do not write why anywhere: only the minutes are kept. They count from the next attempt.',
  student: (order) => `student ${order}`,
  minutesFor: (who) => `Extra minutes for ${who}`,
  saveFor: (who) => `Save for ${who}`,
  minutesWrong: 'Write the minutes as a whole number between 0 and 600.',
} satisfies Words<typeof sv>;

export const termsWords = { sv, en };
