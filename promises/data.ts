import type { Promised } from './promise.ts';

/** Collecting, keeping and the rights of the person. */
export const data: Promised[] = [
  {
    id: 'N-20', sv: 'Varje uppgift om dig finns beskriven i vår datakarta.', en: 'Every piece of data about you is described in our data map.',
    state: 'partly', control: 'A column without an answer fails the build, the tests and the start', proof: ['tests/house/map.test.ts'],
    missing: { sv: 'Registret över papper och diskar saknas.', en: 'The register of paper and disks is missing.' },
  },
  {
    id: 'N-21', sv: 'Uppgifter som har tjänat sitt syfte tas bort.', en: 'Data that has served its purpose is removed.',
    state: 'kept', control: 'A retention rule on every entry of the map, carried out every night', proof: ['tests/house/time.test.ts'],
  },
  {
    id: 'N-22', sv: 'Du samtycker, och kan ta tillbaka det.', en: 'You consent, and can withdraw it.',
    state: 'kept', control: 'A legal basis for every purpose; what rests on consent reads the ledger each time', proof: ['src/certificates/certificates.test.ts'],
  },
  {
    id: 'N-23', sv: 'Uppgifterna ska vara riktiga och inte fler än de behöver.', en: 'Data shall be correct and no more than needed.',
    state: 'kept', control: 'You correct your own data; no form asks for what the map has no purpose for', proof: ['src/privacy/my-data.test.ts'],
  },
  {
    id: 'N-24', sv: 'Du kan själv se, rätta, hämta och ta bort dina uppgifter.', en: 'You can see, correct, download and remove your data yourself.',
    state: 'kept', control: 'The page My data is made from the map', proof: ['src/privacy/my-data.test.ts'],
  },
  { id: 'N-25', sv: 'Vi visar öppet var uppgifter lagras.', en: 'We show openly where data is stored.', state: 'not-yet' },
  { id: 'N-26', sv: 'Säkerhetskopior glömmer den som är raderad.', en: 'Backups forget whoever is erased.', state: 'not-yet' },
  { id: 'N-27', sv: 'Uppgifter lämnar inte EES utan skydd.', en: 'Data does not leave the EEA unprotected.', state: 'not-yet' },
  { id: 'N-28', sv: 'Uppgifter används bara för de syften vi har sagt.', en: 'Data is used only for the purposes we have told.', state: 'not-yet' },
  {
    id: 'N-29', sv: 'Du får veta vem som ser det du skriver fritt.', en: 'You are told who sees what you write freely.',
    state: 'kept', control: 'A notice where free text is written; you can delete your messages', proof: ['src/correspondence/correspondence.test.ts'],
  },
  {
    id: 'N-30', sv: 'Allt tas bort när du begär det.', en: 'Everything is removed when you ask for it.',
    state: 'partly', control: 'One erasure engine, whichever way leads to it', proof: ['tests/house/erasure.test.ts'],
    missing: { sv: 'Uppsägning efter brott mot villkoren, med överklagande, saknas.', en: 'Termination for breach, with appeal, is missing.' },
  },
  {
    id: 'E-20', sv: 'Ett avslutat konto blir anonymt efter sex månader.', en: 'A closed account becomes anonymous after six months.',
    state: 'kept', control: 'A sweep on an injected clock; course statistics stay true', proof: ['tests/house/time.test.ts', 'tests/journeys/walk.test.ts'],
  },
  { id: 'E-21', sv: 'Uppgifter om köp sparas högst tre år.', en: 'Purchase details are kept at most three years.', state: 'not-yet' },
  { id: 'E-22', sv: 'Uppgifter lagras inom EU.', en: 'Data is stored within the EU.', state: 'not-yet' },
  {
    id: 'N-40', sv: 'Du får veta allt vi har om dig, på några sekunder.', en: 'You learn all we hold about you, in seconds.',
    state: 'partly', control: 'My data and the extract, made from the map', proof: ['tests/house/export.test.ts'],
    missing: { sv: 'Formulär för den som inte har konto saknas.', en: 'A form for people without an account is missing.' },
  },
  {
    id: 'N-41', sv: 'Ingen får ut dina uppgifter utan att visa vem hen är.', en: 'Nobody gets your data without proving who they are.',
    state: 'partly', control: 'A recent proof of identity before extract and erasure', proof: ['src/privacy/my-data.test.ts'],
    missing: { sv: 'Prövning av den som inte har konto saknas.', en: 'Verification of people without an account is missing.' },
  },
  { id: 'N-42', sv: 'Du får svar inom 30 dagar.', en: 'You are answered within 30 days.', state: 'not-yet' },
  {
    id: 'N-43', sv: 'Vi säger vem som ansvarar för vilka uppgifter.', en: 'We say who is responsible for which data.',
    state: 'partly', control: 'A role on each entry of the map, shown in My data', proof: ['src/privacy/my-data.test.ts'],
    missing: { sv: 'Kundens egna verktyg för att besvara begäranden saknas.', en: "The customer's own tools to answer requests are missing." },
  },
  {
    id: 'N-44', sv: 'Radering är fullständig.', en: 'Erasure is complete.',
    state: 'partly', control: 'Compiled from the map and the foreign keys; done only when every store has confirmed', proof: ['tests/house/erasure.test.ts'],
    missing: { sv: 'Säkerhetskopior finns inte än och är därför inte prövade.', en: 'Backups do not exist yet and are therefore not tried.' },
  },
];
