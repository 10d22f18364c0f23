import type { Words } from '../../ui/locale.ts';

const sv = {
  mail: {
    subject: 'Fler uppgifter om dig visas i en kurs',
    changed: (customer: string, date: string) =>
      `${customer} har ändrat vad andra får se om dig i kurserna. Sedan den ${date} gäller detta:`,
    whole: 'Läs allt som visas, och hur du döljer ditt namn:',
    leave: 'Vill du inte vara med kan du lämna en kurs när du vill:',
  },
  title: 'Det här har börjat visas',
  since: (date: string) => `Sedan den ${date}`,
};

const en = {
  mail: {
    subject: 'More of your data is shown in a course',
    changed: (customer, date) => `${customer} has changed what others may see of you in its courses. Since ${date} this holds:`,
    whole: 'Read everything that is shown, and how to hide your name:',
    leave: 'If you do not want to take part, you can leave a course whenever you wish:',
  },
  title: 'This has begun to be shown',
  since: (date) => `Since ${date}`,
} satisfies Words<typeof sv>;

export const tellingWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
