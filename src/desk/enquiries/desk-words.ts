import type { Words } from '../../ui/locale.ts';
import { supportWords } from '../support/support-words.ts';

const sv = {
  kinds: { question: 'Fråga till oss', quote: 'Fråga om pris', dpo: 'Till dataskyddsombudet' },
  states: { new: 'Ny', open: 'Pågår', waiting: 'Väntar på avsändaren', solved: 'Löst' },
  languages: { sv: 'svenska', en: 'engelska' },
  inbox: {
    support: {
      title: 'Ärenden',
      lead: 'Frågor till oss och frågor om pris, från formulären och med mejl. De som väntar på oss står först, de mest brådskande överst. Varje gång du tittar antecknas det.',
    },
    dpo: {
      title: 'Ärenden till dataskyddsombudet',
      lead: 'Bara du som är dataskyddsombud ser dem. De som väntar på svar står först. Varje gång du tittar antecknas det.',
    },
    from: 'Från',
    kind: 'Gäller',
    state: 'Läge',
    latest: 'Senaste',
    assigned: 'Ansvarig',
    nobody: 'Ingen',
    me: 'Du',
    colleague: 'En kollega',
    mine: 'Jag',
    all: 'Alla',
    noneSuch: 'Inga ärenden är sådana just nu. Välj Alla för att se de andra.',
    first: 'Till listans början',
    more: 'Visa fler ärenden',
    emptyTitle: 'Inga ärenden',
    empty: 'Det som skrivs på sidan Kontakta oss, eller mejlas till oss, hamnar här.',
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
    bouncedTitle: 'Mejl till avsändaren kommer tillbaka',
    bounced:
      'Adressen finns inte eller tar inte emot mejl. Svaret ligger kvar i ärendet, men avsändaren får inte veta att det finns. Har du ett annat sätt att nå avsändaren, använd det.',
    closeTitle: 'Är det löst?',
    closeText: 'Behövs inget mer svar markerar du ärendet som löst. Skriver avsändaren igen öppnas det på nytt.',
    close: 'Markera som löst',
  },
};

const en = {
  kinds: { question: 'Question to us', quote: 'Request for a quote', dpo: 'To the data protection officer' },
  states: { new: 'New', open: 'Open', waiting: 'Waiting for the sender', solved: 'Solved' },
  languages: { sv: 'Swedish', en: 'English' },
  inbox: {
    support: {
      title: 'Cases',
      lead: 'Questions to us and requests for quotes, from the forms and by mail. Those waiting for us come first, the most urgent at the top. Each time you look it is recorded.',
    },
    dpo: {
      title: 'Cases for the data protection officer',
      lead: 'Only you who are the data protection officer see them. Those waiting for an answer come first. Each time you look it is recorded.',
    },
    from: 'From',
    kind: 'About',
    state: 'State',
    latest: 'Latest',
    assigned: 'Responsible',
    nobody: 'Nobody',
    me: 'You',
    colleague: 'A colleague',
    mine: 'Me',
    all: 'All',
    noneSuch: 'No cases are like that right now. Choose All to see the others.',
    first: 'To the beginning of the list',
    more: 'Show more cases',
    emptyTitle: 'No cases',
    empty: 'What is written on the page Contact us, or mailed to us, appears here.',
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
    log: 'Messages of the case',
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
    bouncedTitle: 'Mail to the sender comes back',
    bounced:
      'The address does not exist or takes no mail. The answer stays in the case, but the sender is not told that it is there. If you have another way to reach the sender, use it.',
    closeTitle: 'Is it solved?',
    closeText: 'If no more answer is needed you mark the case as solved. If the sender writes again it opens anew.',
    close: 'Mark as solved',
  },
} satisfies Words<typeof sv>;

const both = { sv: { ...supportWords.sv, ...sv }, en: { ...supportWords.en, ...en } };

export const deskWords: Record<'sv' | 'en', Words<typeof both.sv>> = both;
