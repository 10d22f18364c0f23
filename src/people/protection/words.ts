import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Skyddade personuppgifter',
  forPerson:
    'Har du skyddade personuppgifter, eller är det farligt för dig att bli hittad? Då kan du dölja ditt namn och din mejladress för alla hos kunden. Du får en beteckning i stället, och den står i listor, sökningar, exporter och kursintyg. Du behöver inte säga varför.',
  forCustomer:
    'För den som har skyddade personuppgifter kan du dölja namn och mejladress för alla hos er, även för dig. I listor, sökningar, exporter och kursintyg står en beteckning i stället. Personen får veta det.',
  keep: 'Den som arbetar med personen behöver veta beteckningen. Skriv aldrig vem den gäller i Kursiv.',
  is: (designation: string) => `Hos kunden heter du ${designation}. Ingen annan ser ditt namn eller din mejladress där.`,
  isTheirs: (designation: string) => `Personen heter ${designation} för alla hos er.`,
  words: 'Det du själv skriver i korrespondensen visas som du har skrivit det. Skriv inte under med ditt namn där.',
  protect: 'Dölj mitt namn hos kunden',
  protectTheirs: 'Dölj namnet hos er',
  show: 'Visa mitt namn igen',
  showTheirs: 'Visa namnet igen',
  byCustomer: 'Kunden har valt det. Bara kunden kan ändra sitt val, och bara du ditt.',
  byPerson: 'Personen har själv valt det, och bara personen kan ändra det.',
  saved: 'Ändringen är sparad och gäller nu.',
};

const en = {
  title: 'Protected identity',
  forPerson:
    'Is your identity protected, or is it dangerous for you to be found? Then you can hide your name and e-mail address from everyone at the customer. You get a designation instead, which stands in lists, searches, exports and certificates. You need not say why.',
  forCustomer:
    'For someone whose identity is protected you can hide the name and e-mail address from everyone here, yourself included. In lists, searches, exports and certificates there is a designation instead. The person is told.',
  keep: 'Whoever works with the person needs to know the designation. Never write whose it is in Kursiv.',
  is: (designation) => `With the customer you are called ${designation}. Nobody else there sees your name or e-mail address.`,
  isTheirs: (designation) => `The person is called ${designation} by everyone here.`,
  words: 'What you write yourself in the correspondence is shown as you wrote it. Do not sign with your name there.',
  protect: 'Hide my name at the customer',
  protectTheirs: 'Hide the name here',
  show: 'Show my name again',
  showTheirs: 'Show the name again',
  byCustomer: 'The customer has chosen so. Only the customer can change its choice, and only you yours.',
  byPerson: 'The person has chosen so, and only the person can change it.',
  saved: 'The change is saved and holds now.',
} satisfies Words<typeof sv>;

export const protectionWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
