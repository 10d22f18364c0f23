import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Vem som har tittat',
  request: 'Varje gång någon öppnar din begäran noteras det här.',
  enquiry: 'Varje gång någon öppnar ditt ärende noteras det här.',
  key: 'Varje gång någon som sköter kursen ser att nyckeln är till dig noteras det här.',
  invitation: 'Varje gång någon ser din mejladress bland dem som är inbjudna noteras det här.',
  latest: (count: string) => `Här står de ${count} senaste gångerna.`,
  nobody: 'Ingen har tittat än.',
  when: 'När',
  who: 'Vem',
  what: 'Vad',
  why: 'Varför',
  officer: 'dataskyddsombudet',
  administrator: 'administratör',
  support: 'supporten',
  list: 'En rad i en lista: din mejladress, vad det gäller och läget',
  wholeRequest: 'Hela begäran',
  wholeEnquiry: 'Hela ärendet',
  keyLine: 'Nyckelns rad i en lista: din mejladress och ditt namn, om det står på nyckeln',
  invitationLine: 'Inbjudans rad i en lista: din mejladress',
  file: 'En fil som du har skickat',
};

const en = {
  title: 'Who has looked',
  request: 'Every time someone opens your request, it is noted here.',
  enquiry: 'Every time someone opens your enquiry, it is noted here.',
  key: 'Every time someone who looks after the course sees that the key is for you, it is noted here.',
  invitation: 'Every time someone sees your e-mail address among those who are invited, it is noted here.',
  latest: (count) => `These are the ${count} latest times.`,
  nobody: 'Nobody has looked yet.',
  when: 'When',
  who: 'Who',
  what: 'What',
  why: 'Why',
  officer: 'the data protection officer',
  administrator: 'an administrator',
  support: 'support',
  list: 'A line of a list: your e-mail address, what it is about and its state',
  wholeRequest: 'The whole request',
  wholeEnquiry: 'The whole enquiry',
  keyLine: 'The key’s line of a list: your e-mail address, and your name if it is on the key',
  invitationLine: 'The invitation’s line of a list: your e-mail address',
  file: 'A file that you sent',
} satisfies Words<typeof sv>;

export const lookWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
