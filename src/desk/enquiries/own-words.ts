import type { Words } from '../../ui/locale.ts';

/** The sender's own page. */
const sv = {
  title: 'Ditt ärende hos oss',
  lead: 'Här läser du det du har skrivit och det vi har svarat.',
  waiting: 'Vi har fått det du skrev och svarar så snart vi kan. När svaret finns får du ett mejl.',
  log: 'Meddelanden mellan dig och oss',
  write: 'Skriv mer',
  send: 'Skicka',
  sent: 'Det är skickat.',
  regret: 'Vill du att allt det här tas bort?',
};

const en = {
  title: 'Your enquiry with us',
  lead: 'Here you read what you have written and what we have answered.',
  waiting: 'We have received what you wrote and answer as soon as we can. When the answer is there you get a mail.',
  log: 'Messages between you and us',
  write: 'Write more',
  send: 'Send',
  sent: 'It has been sent.',
  regret: 'Do you want all of this removed?',
} satisfies Words<typeof sv>;

export const ownWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
