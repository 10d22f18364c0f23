import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Integritetspolicy',
  shortTitle: 'I korthet',
  short: [
    'Vi sparar bara det som behövs för att du ska kunna gå dina kurser.',
    'Under Mina uppgifter ser du allt vi har om dig. Där kan du rätta, hämta och ta bort det.',
    'Kursens administratörer ser en del av uppgifterna. Vilka får du veta innan du går med i en kurs.',
    'Vi säljer aldrig uppgifter. Här finns inga annonser och inget som följer dig på nätet.',
  ],
  whoTitle: 'Vem som ansvarar',
  who: (operator: string, email: string) => `${operator} driver Kursiv. Du når oss på ${email}.`,
  dpo: (name: string, email: string) => `Vårt dataskyddsombud heter ${name} och har mejladressen ${email}.`,
  twoRoles: (operator: string) =>
    `Ansvaret är delat. För ditt konto är ${operator} personuppgiftsansvarig. För det som hör till en kurs är det kunden som ger kursen, till exempel din arbetsgivare eller skola. Där är ${operator} personuppgiftsbiträde och gör bara det som kunden har bestämt.`,
  controllerTitle: (operator: string) => `Uppgifter som ${operator} ansvarar för`,
  processorTitle: 'Uppgifter som kunden ansvarar för',
  tellPerson: (link: string) =>
    `När du har loggat in kan du läsa ${link}: vilka kunder som ansvarar för dina kurser, hur du når dem och deras dataskyddsombud.`,
  tellPersonLink: 'vad som gäller just dig',
  interestTitle: 'När vi vägde intressen',
  interest: (purposes: string) =>
    `Ibland är grunden ett berättigat intresse. Då har vi vägt vårt behov mot ditt skydd. Det gäller när vi vill ${purposes}.`,
  freeTextTitle: 'Det du skriver fritt',
  freeText:
    'Vi frågar aldrig om hälsa, tro eller annat känsligt. Skriver du det ändå i ett meddelande ser den som får meddelandet det. Du kan ta bort det du har skrivit.',
  mustTitle: 'Måste du lämna uppgifter?',
  must: 'Du väljer själv. Utan mejladress kan du inte ha något konto, och utan konto kan du inte gå en kurs. Namnet får du låta bli att skriva.',
  sourceTitle: 'Varifrån uppgifterna kommer',
  source:
    'Det mesta lämnar du själv eller uppstår när du använder tjänsten. En del får vi från kunden, till exempel adressen som en nyckel är gjord för.',
  labels: {
    data: 'Vad',
    kinds: 'Uppgifter',
    why: 'Varför',
    basis: 'Rättslig grund',
    howLong: 'Hur länge',
    whoSees: 'Vem som ser dem',
    source: 'Varifrån',
  },
  visitorsTitle: 'Om du inte har något konto',
  visitors:
    'Du kan titta runt utan att vi sparar något om dig. Löser du in en nyckel sparar vi mejladressen som länken skickas till, så länge som det står ovan. Skriver du till oss sparar vi det du skickar och din mejladress, så länge som det står ovan. På sidan Kontakta oss kan du få det borttaget.',
  guessing:
    'För att stoppa den som gissar nycklar eller lösenord räknar vi försöken från varje internetadress. Adressen görs om till en kod som inte går att läsa tillbaka, och koden tas bort inom ett dygn.',
  receiversTitle: 'Vem som får uppgifterna',
  receivers:
    'Bara de som nämns ovan ser uppgifterna. Vi säljer dem aldrig och lämnar inte ut dem för reklam. De här platserna och leverantörerna har hand om dem åt oss:',
  receiversNone: 'Den som driver tjänsten har inte angett några leverantörer.',
  receiverColumns: ['Namn', 'Vad', 'Land', 'Ägarens land', 'Skydd'],
  transfersTitle: 'Om uppgifter lämnar EES',
  inside: 'Alla platser och leverantörer finns inom EES, och ingen ägs från ett land utanför.',
  outside: (names: string) =>
    `De här kan nås från ett land utanför EES: ${names}. Skyddet står i tabellen ovan. Be dataskyddsombudet om en kopia.`,
  rightsTitle: 'Dina rättigheter',
  rights: [
    'Du får veta vilka uppgifter vi har om dig och få en kopia av dem.',
    'Du får rätta det som är fel.',
    'Du får be oss att radera uppgifterna.',
    'Du får be oss att begränsa hur vi använder dem.',
    'Du får ta med dig uppgifter som du har lämnat, i en fil som datorer kan läsa.',
    'Du får invända mot det som vi gör med stöd av ett berättigat intresse.',
    'Du får ta tillbaka ett samtycke när du vill.',
  ],
  how: (myData: string, email: string) =>
    `Det mesta gör du själv under ${myData}. Annars skriver du till dataskyddsombudet på ${email}. Du får svar inom en månad, och det kostar inget.`,
  myData: 'Mina uppgifter',
  consentTitle: 'Samtycke',
  consents: 'Vi frågar om ditt samtycke för det här, och för inget annat:',
  withdraw: (choices: string) =>
    `Du tar tillbaka ett samtycke lika lätt som du gav det, under ${choices}. Det som har gjorts före dess gäller fortfarande.`,
  choices: 'Dina val',
  erasureTitle: 'När dina uppgifter raderas',
  erasure: (period: string) =>
    `Du raderar dina uppgifter själv under Mina uppgifter, genast eller ${period} efter att du har avslutat kontot. Du får ett kvitto på vad som togs bort, vad som finns kvar, varför och hur länge.`,
  backups: (kept: string, keys: string) =>
    `Säkerhetskopior sparas i ${kept}. I dem är dina uppgifter låsta med en egen nyckel. När du raderas tas nyckeln bort, och då kan ingen kopia läsas om dig. Som skydd mot haverier kan en kopia av nyckeln finnas kvar i ${keys}. Kvittot säger från vilken dag.`,
  kept: 'Det som andra behöver finns kvar utan ditt namn, till exempel ett svar i en korrespondens eller en siffra i statistiken.',
  keptByLaw: 'En lag kräver att vi sparar det här, också när du är raderad:',
  by: (law: string) => `Enligt ${law}.`,
  complain: (authority: string) => `Är du inte nöjd kan du klaga hos ${authority}.`,
  authority: 'Integritetsskyddsmyndigheten, IMY',
  complainTitle: 'Om du vill klaga',
  automatedTitle: 'Beslut av en maskin',
  automated: 'Slutprov rättas automatiskt. Inga beslut med rättsliga följder för dig fattas automatiskt.',
  cookiesTitle: 'Kakor',
  cookies: (link: string) => `Vi använder bara kakor som är nödvändiga för det du själv gör. Sidan ${link} berättar vilka.`,
  cookiesLink: 'Kakor',
};

