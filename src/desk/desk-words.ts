import type { Words } from '../ui/locale.ts';

const sv = {
  kinds: { question: 'Fråga till oss', quote: 'Fråga om pris', dpo: 'Till dataskyddsombudet' },
  states: { new: 'Ny', answered: 'Besvarad', closed: 'Avslutad' },
  languages: { sv: 'svenska', en: 'engelska' },
  answerBy: (date: string) => `Svara senast ${date}`,
  late: (date: string) => `Skulle ha besvarats ${date}`,
  inbox: {
    support: {
      title: 'Ärenden',
      lead: 'Frågor till oss och frågor om pris. De som väntar på svar står först. Varje gång du tittar antecknas det.',
    },
    dpo: {
      title: 'Ärenden till dataskyddsombudet',
      lead: 'Bara du som är dataskyddsombud ser dem. De som väntar på svar står först. Varje gång du tittar antecknas det.',
    },
    from: 'Från',
    kind: 'Gäller',
    state: 'Läge',
    latest: 'Senaste',
    first: 'Till listans början',
    more: 'Visa fler ärenden',
    emptyTitle: 'Inga ärenden',
    empty: 'Det som skrivs på sidan Kontakta oss hamnar här.',
  },
  facts: {
    organisation: 'Organisation',
    name: 'Namn',
    email: 'Mejladress',
    people: 'Antal personer',
    courses: 'Kurser',
    received: 'Kom in',
    kept: 'Sparas till',
  },
  enquiry: {
    log: 'Meddelanden i ärendet',
    sender: 'Avsändaren',
    colleague: 'En kollega',
    noMessage: 'Avsändaren skrev inget meddelande.',
    answerTitle: 'Svara',
    answer: 'Svar',
    answerHint: (language: string) =>
      `Avsändaren använder tjänsten på ${language}. Avsändaren får ett mejl med en länk till svaret. Ditt namn visas inte.`,
    send: 'Skicka svaret',
    sent: 'Svaret är skickat.',
    missing: 'Skriv ett svar.',
    tooLong: 'Svaret får ha högst 10 000 tecken. Korta ner det.',
    closeTitle: 'Avsluta',
    closeText: 'Behövs inget mer svar kan du avsluta ärendet. Skriver avsändaren igen öppnas det på nytt.',
    close: 'Avsluta ärendet',
  },
};

const en = {
  kinds: { question: 'Question to us', quote: 'Request for a quote', dpo: 'To the data protection officer' },
  states: { new: 'New', answered: 'Answered', closed: 'Closed' },
  languages: { sv: 'Swedish', en: 'English' },
  answerBy: (date) => `Answer by ${date}`,
  late: (date) => `Should have been answered ${date}`,
  inbox: {
    support: {
      title: 'Enquiries',
      lead: 'Questions to us and requests for quotes. Those waiting for an answer come first. Each time you look it is recorded.',
    },
    dpo: {
      title: 'Enquiries to the data protection officer',
      lead: 'Only you who are the data protection officer see them. Those waiting for an answer come first. Each time you look it is recorded.',
    },
    from: 'From',
    kind: 'About',
    state: 'State',
    latest: 'Latest',
    first: 'To the beginning of the list',
    more: 'Show more enquiries',
    emptyTitle: 'No enquiries',
    empty: 'What is written on the page Contact us appears here.',
  },
  facts: {
    organisation: 'Organisation',
    name: 'Name',
    email: 'E-mail address',
    people: 'Number of people',
    courses: 'Courses',
    received: 'Received',
    kept: 'Kept until',
  },
  enquiry: {
    log: 'Messages of the enquiry',
    sender: 'The sender',
    colleague: 'A colleague',
    noMessage: 'The sender wrote no message.',
    answerTitle: 'Answer',
    answer: 'Answer',
    answerHint: (language) =>
      `The sender uses the service in ${language}. The sender gets a mail with a link to the answer. Your name is not shown.`,
    send: 'Send the answer',
    sent: 'The answer has been sent.',
    missing: 'Write an answer.',
    tooLong: 'The answer may have at most 10,000 characters. Shorten it.',
    closeTitle: 'Close',
    closeText: 'If no more answer is needed you can close the enquiry. If the sender writes again it opens anew.',
    close: 'Close the enquiry',
  },
} satisfies Words<typeof sv>;

export const deskWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
