import type { Words } from '../ui/locale.ts';

const sv = {
  title: 'Kursintyg',
  lead: 'Du är godkänd på kursen, och det här är ditt intyg.',
  course: 'Kurs',
  holder: 'Utfärdat till',
  issuer: 'Utfärdat av',
  issued: 'Datum',
  number: 'Nummer',
  noName: 'Ditt namn saknas. Fyll i det på sidan Mina uppgifter, så står det på intyget.',
  toMyData: 'Fyll i mitt namn',
  download: 'Ladda ner kursintyget',
  downloadHint: 'Filen är en pdf som går att läsa upp och skriva ut.',
  open: 'Den öppna sidan',
  openText: 'Den som får numret eller länken kan kontrollera att intyget är äkta. Sidan visar kursen, utfärdaren, datumet och numret.',
  openLink: 'Visa den öppna sidan',
  name: 'Ditt namn på den öppna sidan',
  nameHidden: 'Ditt namn visas inte.',
  nameShown: 'Ditt namn visas.',
  nameText:
    'Vill du visa ditt namn på de öppna sidorna för dina kursintyg? Alla som har numret eller länken kan då läsa det. Du kan ändra dig när du vill, och då försvinner namnet direkt.',
  show: 'Visa mitt namn',
  hide: 'Sluta visa mitt namn',
  choose: 'Välj om ditt namn ska visas eller inte.',
  verify: {
    title: 'Kontroll av kursintyg',
    valid: 'Intyget är äkta',
    validText: 'Det är utfärdat hos oss och gäller.',
    holder: 'Innehavare',
    holderHidden: 'Visas inte. Innehavaren har inte valt att visa sitt namn här.',
    unknown: 'Vi hittar inget kursintyg med det numret',
    unknownText:
      'Kontrollera att numret är rätt skrivet. Det ser ut så här: K-7KMQ-4XR9-T2WB. Be annars den som visade intyget om en ny länk.',
  },
  pdf: {
    lead: 'Härmed intygas att',
    nameless: 'innehavaren av det här intyget',
    has: 'har gått och är godkänd på kursen',
    outcomesTitle: 'Kursens mål',
    length: 'Omfattning',
    about: (minutes: string) => `cirka ${minutes}`,
    check: 'Kontrollera intyget',
    qr: (address: string) => `Rutkod som leder till ${address}`,
  },
};

const en = {
  title: 'Certificate',
  lead: 'You have passed the course, and this is your certificate.',
  course: 'Course',
  holder: 'Issued to',
  issuer: 'Issued by',
  issued: 'Date',
  number: 'Number',
  noName: 'Your name is missing. Fill it in on the page My data, and it will stand on the certificate.',
  toMyData: 'Fill in my name',
  download: 'Download the certificate',
  downloadHint: 'The file is a PDF that can be read aloud and printed.',
  open: 'The public page',
  openText:
    'Whoever has the number or the link can check that the certificate is genuine. The page shows the course, the issuer, the date and the number.',
  openLink: 'Show the public page',
  name: 'Your name on the public page',
  nameHidden: 'Your name is not shown.',
  nameShown: 'Your name is shown.',
  nameText:
    'Do you want your name to be shown on the public pages of your certificates? Anyone with the number or the link can then read it. You may change your mind at any time, and the name is gone at once.',
  show: 'Show my name',
  hide: 'Stop showing my name',
  choose: 'Choose whether your name is to be shown or not.',
  verify: {
    title: 'Checking a certificate',
    valid: 'The certificate is genuine',
    validText: 'It was issued here and is valid.',
    holder: 'Holder',
    holderHidden: 'Not shown. The holder has not chosen to show their name here.',
    unknown: 'We find no certificate with that number',
    unknownText:
      'Check that the number is typed right. It looks like this: K-7KMQ-4XR9-T2WB. Otherwise ask whoever showed you the certificate for a new link.',
  },
  pdf: {
    lead: 'This certifies that',
    nameless: 'the holder of this certificate',
    has: 'has taken and passed the course',
    outcomesTitle: 'What the course teaches',
    length: 'Length',
    about: (minutes) => `about ${minutes}`,
    check: 'Check the certificate',
    qr: (address) => `Square code that leads to ${address}`,
  },
} satisfies Words<typeof sv>;

export const words = { sv, en };
