import type { Promised } from './promise.ts';

/** People with access, faults, and others. */
export const people: Promised[] = [
  {
    id: 'N-50',
    sv: 'Bara den som behöver det för sin uppgift når dina uppgifter.',
    en: 'Only those who need it for their task reach your data.',
    state: 'not-yet',
  },
  { id: 'N-51', sv: 'Personal frågar dataskyddsombudet först.', en: 'Staff ask the data protection officer first.', state: 'not-yet' },
  {
    id: 'N-52',
    sv: 'Kursens administratör ser ditt namn, din mejladress, det du skriver till dem och ditt resultat. Inget mer.',
    en: "The course's administrator sees your name, e-mail address, what you write to them and your result. Nothing more.",
    state: 'kept',
    control: {
      sv: 'Kartan räknar upp uppgifterna, och det som läses ur databasen hålls till den listan.',
      en: 'The map lists the fields; the queries are held to the list.',
    },
    proof: ['src/people/people.test.ts'],
  },
  {
    id: 'N-53',
    sv: 'Mejl nämner ingen annan än mottagaren.',
    en: 'Mail names nobody but its recipient.',
    state: 'kept',
    control: {
      sv: 'En vakt läser varje färdigt mejl innan det lämnar oss. Varje mall skickas i ett test, på båda språken, och söks igenom efter spår av andra.',
      en: 'A guard reads every finished mail before it leaves; every template is sent in a test, in both languages, and read for marks of others.',
    },
    proof: [
      'tests/house/mail.test.ts',
      'tests/house/mail-templates.test.ts',
      'src/correspondence/answer-by-mail.test.ts',
      'src/learning/deadlines/remind-of-deadlines.test.ts',
    ],
  },
  { id: 'N-54', sv: 'Personal utbildas varje år.', en: 'Staff are trained every year.', state: 'not-yet' },
  {
    id: 'N-55',
    sv: 'Personal har starka lösenord och låser sina datorer.',
    en: 'Staff have strong passwords and lock their computers.',
    state: 'not-yet',
  },
  {
    id: 'N-56',
    sv: 'Inget lämnas ut utan avtal eller skriftligt godkännande.',
    en: 'Nothing is disclosed without a contract or written approval.',
    state: 'partly',
    control: {
      sv: 'En kund börjar med ett avtal och dess personuppgiftsbiträdesavtal. Vi sparar vem som godkände dem och när.',
      en: 'A customer begins with an agreement and its data-processing terms, kept with who accepted them and when.',
    },
    proof: ['src/desk/offer/offer.test.ts', 'src/customers/register/register.test.ts'],
    missing: {
      sv: 'Ett register över utlämnanden med godkännande saknas.',
      en: 'A register of disclosures with approval is missing.',
    },
  },
  {
    id: 'N-57',
    sv: 'Du får veta om en myndighet får ut dina uppgifter, när det går.',
    en: 'You are told if an authority gets your data, where possible.',
    state: 'not-yet',
  },
  { id: 'N-58', sv: 'Styrelsen ser över rutinerna.', en: 'The board reviews the routines.', state: 'not-yet' },
  { id: 'N-59', sv: 'Åtkomst sker bara över krypterade förbindelser.', en: 'Access is over encrypted links only.', state: 'not-yet' },
  {
    id: 'N-60',
    sv: 'Du ser när någon annan har tittat på dina uppgifter.',
    en: 'You see when someone else has looked at your data.',
    state: 'kept',
    control: {
      sv: 'Varje gång en administratör, en lärare eller någon hos oss öppnar dina uppgifter loggas det innan svaret lämnas, och noteringen hängs ihop med den förra. Du ser den på sidan Mina uppgifter. Har du inget konto ser du vem som har läst din begäran eller ditt ärende på den egna sidan som länken i mejlet leder till. Är en nyckel eller en inbjudan till din mejladress ser du på samma sätt vem som har läst den, och när du har skaffat ett konto står det på Mina uppgifter. Det noteras hos var och en när en kund hämtar allt den äger i en fil. Är du angiven som kontakt för en kund får du ett mejl med en sida som visar vem som ser uppgifterna och vem som har läst dem. Bara en sak noteras inte: att den som ska gå med i en kurs läser hur kunden nås. Det har den enligt lag rätt att få veta, och det står på sidan.',
      en: 'Every time an administrator, a teacher or one of us opens your data it is logged before the answer leaves, and chained to the entry before. You see it on the page My data. If you have no account you see who has read your request or your enquiry on its own page, which the link in the mail leads to. If a key or an invitation is for your e-mail address, you see in the same way who has read it, and once you have an account it is on My data. When a customer fetches all that it owns in a file, it is noted with everyone in it. If you are named as a contact of a customer you get a mail with a page that shows who sees the details and who has read them. One thing alone is not noted: that someone who is to join a course reads how the customer is reached. They have a right in law to be told, and the page says so.',
    },
    proof: [
      'src/people/people.test.ts',
      'src/privacy/my-data.test.ts',
      'src/privacy/look-log/look-log.test.ts',
      'src/desk/requests/looks.test.ts',
      'src/customers/requests/looks.test.ts',
      'src/keys/key-looks.test.ts',
      'src/customers/invitation-looks.test.ts',
      'src/customers/contacts/named.test.ts',
      'src/customers/exit/exit.test.ts',
    ],
  },
  {
    id: 'N-70',
    sv: 'Dataskyddsombudet skriver rapport om incidenter.',
    en: 'The data protection officer reports on breaches.',
    state: 'not-yet',
  },
  { id: 'N-71', sv: 'Den som drabbas av en incident kontaktas.', en: 'Those affected by a breach are contacted.', state: 'not-yet' },
  {
    id: 'N-72',
    sv: 'Dataskyddsombudet går att nå.',
    en: 'The data protection officer can be reached.',
    state: 'kept',
    control: {
      sv: 'Det finns en öppen sida med ett formulär, och en inkorg som bara dataskyddsombudet ser. Databasen ser till det.',
      en: 'A public page with a form; an inbox that only the officer sees, held by row-level security.',
    },
    proof: ['src/desk/contact/dpo.test.ts', 'src/desk/enquiries/operator-desk.test.ts', 'tests/journeys/desk.test.ts'],
  },
  {
    id: 'N-73',
    sv: 'Våra leverantörer är namngivna.',
    en: 'Our suppliers are named.',
    state: 'kept',
    control: {
      sv: 'Ett öppet register har land, vilket lands lag ägaren lyder under, skydd och avtal, version för version. Policyn nämner leverantörerna vid namn.',
      en: 'A public register with country, the law of the owner, safeguard and agreement, version by version; told by name in the policy.',
    },
    proof: ['src/privacy/documents/registers.test.ts', 'src/platform/register.test.ts'],
  },
  {
    id: 'N-74',
    sv: 'Policyn säger vad vi har, hur länge och vilka rättigheter du har.',
    en: 'The policy says what we hold, how long, and your rights.',
    state: 'kept',
    control: {
      sv: 'Policyn, sidan om kakor och förteckningarna över behandling görs av datakartan på båda språken och hålls mot lagens listor. Varje version sparas. Det som villkoren säger om slag av uppgifter, ansvar, tider och regler görs också av kartan, och ett löpande prov ser om de publicerade villkoren säger något annat.',
      en: 'The policy, the cookie page and the records of processing are made from the map in both languages, held to the lists of the law, and every version is kept. What the terms say of kinds of data, responsibility, times and rules is made from the map too, and a live proof sees when the published terms say something else.',
    },
    proof: [
      'src/privacy/documents/documents.test.ts',
      'src/desk/terms/frame.test.ts',
      'src/desk/contact/kept.test.ts',
      'src/customers/contacts/contacts.test.ts',
    ],
  },
  { id: 'N-75', sv: 'Statistik från tredje part är anonym.', en: 'Statistics by third parties are anonymous.', state: 'not-yet' },
];
