import type { Words } from '../ui/locale.ts';

const sv = {
  start: {
    title: 'Kurser på nätet, i din egen takt',
    lead: 'Läs, öva och gör slutprovet när det passar dig. Du behöver bara nyckeln som du har fått av din arbetsgivare eller skola.',
    description: 'Kurser på nätet med övningar, slutprov och kursintyg. Börja med nyckeln som du har fått av din arbetsgivare eller skola.',
    redeem: 'Lös in nyckel',
    seeCourses: 'Se alla kurser',
    coursesTitle: 'Några av kurserna',
    howTitle: 'Så går det till',
    how: [
      { term: 'Lös in nyckeln', description: 'Skriv in de nio tecknen. Sedan är du inne i kursen.' },
      {
        term: 'Lär dig i din takt',
        description: 'Korta sidor med frågor som du får svar på direkt. Vi minns var du var, oavsett var du loggar in.',
      },
      { term: 'Fråga en människa', description: 'Skriv till kursens administratör och få svar på samma ställe.' },
      { term: 'Visa vad du kan', description: 'Gör slutprovet och hämta ditt kursintyg.' },
    ],
    privacyTitle: 'Dina uppgifter är dina',
    privacy:
      'Här finns inga kakor som följer dig och inga reklamnätverk. Du ser vad vi har sparat om dig, varför och vem som har tittat. När du vill kan du hämta allt eller avsluta kontot.',
    promises: 'Läs våra löften',
  },
  catalogue: {
    title: 'Kurser',
    lead: 'Du börjar en kurs med en nyckel som du har fått av den som ger kursen.',
    description: 'Alla kurser som är öppna att läsa om.',
    emptyTitle: 'Det finns inga kurser att visa än',
    empty: 'Har du en nyckel kan du lösa in den ändå.',
    steps: { first: 'Till kurslistans början', more: 'Visa fler kurser' },
  },
  facts: (pages: number, minutes: string) => `${pages === 1 ? '1\u00a0sida' : `${pages}\u00a0sidor`}, ungefär ${minutes}`,
  course: {
    redeem: 'Lös in nyckel',
    buy: (price: string) => `Köp kursen för ${price}`,
    continue: 'Fortsätt kursen',
    redeemHint: 'Nyckeln får du av din arbetsgivare eller skola.',
    students: 'Se kursens studenter',
    inbox: 'Öppna inkorgen',
    write: 'Sköt kursen',
    outcomes: 'Efter kursen',
    pages: 'Kursens sidor',
    audience: 'För vem',
    certificate: 'Kursintyg',
    certificateText: (percent: string, attempts: number) =>
      `Kursen slutar med ett slutprov. Du får kursintyget när minst ${percent} av svaren är rätt. ${attempts === 1 ? 'Du har ett försök.' : `Du har ${attempts}\u00a0försök.`}`,
    about: 'Om kursen',
  },
  film: {
    transcript: { sv: 'Läs filmen som text på svenska', en: 'Läs filmen som text på engelska' },
    captions: { sv: 'Svenska', en: 'Engelska' },
    unplayable: 'Din webbläsare kan inte spela filmen.',
    download: 'Ladda ner filmen',
  },
};

const en = {
  start: {
    title: 'Online courses at your own pace',
    lead: 'Read, practise and sit the final test when it suits you. All you need is the key from your employer or school.',
    description: 'Online courses with exercises, a final test and a certificate. Begin with the key from your employer or school.',
    redeem: 'Redeem a key',
    seeCourses: 'See all courses',
    coursesTitle: 'Some of the courses',
    howTitle: 'How it works',
    how: [
      { term: 'Redeem your key', description: 'Type its nine characters, and you are in the course.' },
      {
        term: 'Learn at your pace',
        description: 'Short pages with questions that are answered at once. We remember where you were, wherever you sign in.',
      },
      { term: 'Ask a human being', description: 'Write to the course administrator and get your answer in the same place.' },
      { term: 'Show what you know', description: 'Sit the final test and fetch your certificate.' },
    ],
    privacyTitle: 'Your data is yours',
    privacy:
      'There are no cookies that follow you here and no advertising networks. You see what we hold about you, why, and who has looked. Whenever you like you can download all of it or close your account.',
    promises: 'Read our promises',
  },
  catalogue: {
    title: 'Courses',
    lead: 'You begin a course with a key from whoever gives the course.',
    description: 'All courses that are open to read about.',
    emptyTitle: 'There are no courses to show yet',
    empty: 'If you have a key you can redeem it all the same.',
    steps: { first: 'To the beginning of the list', more: 'Show more courses' },
  },
  facts: (pages: number, minutes: string) => `${pages === 1 ? '1\u00a0page' : `${pages}\u00a0pages`}, about ${minutes}`,
  course: {
    redeem: 'Redeem a key',
    buy: (price) => `Buy the course for ${price}`,
    continue: 'Continue the course',
    redeemHint: 'Your employer or school gives you the key.',
    students: 'See the course’s students',
    inbox: 'Open the inbox',
    write: 'Run the course',
    outcomes: 'After the course',
    pages: 'The pages of the course',
    audience: 'Who it is for',
    certificate: 'Certificate',
    certificateText: (percent: string, attempts: number) =>
      `The course ends with a final test. You get the certificate when at least ${percent} of your answers are right. ${attempts === 1 ? 'You have one attempt.' : `You have ${attempts}\u00a0attempts.`}`,
    about: 'About the course',
  },
  film: {
    transcript: { sv: 'Read the film as text in Swedish', en: 'Read the film as text in English' },
    captions: { sv: 'Swedish', en: 'English' },
    unplayable: 'Your browser cannot play the film.',
    download: 'Download the film',
  },
} satisfies Words<typeof sv>;

export const words = { sv, en };
