import type { Words } from '../../ui/locale.ts';

const sv = {
  received: {
    subject: 'Vi har fått ditt meddelande',
    why: 'Tack. Vi har fått det du skrev till oss och svarar så snart vi kan, senast inom 30 dagar. Du får ett mejl när svaret finns.',
    link: 'Här läser du det du skrev, och kan skriva mer. Länken är bara för dig, så skicka den inte vidare.',
    remove: 'Vill du att vi tar bort det du har skickat gör du det här:',
    ignore: 'Var det inte du som skrev? Då har någon angett din adress av misstag. Ta bort det på sidan ovan, så är det borta.',
  },
  answered: {
    subject: 'Du har fått svar',
    why: 'Vi har svarat på det du skrev till oss. Läs svaret och skriv tillbaka här:',
    secret: 'Länken är bara för dig, så skicka den inte vidare.',
  },
  byMail:
    'Du kan också svara på det här mejlet, från samma adress. Då hamnar det du skriver, och filer du bifogar, i ditt ärende. Mejlet får vara högst 10\u00a0MB.',
  notTaken: {
    subject: 'Vi kunde inte ta emot ditt mejl',
    why: 'Du har skickat ett mejl till oss som inte gick att ta emot. Det kan vara större än 10\u00a0MB eller sakna text, eller ha skickats från en annan adress än den vi väntade oss.',
    how: 'Logga in och skriv i tjänsten i stället, eller skriv till oss här:',
  },
  waiting: {
    subject: { support: 'Ett ärende väntar på svar', dpo: 'Ett ärende till dataskyddsombudet väntar på svar' },
    why: {
      support: 'Någon har skrivit till er och väntar på svar. Logga in och läs det här:',
      dpo: 'Någon har skrivit till dataskyddsombudet och väntar på svar. Logga in och läs det här:',
    },
  },
};

const en = {
  received: {
    subject: 'We have received your message',
    why: 'Thank you. We have received what you wrote to us and answer as soon as we can, within 30 days at the latest. You get a mail when the answer is there.',
    link: 'Here you read what you wrote, and can write more. The link is only for you, so do not pass it on.',
    remove: 'If you want us to remove what you have sent, do it here:',
    ignore: 'Was it not you who wrote? Then someone has given your address by mistake. Remove it on the page above, and it is gone.',
  },
  answered: {
    subject: 'You have an answer',
    why: 'We have answered what you wrote to us. Read the answer and write back here:',
    secret: 'The link is only for you, so do not pass it on.',
  },
  byMail:
    'You can also answer this mail, from the same address. What you write, and files you attach, are then put in your case. The mail may be 10\u00a0MB at most.',
  notTaken: {
    subject: 'We could not take your mail',
    why: 'You have sent us a mail that could not be taken. It may be larger than 10\u00a0MB or hold no text, or have been sent from another address than we expected.',
    how: 'Sign in and write in the service instead, or write to us here:',
  },
  waiting: {
    subject: { support: 'An enquiry is waiting for an answer', dpo: 'An enquiry to the data protection officer is waiting for an answer' },
    why: {
      support: 'Someone has written to you and is waiting for an answer. Sign in and read it here:',
      dpo: 'Someone has written to the data protection officer and is waiting for an answer. Sign in and read it here:',
    },
  },
} satisfies Words<typeof sv>;

export const mailWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
