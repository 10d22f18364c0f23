import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Kakor',
  short: [
    'Kursiv sparar bara det i din webbläsare som behövs för något du själv har bett om.',
    'Därför finns inget att godkänna, och ingen ruta att klicka bort.',
  ],
  listTitle: 'Kakor som Kursiv kan sätta',
  columns: ['Namn', 'När den sätts', 'Varför', 'Hur länge'],
  each: {
    session: {
      when: 'När du loggar in',
      why: 'Så att du är inloggad när du går till nästa sida.',
      howLong: '30\u00a0dagar, eller tills du loggar ut',
    },
    language: { when: 'När du byter språk', why: 'Så att sidorna visas på språket du har valt.', howLong: 'Ett år' },
    pending: {
      when: 'När du loggar in i två steg eller med lösennyckel',
      why: 'Så att båda stegen görs i samma webbläsare.',
      howLong: 'Högst tio minuter',
    },
  },
  whoTitle: 'Vem som sparar',
  who: (operator: string, contact: string) =>
    `Bara ${operator} sätter kakor här. Ingen annan får veta något genom dem. Du når oss på ${contact}.`,
  othersTitle: 'Inget från andra',
  others: 'Vi hämtar inget från andra webbplatser när du läser våra sidor. Vi mäter inte vad du gör för reklam.',
  writtenTitle: 'Det du skriver',
  written:
    'Det du har skrivit men inte hunnit skicka, ett svar eller ett meddelande, ligger kvar i din webbläsare tills det är skickat, som längst en vecka.',
  optionalTitle: 'Om något valfritt kommer till',
  optional:
    'I dag finns inget valfritt. Skulle det komma till frågar vi först. Att säga nej blir då lika lätt som att säga ja. Säger din webbläsare nej med Global Privacy Control räknas det som ett nej.',
  removeTitle: 'Så tar du bort kakor',
  remove:
    'Du kan ta bort kakorna i din webbläsare när du vill. Då loggas du ut, och sidorna visas på det språk som din webbläsare är inställd på.',
  complainTitle: 'Vem som har tillsyn',
  complain: 'Post- och telestyrelsen, PTS, har tillsyn över kakor. Integritetsskyddsmyndigheten, IMY, har tillsyn över personuppgifter.',
};

const en = {
  title: 'Cookies',
  short: [
    'Kursiv stores only what is needed in your browser for something that you have asked for.',
    'So there is nothing to accept, and no box to click away.',
  ],
  listTitle: 'Cookies that Kursiv may set',
  columns: ['Name', 'When it is set', 'Why', 'How long'],
  each: {
    session: {
      when: 'When you sign in',
      why: 'So that you are still signed in on the next page.',
      howLong: '30\u00a0days, or until you sign out',
    },
    language: { when: 'When you change language', why: 'So that pages are shown in the language you have chosen.', howLong: 'One year' },
    pending: {
      when: 'When you sign in in two steps or with a passkey',
      why: 'So that both steps are taken in the same browser.',
      howLong: 'Ten minutes at most',
    },
  },
  whoTitle: 'Who stores',
  who: (operator: string, contact: string) =>
    `Only ${operator} sets cookies here. Nobody else learns anything from them. You reach us at ${contact}.`,
  othersTitle: 'Nothing from others',
  others: 'We fetch nothing from other sites when you read our pages. We do not measure what you do for advertising.',
  writtenTitle: 'What you write',
  written: 'What you have written but not yet sent, an answer or a message, stays in your browser until it is sent, for a week at most.',
  optionalTitle: 'If something optional is added',
  optional:
    'Today there is nothing optional. Should there be, we ask first. Saying no will then be as easy as saying yes. If your browser says no by Global Privacy Control, that counts as a no.',
  removeTitle: 'How you remove cookies',
  remove:
    'You can remove the cookies in your browser whenever you like. You are then signed out, and pages are shown in your browser’s language.',
  complainTitle: 'Who supervises',
  complain:
    'The Swedish Post and Telecom Authority, PTS, supervises cookies. The Swedish Authority for Privacy Protection, IMY, supervises personal data.',
} satisfies Words<typeof sv>;

export const cookieWords = { sv, en };
