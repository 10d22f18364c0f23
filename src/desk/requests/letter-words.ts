import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Svar på din begäran',
  extendedTitle: 'Vi behöver mer tid för din begäran',
  asked: (date: string) => `Du skickade en begäran om dina uppgifter den ${date}. Du begärde:`,
  done: {
    access:
      'Med det här svaret följer allt som vi har under din mejladress. För varje slags uppgift står det varför vi har den, hur länge, var den kommer från och vem som ser den.',
    portability: 'Med det här svaret följer dina uppgifter i en fil som andra tjänster kan läsa.',
    erasure: 'Vi har raderat det som fanns under din mejladress. Äldre säkerhetskopior går inte längre att läsa om det.',
    rectification: 'Vi har rättat uppgifterna.',
    restriction: 'Vi har begränsat hur uppgifterna används.',
    objection: 'Vi använder inte längre uppgifterna på det sätt som du invände mot.',
  },
  account: 'Har du ett konto med samma mejladress ser du uppgifterna i det när du loggar in, på sidan Mina uppgifter.',
  counts: 'Det här togs bort eller gjordes anonymt:',
  nothing: 'Det fanns inget att ta bort.',
  corrected: 'Det här är rättat, och på så många ställen:',
  aside: 'Det här läser ingen annan så länge begränsningen gäller:',
  nothingAside: 'Det fanns inget under din mejladress som begränsas.',
  asideMeans:
    'Vi sparar uppgifterna men använder dem inte, utom för dina egna rättigheter och för rättsliga anspråk (artikel 18.2 i dataskyddsförordningen). Ingen av oss ser till exempel dina tidigare ärenden, och du får inga nyhetsbrev. Det gäller det som fanns när vi svarade. Skriver du något nytt till oss läser vi det. Vi meddelar dig innan vi häver begränsningen.',
  lifts: (date: string) =>
    `Vi häver begränsningen den ${date}. Vill du att den ska fortsätta kan du skicka en ny begäran före dess (artikel 18.3 i dataskyddsförordningen).`,
  lifted: (date: string) => `Begränsningen hävdes den ${date}.`,
  newsletters: 'Din prenumeration på nyhetsbrev är avslutad. Du får inga fler.',
  stays:
    'Kvar är din begäran och det här svaret, i ett år, så att vi kan visa att vi har svarat (artikel 17.3 e i dataskyddsförordningen).',
  keptByLaw: 'En lag kräver att vi sparar det här (artikel 17.3 i dataskyddsförordningen):',
  by: (law: string) => `Enligt ${law}.`,
  more: 'Vårt dataskyddsombud skriver:',
  extended: (date: string) =>
    `Vi hinner inte svara inom 30 dagar. Du får svar senast den ${date} (artikel 12.3 i dataskyddsförordningen). Skälet är:`,
  refused: 'Vi gör inte det du begärde. Skälet är:',
  complain:
    'Är du inte nöjd kan du klaga hos Integritetsskyddsmyndigheten, imy.se, telefon 08-657 61 00. Du kan också vända dig till domstol.',
  from: 'Dataskyddsombud',
  to: 'Till',
  date: 'Datum',
};

const en = {
  title: 'Answer to your request',
  extendedTitle: 'We need more time for your request',
  asked: (date) => `On ${date} you sent a request about your data. You asked:`,
  done: {
    access:
      'With this answer comes all we hold under your e-mail address. For each kind of data it says why we hold it, for how long, where it comes from and who sees it.',
    portability: 'With this answer comes your data in a file that other services can read.',
    erasure: 'We have erased what was held under your e-mail address. Older backups can no longer be read about it.',
    rectification: 'We have corrected the data.',
    restriction: 'We have restricted how the data is used.',
    objection: 'We no longer use the data in the way you objected to.',
  },
  account: 'If you have an account with the same e-mail address, you see the data in it when you sign in, on the page My data.',
  counts: 'This was removed or made anonymous:',
  nothing: 'There was nothing to remove.',
  corrected: 'This is corrected, in so many places:',
  aside: 'Nobody else reads this while the restriction lasts:',
  nothingAside: 'There was nothing under your e-mail address to restrict.',
  asideMeans:
    'We keep the data but do not use it, other than for your own rights and for legal claims (GDPR Article 18(2)). None of us sees your earlier cases, for example, and you get no newsletters. It holds for what was there when we answered. If you write something new to us, we read it. We tell you before we lift the restriction.',
  lifts: (date) =>
    `We lift the restriction on ${date}. If you want it to go on, you can send a new request before then (GDPR Article 18(3)).`,
  lifted: (date) => `The restriction was lifted on ${date}.`,
  newsletters: 'Your subscription to newsletters has ended. You get no more of them.',
  stays: 'Your request and this answer stay for a year, so that we can show that we have answered (GDPR Article 17(3)(e)).',
  keptByLaw: 'A law requires us to keep this (GDPR Article 17(3)):',
  by: (law) => `Under ${law}.`,
  more: 'Our data protection officer writes:',
  extended: (date) => `We cannot answer within 30 days. You are answered by ${date} (GDPR Article 12(3)). The reason is:`,
  refused: 'We do not do what you asked. The reason is:',
  complain:
    'If you are not satisfied you can complain to the Swedish Authority for Privacy Protection, imy.se, telephone +46 8 657 61 00. You can also go to court.',
  from: 'Data protection officer',
  to: 'To',
  date: 'Date',
} satisfies Words<typeof sv>;

export const letterWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
