import type { Words } from '../../ui/locale.ts';

const sv = {
  prove: {
    subject: 'Bekräfta din begäran',
    why: 'Någon har angett din mejladress i en begäran om personuppgifter. Var det du? Öppna länken inom sju dagar och bekräfta det:',
    ignore: 'Var det inte du? Gör ingenting. Begäran tas bort av sig själv och ingen får veta något.',
  },
  answered: {
    subject: 'Ett svar väntar på dig',
    why: 'Det finns ett svar på din begäran. Av hänsyn till dig står det inte i mejlet. Öppna sidan och be om en länk till svaret:',
    secret: 'Länken är bara för dig, så skicka den inte vidare.',
  },
  news: {
    subject: 'Det finns något nytt om din begäran',
    why: 'Det har hänt något med din begäran. Av hänsyn till dig står det inte i mejlet. Öppna sidan och be om en länk till svaret:',
    secret: 'Länken är bara för dig, så skicka den inte vidare.',
  },
  link: {
    subject: 'Din länk till svaret',
    why: 'Här läser du svaret på din begäran. Länken gäller i en timme:',
    secret: 'Länken är bara för dig, så skicka den inte vidare.',
  },
  waiting: {
    subject: 'En ny begäran om personuppgifter',
    why: 'Någon har bekräftat en begäran. Logga in, läs den och svara inom 30 dagar från att den kom in:',
  },
  reminder: {
    subject: 'Begäranden som snart måste besvaras',
    why: 'Tiden håller på att gå ut, eller har gått ut, för minst en begäran om personuppgifter. De som brådskar står först:',
  },
  overdue: {
    subject: 'En begäran är inte besvarad i tid',
    why: 'Dataskyddsombudet har inte svarat på minst en begäran inom den tid som lagen kräver. Ta kontakt med ombudet. Listan ser bara ombudet:',
  },
};

const en = {
  prove: {
    subject: 'Confirm your request',
    why: 'Someone has given your e-mail address in a request about personal data. Was it you? Open the link within seven days and confirm it:',
    ignore: 'Was it not you? Do nothing. The request goes away by itself and nobody learns anything.',
  },
  answered: {
    subject: 'An answer waits for you',
    why: 'There is an answer to your request. For your sake it is not in this mail. Open the page and ask for a link to the answer:',
    secret: 'The link is for you alone, so do not pass it on.',
  },
  news: {
    subject: 'There is news about your request',
    why: 'Something has happened to your request. Out of consideration for you it is not in this mail. Open the page and ask for a link to the answer:',
    secret: 'The link is for you only, so do not pass it on.',
  },
  link: {
    subject: 'Your link to the answer',
    why: 'Here you read the answer to your request. The link holds for an hour:',
    secret: 'The link is for you alone, so do not pass it on.',
  },
  waiting: {
    subject: 'A new request about personal data',
    why: 'Someone has confirmed a request. Sign in, read it and answer within 30 days of its arrival:',
  },
  reminder: {
    subject: 'Requests that soon must be answered',
    why: 'The time is running out, or has run out, for at least one request about personal data. The urgent ones come first:',
  },
  overdue: {
    subject: 'A request has not been answered in time',
    why: 'The data protection officer has not answered at least one request within the time the law demands. Contact the officer. Only the officer sees the list:',
  },
} satisfies Words<typeof sv>;

export const requestMailWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