const en = {
  title: 'Privacy policy',
  shortTitle: 'In short',
  short: [
    'We hold only what is needed for you to take your courses.',
    'Under My data you see all that we hold about you. There you can correct, download and remove it.',
    'The administrators of a course see some of the data. You are told which before you join a course.',
    'We never sell data. There are no advertisements here and nothing that follows you on the web.',
  ],
  whoTitle: 'Who is responsible',
  who: (operator: string, email: string) => `${operator} runs Kursiv. You reach us at ${email}.`,
  dpo: (name: string, email: string) => `Our data protection officer is ${name}, whose e-mail address is ${email}.`,
  twoRoles: (operator: string) =>
    `The responsibility is shared. For your account ${operator} is the controller. For what belongs to a course the controller is the customer that gives the course, for example your employer or school. There ${operator} is the processor and does only what the customer has decided.`,
  controllerTitle: (operator: string) => `Data for which ${operator} is responsible`,
  processorTitle: 'Data for which the customer is responsible',
  tellPerson: (link: string) =>
    `When you have signed in you can read ${link}: which customers are responsible for your courses, and how you reach them and their data protection officers.`,
  tellPersonLink: 'what applies to you',
  interestTitle: 'When we weighed interests',
  interest: (purposes: string) =>
    `Sometimes the basis is a legitimate interest. We have then weighed our need against your protection. It holds for what we do ${purposes}.`,
  freeTextTitle: 'What you write freely',
  freeText:
    'We never ask about health, beliefs or other sensitive things. If you write of them all the same, whoever gets the message sees it. You can delete what you have written.',
  mustTitle: 'Do you have to give your data?',
  must: 'You choose. Without an e-mail address you cannot have an account, and without an account you cannot take a course. You need not give your name.',
  sourceTitle: 'Where the data comes from',
  source:
    'Most of it you give yourself, or it comes about as you use the service. Some we get from the customer, for example the address that a key was made for.',
  labels: {
    data: 'What',
    kinds: 'Data',
    why: 'Why',
    basis: 'Legal basis',
    howLong: 'How long',
    whoSees: 'Who sees it',
    source: 'From where',
  },
  visitorsTitle: 'If you have no account',
  visitors:
    'You can look around without our storing anything about you. If you redeem a key we keep the e-mail address that the link is sent to, for as long as stated above. If you write to us we keep what you send and your e-mail address, for as long as stated above. On the page Contact us you can have it removed.',
  guessing:
    'To stop whoever guesses keys or passwords we count the attempts from each internet address. The address is turned into a code that cannot be read back, and the code is removed within a day.',
  receiversTitle: 'Who receives the data',
  receivers:
    'Only those named above see the data. We never sell it and do not hand it out for advertising. These places and suppliers handle it for us:',
  receiversNone: 'Whoever runs the service has not stated any suppliers.',
  receiverColumns: ['Name', 'What', 'Country', "The owner's country", 'Safeguard'],
  transfersTitle: 'If data leaves the EEA',
  inside: 'All places and suppliers are within the EEA, and none is owned from a country outside it.',
  outside: (names: string) =>
    `These can be reached from a country outside the EEA: ${names}. The safeguard is in the table above. Ask the data protection officer for a copy.`,
  rightsTitle: 'Your rights',
  rights: [
    'You may know what data we hold about you and have a copy of it.',
    'You may correct what is wrong.',
    'You may ask us to erase the data.',
    'You may ask us to restrict how we use it.',
    'You may take with you the data that you have provided, in a file that computers can read.',
    'You may object to what we do because of a legitimate interest.',
    'You may withdraw a consent whenever you like.',
  ],
  how: (myData: string, email: string) =>
    `You do most of this yourself under ${myData}. Otherwise write to the data protection officer at ${email}. You get an answer within one month, free of charge.`,
  myData: 'My data',
  consentTitle: 'Consent',
  consents: 'We ask for your consent for this, and for nothing else:',
  withdraw: (choices: string) =>
    `You withdraw a consent as easily as you gave it, under ${choices}. What was done before that still holds.`,
  choices: 'Your choices',
  erasureTitle: 'When your data is erased',
  erasure: (period: string) =>
    `You erase your data yourself under My data, at once or ${period} after you close the account. You get a receipt of what was removed, what is left, why and for how long.`,
  backups: (kept: string, keys: string) =>
    `Backups are kept for ${kept}. In them your data is sealed with a key of its own. When you are erased the key is removed, and then no copy can be read about you. As a safeguard against breakdowns a copy of the key may be left for ${keys}. The receipt says from which day.`,
  kept: 'What others need is left without your name, for example an answer in a correspondence or a figure in the statistics.',
  keptByLaw: 'A law requires us to keep this, also when you are erased:',
  by: (law: string) => `Under ${law}.`,
  complain: (authority: string) => `If you are not satisfied you can complain to ${authority}.`,
  authority: 'the Swedish Authority for Privacy Protection, IMY',
  complainTitle: 'If you want to complain',
  automatedTitle: 'Decisions by a machine',
  automated: 'Final tests are marked automatically. No decisions with legal effect for you are made automatically.',
  cookiesTitle: 'Cookies',
  cookies: (link: string) => `We only use cookies that are necessary for what you yourself do. The page ${link} tells which.`,
  cookiesLink: 'Cookies',
} satisfies Words<typeof sv>;

export const policyWords = { sv, en };
