import type { Locale, Words } from '../ui/locale.ts';

const sv = {
  title: 'Användarvillkor',
  lead: 'Läs villkoren och välj om du godkänner dem. Du behöver godkänna dem för att använda kurserna.',
  inForce: (date: string) => `Gäller från ${date}.`,
  changedTitle: 'Det här har ändrats',
  changedLead: 'Sedan du sist godkände villkoren är det här nytt eller borttaget:',
  added: 'Nytt:',
  removed: 'Borttaget:',
  wholeTitle: 'Hela villkoren',
  question: 'Godkänner du villkoren?',
  accept: 'Godkänn villkoren',
  refuse: 'Godkänn inte',
  refusedTitle: 'Du har inte godkänt villkoren',
  refused: 'Därför kan du inte använda kurserna. Du kan fortfarande göra det här:',
  export: 'Hämta dina uppgifter',
  close: 'Avsluta ditt konto',
  signOut: 'Logga ut',
  changeMind: 'Ändrar du dig kan du godkänna villkoren här på sidan.',
  choose: 'Välj om du godkänner villkoren eller inte.',
  newer: 'Villkoren har ändrats medan du läste. Läs dem igen och välj sedan.',
};

const en = {
  title: 'Terms of use',
  lead: 'Read the terms and choose whether you accept them. You need to accept them to use the courses.',
  inForce: (date: string) => `In force from ${date}.`,
  changedTitle: 'What has changed',
  changedLead: 'Since you last accepted the terms, this is new or removed:',
  added: 'New:',
  removed: 'Removed:',
  wholeTitle: 'The whole terms',
  question: 'Do you accept the terms?',
  accept: 'Accept the terms',
  refuse: 'Do not accept',
  refusedTitle: 'You have not accepted the terms',
  refused: 'That is why you cannot use the courses. You can still do this:',
  export: 'Get your data',
  close: 'Close your account',
  signOut: 'Sign out',
  changeMind: 'If you change your mind, you can accept the terms on this page.',
  choose: 'Choose whether or not you accept the terms.',
  newer: 'The terms changed while you were reading. Read them again, then choose.',
} satisfies Words<typeof sv>;

export const termsWords: Record<Locale, Words<typeof sv>> = { sv, en };
