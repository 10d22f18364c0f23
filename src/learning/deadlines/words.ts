import type { Words } from '../../ui/locale.ts';

const sv = {
  title: (course: string) => `Sista dag, kurs ”${course}”`,
  forAll: 'För alla',
  forAllText: 'Välj en dag för alla, eller ett antal dagar från det att var och en började. Studenterna ser dagen bland sina kurser.',
  dueOn: 'Ska vara klar senast',
  days: 'Antal dagar från starten',
  daysHint: 'Mellan 1 och 730.',
  save: 'Spara',
  saved: 'Ändringen är sparad.',
  dayWrong: 'Skriv datumet som år, månad och dag, till exempel 2027-03-31.',
  daysWrong: 'Skriv ett helt antal dagar mellan 1 och 730.',
  oneOfThem: 'Ange en dag eller ett antal dagar, inte båda.',
  forOne: 'För en student',
  forOneText:
    'Ge en student en annan dag, eller ingen dag alls och skälet till det. Studenten ser skälet i sitt utdrag. Töm fälten för att kursens egen dag ska gälla igen.',
  ownDueOn: (who: string) => `Sista dag för ${who}`,
  reason: (who: string) => `Skäl till att ${who} slipper en sista dag`,
  reasonTooLong: 'Skälet får ha högst 500 tecken. Korta det.',
  dayOrReason: 'Ange en dag eller ett skäl, inte båda.',
  saveFor: (who: string) => `Spara för ${who}`,
  student: (order: string) => `student ${order}`,
  mail: {
    subject: (course: string) => `Din kurs ska snart vara klar: ${course}`,
    due: (course: string, day: string) => `Kursen ”${course}” ska vara klar senast ${day}.`,
    goOn: 'Här fortsätter du där du slutade:',
  },
};

const en = {
  title: (course) => `Last day, course “${course}”`,
  forAll: 'For everyone',
  forAllText: 'Choose a day for everyone, or a number of days from when each one began. The students see the day among their courses.',
  dueOn: 'To be done by',
  days: 'Number of days from the start',
  daysHint: 'Between 1 and 730.',
  save: 'Save',
  saved: 'The change is saved.',
  dayWrong: 'Type the date as year, month and day, for instance 2027-03-31.',
  daysWrong: 'Type a whole number of days between 1 and 730.',
  oneOfThem: 'Give a day or a number of days, not both.',
  forOne: 'For one student',
  forOneText:
    'Give a student another day, or no day at all and the reason. The student sees the reason in their extract. Empty the fields for the course’s own day to hold again.',
  ownDueOn: (who) => `Last day for ${who}`,
  reason: (who) => `Why ${who} has no last day`,
  reasonTooLong: 'The reason can have at most 500 characters. Shorten it.',
  dayOrReason: 'Give a day or a reason, not both.',
  saveFor: (who) => `Save for ${who}`,
  student: (order) => `student ${order}`,
  mail: {
    subject: (course) => `Your course is soon to be done: ${course}`,
    due: (course, day) => `The course “${course}” is to be done by ${day}.`,
    goOn: 'Here you continue where you left off:',
  },
} satisfies Words<typeof sv>;

export const deadlineWords = { sv, en };
