import type { OperatorRole } from '../../src/platform/visit.ts';

type Line = { body: string; from: 'sender' | OperatorRole };
export type Asked = {
  kind: 'question' | 'quote' | 'dpo';
  email: string;
  daysAgo: number;
  facts?: { organisation: string; name: string; people_count: number; courses: string };
  lines: Line[];
  /** Came by mail, with a subject. */
  subject?: string;
  assigned?: true;
  /** A file that came with the first message. */
  file?: { name: string; content: string };
  /** Mail to the address comes back. */
  isBounced?: true;
};

export const asked: readonly Asked[] = [
  {
    kind: 'quote',
    email: 'berit.boman@sjovik.example',
    daysAgo: 1.2,
    facts: { organisation: 'Sjöviks stadsbibliotek', name: 'Berit Boman', people_count: 400, courses: 'Må bra på jobbet' },
    lines: [{ from: 'sender', body: 'Vi vill låna ut kurser till våra låntagare. Hur går det till med nycklarna?' }],
  },
  {
    kind: 'question',
    email: 'tove.aberg@person.example',
    daysAgo: 3.4,
    isBounced: true,
    lines: [
      { from: 'sender', body: 'Jag har fått en nyckel men sidan säger att den redan är använd. Vad gör jag?' },
      { from: 'support', body: 'Hej! Logga in med adressen som du fick nyckeln på. Då ligger kursen under Mina kurser.' },
    ],
  },
  {
    kind: 'question',
    email: 'olle.nyberg@person.example',
    daysAgo: 4.1,
    subject: 'Filmen spelas inte',
    file: {
      name: 'Felmeddelande.txt',
      content: 'Firefox 143, Android 12\n\nVideo can\u2019t be played because the file is corrupt.\n',
    },
    lines: [
      { from: 'sender', body: 'Hej! Introfilmen stannar efter några sekunder på min telefon. Ljudet fortsätter.' },
      { from: 'support', body: 'Tack för att du skrev. Vilken telefon och vilken webbläsare använder du?' },
      { from: 'sender', body: 'En äldre Android, med Firefox.' },
    ],
    assigned: true,
  },
  {
    kind: 'question',
    email: 'olle.nyberg@person.example',
    daysAgo: 0.4,
    subject: 'Glömde en sak',
    lines: [{ from: 'sender', body: 'Det gäller filmen i kursen Må bra på jobbet.' }],
  },
  {
    kind: 'dpo',
    email: 'ivar.strom@person.example',
    daysAgo: 2.6,
    lines: [{ from: 'sender', body: 'Hur länge sparar ni mina svar på slutprovet när jag har slutat på företaget?' }],
  },
  {
    kind: 'quote',
    email: 'helena.stark@alvsta.example',
    daysAgo: 6.3,
    facts: { organisation: 'Älvsta kommun', name: 'Helena Stark', people_count: 1200, courses: 'Dataskydd i vardagen, Tillgänglig webb' },
    lines: [
      { from: 'sender', body: 'Vi behöver utbilda alla i förvaltningen före sommaren. Kan vi få pris med och utan egna anpassningar?' },
      { from: 'support', body: 'Tack! Vi återkommer med två förslag i morgon. Hur många skolor och enheter gäller det?' },
      { from: 'sender', body: 'Elva enheter.' },
    ],
  },
  {
    kind: 'quote',
    email: 'anders.lund@tallbacka.example',
    daysAgo: 14.5,
    facts: { organisation: 'Tallbacka Äldreboende AB', name: 'Anders Lund', people_count: 64, courses: 'Basal hygien i vård och omsorg' },
    lines: [
      { from: 'sender', body: 'Kan våra vikarier gå kursen första dagen, på telefonen?' },
      { from: 'support', body: 'Ja, kursen går att göra helt i mobilen. Du får ett förslag i ett eget mejl.' },
    ],
  },
  {
    kind: 'quote',
    email: 'rektor@ekbacken.example',
    daysAgo: 0.7,
    facts: { organisation: 'Ekbackens friskola', name: 'Samira Haddad', people_count: 210, courses: 'Källkritik åk 7–9' },
    lines: [{ from: 'sender', body: 'Vad kostar det per elev och läsår, och ingår lärarna?' }],
  },
  {
    kind: 'question',
    email: 'per.wallin@person.example',
    daysAgo: 9.2,
    subject: 'Kursintyg med fel namn',
    lines: [
      { from: 'sender', body: 'På intyget står mitt gamla efternamn. Går det att få ett nytt?' },
      { from: 'support', body: 'Ja. Ändra namnet under Ditt konto och hämta intyget igen. Numret är detsamma.' },
      { from: 'sender', body: 'Det fungerade. Tack!' },
      { from: 'support', body: 'Vad bra. Hör av dig om det är något mer.' },
    ],
  },
  {
    kind: 'question',
    email: 'lena.forss@person.example',
    daysAgo: 21.4,
    lines: [
      { from: 'sender', body: 'Jag får inget mejl när jag vill byta lösenord.' },
      { from: 'support', body: 'Titta i skräpposten. Finns det inte där kan du svara på det här meddelandet, så letar vi efter felet.' },
    ],
  },
  {
    kind: 'question',
    email: 'goran.hult@person.example',
    daysAgo: 1.8,
    subject: 'Två nycklar',
    lines: [{ from: 'sender', body: 'Jag har fått två nycklar till samma kurs. Kan min fru använda den andra?' }],
  },
  {
    kind: 'question',
    email: 'mira.olin@person.example',
    daysAgo: 33.7,
    lines: [
      { from: 'sender', body: 'Fungerar kurserna med skärmläsare?' },
      { from: 'support', body: 'Ja, de är gjorda för det. Läs mer i tillgänglighetsredogörelsen, och berätta gärna om något skaver.' },
    ],
  },
  {
    kind: 'dpo',
    email: 'sara.bengtsdotter@person.example',
    daysAgo: 12.9,
    lines: [
      { from: 'sender', body: 'Kan min arbetsgivare se hur många gånger jag har gjort om provet?' },
      {
        from: 'dpo',
        body: 'Det beror på hur arbetsgivaren har ställt in det. Du fick se vem som ser vad innan du gick med, och du hittar det också bland dina uppgifter.',
      },
    ],
  },
];
