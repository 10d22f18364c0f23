import type { Promised } from './promise.ts';

/** The learning product and its customers. */
export const product: Promised[] = [
  {
    id: 'N-01', sv: 'Du kan titta runt utan konto, och då samlas inget om dig.', en: 'You may look around without an account, and then nothing about you is collected.',
    state: 'partly', control: 'Public pages set no cookie and load nothing from elsewhere', proof: ['tests/journeys/visitor.test.ts'],
    missing: { sv: 'Besöksstatistik för grupper finns inte än.', en: 'Visit statistics for groups do not exist yet.' },
  },
  {
    id: 'N-02', sv: 'Inget som inte är nödvändigt lagras i din webbläsare.', en: 'Nothing that is not necessary is stored in your browser.',
    state: 'kept', control: 'Two strictly necessary cookies, both after an act of yours; nothing optional exists, so no banner is needed', proof: ['tests/journeys/visitor.test.ts'],
  },
  { id: 'N-03', sv: 'Administratörer skapar och driver sina kurser själva.', en: 'Administrators create and run their courses themselves.', state: 'not-yet' },
  {
    id: 'N-04', sv: 'En kurs öppnas med en nyckel som gäller en gång.', en: 'A course is opened with a key that works once.',
    state: 'partly', control: 'Nine characters with a check character, kept as a keyed hash, throttled, each used once', proof: ['src/keys/keys.test.ts'],
    missing: { sv: 'Nyckelblad att skriva ut, import från CSV och platser saknas.', en: 'Printable sheets, CSV import and seats are missing.' },
  },
  {
    id: 'N-05', sv: 'Ditt lösenord sparas så att ingen kan läsa det.', en: 'Your password is stored so that nobody can read it.',
    state: 'kept', control: 'Argon2id; passkeys and a second factor offered; reset and change of address by mail', proof: ['src/sign-in/sign-in.test.ts'],
  },
  {
    id: 'N-06', sv: 'Kursen har en introfilm med textning.', en: 'The course has an intro film with captions.',
    state: 'partly', control: 'Film with captions and transcript, served in ranges, without script', proof: ['src/courses/courses.test.ts'],
    missing: { sv: 'Uppladdning av egna filmer saknas.', en: 'Uploading films of your own is missing.' },
  },
  {
    id: 'N-07', sv: 'Kursen har frågor och ett slutprov som tål att uppkopplingen bryts.', en: 'The course has questions and a final test that survive a lost connection.',
    state: 'partly', control: 'Five kinds of questions; attempts, pass mark and time limit by the server; each answer sent once whatever happens', proof: ['src/assessment/assessment.test.ts'],
    missing: { sv: 'Para ihop, ordna och fritext saknas.', en: 'Matching, ordering and free text are missing.' },
  },
  {
    id: 'N-08', sv: 'Du kan skriva med kursens administratör, och inget meddelande försvinner eller dubbleras.', en: "You can write with the course's administrator, and no message is lost or doubled.",
    state: 'partly', control: 'One thread a course, live on both sides, complete without script; a repeated send is the same message', proof: ['src/correspondence/correspondence.test.ts'],
    missing: { sv: 'Bifogade filer saknas.', en: 'Attached files are missing.' },
  },
  {
    id: 'N-09', sv: 'Du fortsätter där du slutade.', en: 'You continue where you left off.',
    state: 'kept', control: 'Visited pages are your course data, with purpose and retention in the map', proof: ['src/learning/learning.test.ts'],
  },
  { id: 'N-10', sv: 'Statistik om besök görs bara för grupper.', en: 'Visit statistics are made for groups only.', state: 'not-yet' },
  { id: 'N-11', sv: 'Du kan begära offert och skriva till oss utan konto.', en: 'You can ask for a quote and write to us without an account.', state: 'not-yet' },
  { id: 'N-12', sv: 'Det du har skickat i ett formulär kan du få borttaget.', en: 'What you sent in a form can be removed at your request.', state: 'not-yet' },
  {
    id: 'N-13', sv: 'Det som har tagits emot går inte förlorat.', en: 'What has been accepted is not lost.',
    state: 'partly', control: 'Mail and jobs are written in the transaction of the act and tried again', proof: ['tests/house/mail.test.ts'],
    missing: { sv: 'Prov där delar slås ut slumpvis under belastning saknas.', en: 'Tests that kill parts at random under load are missing.' },
  },
  {
    id: 'E-01', sv: 'Administratörer når bara personer i sitt eget avtal.', en: 'Administrators reach only people of their own agreement.',
    state: 'kept', control: 'Row-level security forced on every table, under a role that owns nothing', proof: ['tests/house/tenancy.test.ts', 'tests/house/strangers.test.ts'],
  },
  {
    id: 'E-02', sv: 'Kunden väljer vem som får se vem.', en: 'The customer chooses who sees whom.', state: 'not-yet',
  },
  { id: 'E-03', sv: 'Ingen når en annan kunds uppgifter utan inbjudan.', en: "Nobody reaches another customer's data without an invitation.", state: 'not-yet' },
  {
    id: 'E-04', sv: 'Personuppgifter visas aldrig öppet.', en: 'Personal data is never shown openly.',
    state: 'kept', control: 'No public profile; nothing personal in addresses, titles or logs', proof: ['tests/house/openness.test.ts'],
  },
  {
    id: 'E-05', sv: 'Du godkänner villkoren innan du använder tjänsten.', en: 'You accept the terms before you use the service.',
    state: 'kept', control: 'A gate by version; refusing leaves export, closing and signing out', proof: ['src/sign-in/terms-gate.test.ts'],
  },
  { id: 'E-06', sv: 'Du kan köpa en kurs med kort.', en: 'You can buy a course by card.', state: 'not-yet' },
  { id: 'E-07', sv: 'Support och utskick sköts i tjänsten.', en: 'Support and mailings are handled within the service.', state: 'not-yet' },
  {
    id: 'E-08', sv: 'Du kan nå oss från varje sida.', en: 'You can reach us from every page.',
    state: 'kept', control: 'A link to the contact page at the foot of every page', proof: ['tests/journeys/visitor.test.ts'],
  },
];
