import type { Promised } from './promise.ts';

/** Collecting, keeping and the rights of the person. */
export const data: Promised[] = [
  {
    id: 'N-20',
    sv: 'Varje uppgift om dig finns beskriven i vår datakarta.',
    en: 'Every piece of data about you is described in our data map.',
    state: 'kept',
    control: {
      sv: 'En kolumn utan svar stoppar bygget, testerna och starten. Papper och diskar står i registret, med en ansvarig och en kontroll av låset.',
      en: 'A column without an answer fails the build, the tests and the start; paper and disks stand in the register with a keeper and a check of the lock.',
    },
    proof: ['tests/house/map.test.ts', 'src/privacy/map/map.test.ts', 'src/platform/register.test.ts'],
  },
  {
    id: 'N-21',
    sv: 'Uppgifter som har tjänat sitt syfte tas bort.',
    en: 'Data that has served its purpose is removed.',
    state: 'kept',
    control: {
      sv: 'Varje post i kartan har en regel för gallring, som följs varje natt. Det som ska bort går inte att läsa ens innan dess.',
      en: 'A retention rule on every entry of the map, carried out every night; what is due cannot be read before that.',
    },
    proof: ['tests/house/time.test.ts', 'src/privacy/retention/retention.test.ts'],
  },
  {
    id: 'N-22',
    sv: 'Du samtycker, och kan ta tillbaka det.',
    en: 'You consent, and can withdraw it.',
    state: 'kept',
    control: {
      sv: 'Varje syfte har en rättslig grund. Det som vilar på samtycke ser varje gång efter om samtycket finns. Du ser dina val, har kvitto på vart och ett och kan ta tillbaka dem.',
      en: 'A legal basis for every purpose; what rests on consent reads the ledger each time; your choices, with a receipt of each and a way back.',
    },
    proof: ['src/certificates/certificates.test.ts', 'src/privacy/choices/choices.test.ts'],
  },
  {
    id: 'N-23',
    sv: 'Uppgifterna ska vara riktiga och inte fler än de behöver.',
    en: 'Data shall be correct and no more than needed.',
    state: 'kept',
    control: {
      sv: 'Du rättar dina uppgifter på sidan Mina uppgifter. Inget formulär frågar efter något som saknar syfte i datakartan.',
      en: 'You correct your own data on the page My data; no form asks for a field that the data map gives no purpose.',
    },
    proof: ['src/privacy/my-data.test.ts', 'tests/house/forms.test.ts'],
  },
  {
    id: 'N-24',
    sv: 'Du kan själv se, rätta, hämta och ta bort dina uppgifter.',
    en: 'You can see, correct, download and remove your data yourself.',
    state: 'kept',
    control: {
      sv: 'Sidan Mina uppgifter görs av datakartan.',
      en: 'The page My data is made from the map.',
    },
    proof: ['src/privacy/my-data.test.ts'],
  },
  {
    id: 'N-25',
    sv: 'Vi visar öppet var uppgifter lagras.',
    en: 'We show openly where data is stored.',
    state: 'kept',
    control: {
      sv: 'Ett register över alla lager, med plats, land och ägare, görs av datakartan och av registret hos den som driver tjänsten. Varje version sparas.',
      en: "A register of every store, with place, country and owner, made from the map and the operator's register, version by version.",
    },
    proof: ['src/privacy/documents/registers.test.ts'],
  },
  {
    id: 'N-26',
    sv: 'Säkerhetskopior glömmer den som är raderad.',
    en: 'Backups forget whoever is erased.',
    state: 'kept',
    control: {
      sv: 'Varje person är förseglad med en egen nyckel, och med en till hos varje kund. Nycklarna ligger i en nyckelring för sig. Radering tar bort nyckeln, var den än begärs. Varje natt skrivs en kopia till varje plats. Den första kopian läses in på prov genast, och sedan en varje vecka. Med färre än två platser i EU blir löftet rött på sidan Förtroende.',
      en: 'Each person is sealed under a key of their own in a keyring apart, and under another at each customer. Erasing removes the key, wherever it is asked for. Every night a backup is written to each place. The first is restored on trial at once, and then one each week. Fewer than two places in the EU turn this promise red on the page Trust.',
    },
    proof: [
      'src/privacy/backup/backup.test.ts',
      'src/privacy/backup/at-customer.test.ts',
      'src/privacy/backup/files/files.test.ts',
      'src/privacy/backup/places/bucket.test.ts',
      'src/privacy/trust/trust.test.ts',
      'tests/house/first-drill.test.ts',
    ],
  },
  {
    id: 'N-27',
    sv: 'Uppgifter lämnar inte EES utan skydd.',
    en: 'Data does not leave the EEA unprotected.',
    state: 'kept',
    control: {
      sv: 'Ingen leverantör tas i bruk utan land, skydd och avtal. En mejlserver, brevlåda, databas, plats för kopior eller virusskanner hos någon annan vägras tills den står i registret. Genom varje utgång går det som kartan släpper ut och inget mer.',
      en: 'No supplier is switched on without country, safeguard and agreement; a mail server, mailbox, database, bucket or virus scanner elsewhere is refused until it is registered; by each door out goes what the map lets out and nothing more.',
    },
    proof: ['src/platform/register.test.ts', 'tests/house/outgoing.test.ts', 'tests/house/mail-templates.test.ts'],
  },
  {
    id: 'N-28',
    sv: 'Uppgifter används bara för de syften vi har sagt.',
    en: 'Data is used only for the purposes we have told.',
    state: 'kept',
    control: {
      sv: 'PostgreSQL vägrar läsa en tabell för ett syfte som kartan inte ger den. Det du har begränsat eller invänt mot går inte heller att läsa.',
      en: 'PostgreSQL refuses a read for a purpose that the map does not give the table, and what you have restricted or objected to.',
    },
    proof: ['tests/house/purpose.test.ts', 'src/privacy/restrict.test.ts', 'src/desk/requests/restrictions.test.ts'],
  },
  {
    id: 'N-29',
    sv: 'Du får veta vem som ser det du skriver fritt.',
    en: 'You are told who sees what you write freely.',
    state: 'kept',
    control: {
      sv: 'Där du skriver fritt står det vem som läser. Du kan ta bort dina meddelanden med deras filer, och tidigare ordalydelser sparas inte.',
      en: 'A notice where free text is written; you can delete your messages with their files, and earlier words are not kept.',
    },
    proof: ['src/correspondence/correspondence.test.ts', 'src/correspondence/change-message.test.ts'],
  },
  {
    id: 'N-30',
    sv: 'Allt tas bort när du begär det, eller när kontot sägs upp efter brott mot villkoren. En uppsägning kan du överklaga.',
    en: 'Everything is removed when you ask for it, or when the account is ended for breach of the terms. You can appeal an ending.',
    state: 'kept',
    control: {
      sv: 'En enda motor raderar, vilken väg som än leder dit. Ett konto avslutas efter en varning eller ett grovt brott, en annan person svarar på överklagandet och inget raderas innan dess.',
      en: 'One erasure engine, whichever way leads to it; an account ends after a warning or a grave breach, another person answers the appeal, and nothing is erased before.',
    },
    proof: ['tests/house/erasure.test.ts', 'src/privacy/terms-decisions/decisions.test.ts'],
  },
  {
    id: 'E-20',
    sv: 'Ett avslutat konto blir anonymt efter sex månader.',
    en: 'A closed account becomes anonymous after six months.',
    state: 'kept',
    control: {
      sv: 'Kontot stängs och kan öppnas igen. En månad före får du ett mejl, och sedan blir uppgifterna anonyma. Testerna flyttar klockan och ser att det sker. Kursernas statistik stämmer fortfarande.',
      en: 'Closed with a way back, warned by mail a month before, then nobody: a sweep on an injected clock; course statistics stay true.',
    },
    proof: [
      'tests/house/time.test.ts',
      'src/privacy/closing/closing.test.ts',
      'tests/journeys/walk.test.ts',
      'src/privacy/retention/retention.test.ts',
    ],
  },
  { id: 'E-21', sv: 'Uppgifter om köp sparas högst tre år.', en: 'Purchase details are kept at most three years.', state: 'not-yet' },
  {
    id: 'E-22',
    sv: 'Uppgifter lagras inom EU.',
    en: 'Data is stored within the EU.',
    state: 'kept',
    control: {
      sv: 'Registret över lager är öppet, och en plats utanför EES gör löftet rött på sidan Förtroende.',
      en: 'The register of stores is public, and a place outside the EEA turns this promise red on the page Trust.',
    },
    proof: ['src/privacy/documents/registers.test.ts', 'src/privacy/trust/trust.test.ts'],
  },
  {
    id: 'N-40',
    sv: 'Du får veta allt vi har om dig, på några sekunder.',
    en: 'You learn all we hold about you, in seconds.',
    state: 'kept',
    control: {
      sv: 'Mina uppgifter och utdraget görs av datakartan. Den som inte har något konto frågar i ett formulär, och samma motor svarar efter mejladress.',
      en: 'My data and the extract, made from the map; whoever has no account asks by a form, and the same engine answers by address.',
    },
    proof: ['tests/house/export.test.ts', 'src/desk/requests/requests.test.ts', 'src/privacy/own-exports/own-exports.test.ts'],
  },
  {
    id: 'N-41',
    sv: 'Ingen får ut dina uppgifter utan att visa vem hen är.',
    en: 'Nobody gets your data without proving who they are.',
    state: 'kept',
    control: {
      sv: 'Du visar på nytt vem du är före utdrag och radering. Utan konto får du en länk till adressen, och en ny länk till svaret. Räcker inte det beslutar dataskyddsombudet.',
      en: 'A recent proof of identity before extract and erasure; without an account a link to the address, again for the answer, and the officer decides beyond that.',
    },
    proof: ['src/privacy/my-data.test.ts', 'src/desk/requests/requests.test.ts'],
  },
  {
    id: 'N-42',
    sv: 'Du får svar inom 30 dagar.',
    en: 'You are answered within 30 days.',
    state: 'kept',
    control: {
      sv: 'Varje begäran har sin klocka i databasen. Dataskyddsombudet påminns och sedan ledningen, och en kund som har fått begäran påminns också. En förlängning har ett skäl och är högst två månader. Svaret ligger bakom en egen länk och står aldrig i mejlet.',
      en: 'Each request has its clock in the database, the officer is reminded and then the management, a customer that has been handed one is reminded too; an extension has its reason and is two months at most; the answer lies behind a private link and never in the mail.',
    },
    proof: [
      'src/desk/enquiries/operator-desk.test.ts',
      'src/desk/requests/requests.test.ts',
      'src/customers/requests/requests.test.ts',
      'src/customers/requests/erase-handed.test.ts',
    ],
  },
  {
    id: 'N-43',
    sv: 'Vi säger vem som ansvarar för vilka uppgifter.',
    en: 'We say who is responsible for which data.',
    state: 'kept',
    control: {
      sv: 'Varje post i kartan säger vem som ansvarar. Det står i policyn, i ett besked till varje person, i en förteckning för varje kund och i bilagan till kundens avtal, som är kundens egen sida om sina uppgifter. En begäran om dem går till kunden med samma klocka, och kunden raderar sin del med en knapp.',
      en: "A role on each entry of the map, told in the policy, in a notice for each person, in a record for each customer, in the annex to its agreement, which is the customer's own page about its data; requests about it go to the customer's own desk with the same clock, and the customer erases its part by a button.",
    },
    proof: [
      'src/privacy/my-data.test.ts',
      'src/privacy/documents/documents.test.ts',
      'src/privacy/notice/notice.test.ts',
      'src/customers/contacts/contacts.test.ts',
      'src/customers/register/register.test.ts',
      'src/customers/requests/requests.test.ts',
      'src/customers/requests/erase-handed.test.ts',
    ],
  },
  {
    id: 'N-44',
    sv: 'Radering är fullständig.',
    en: 'Erasure is complete.',
    state: 'partly',
    control: {
      sv: 'Raderingen görs av datakartan och databasens nycklar mellan tabeller. Den är klar först när varje lager har bekräftat. Varje vecka skrivs de tabeller om som något har raderats ur, så att raderna också lämnar databasens filer. Leverantörer får besked och svarar. Kvittot är signerat, och vem som helst kan kontrollera det.',
      en: 'Compiled from the map and the foreign keys; done only when every store has confirmed; once a week the tables that something was erased from are written anew, so that the rows leave the files of the database too; suppliers are told and answer; a signed receipt that anyone can check.',
    },
    proof: [
      'tests/house/erasure.test.ts',
      'src/privacy/backup/backup.test.ts',
      'src/privacy/receipts/receipts.test.ts',
      'src/privacy/suppliers/suppliers.test.ts',
      'src/privacy/rewrite-erased.test.ts',
    ],
    missing: {
      sv: 'Raderade rader ligger kvar i databasens filer upp till en vecka, och i tabeller över 128 MB tills den som driver tjänsten skriver om dem. I databasens ändringslogg och på diskens lediga ytor kan de ligga kvar tills utrymmet används igen. Den som driver tjänsten måste själv ta bort sina kopior av nyckelringen inom sju dagar. Har en kund angett någon som kontaktperson med en annan mejladress än personens egen, står namnet kvar tills kunden byter det.',
      en: "Erased rows stay in the database's files for up to a week, and in tables above 128 MB until whoever runs the service rewrites them. In the database's log of changes and the free places of the disk they may stay until the space is used again. Whoever runs the service must remove their own copies of the keyring within seven days. Where a customer has named someone as contact with an e-mail address other than their own, the name stays until the customer changes it.",
    },
  },
];
