import type { Words } from '../../ui/locale.ts';

/** The terms of Art. 28(3) GDPR, letter by letter. A change of meaning here is a new version in data-terms.ts. */
const sv = {
  title: 'Personuppgiftsbiträdesavtal',
  parties: (customer: string, operator: string) =>
    `${customer} (kunden) är personuppgiftsansvarig. ${operator} (biträdet) behandlar personuppgifter för kunden. Villkoren bygger på artikel 28 i dataskyddsförordningen.`,
  subject: 'Föremål och ändamål',
  subjectText: (purposes: string) =>
    `Biträdet behandlar personuppgifter för att kunden ska kunna ge kurser till sina deltagare. Ändamålen är att ${purposes}.`,
  nature: 'Art och varaktighet',
  natureText: (days: string) =>
    `Uppgifterna samlas in, lagras, visas, rättas, lämnas ut till den registrerade och raderas. Behandlingen pågår så länge avtalet gäller. Uppgifterna raderas ${days} dagar efter att avtalet har upphört, eller tidigare om kunden begär det.`,
  kinds: 'Slag av uppgifter',
  people: 'Kategorier av registrerade',
  peopleList: ['studenter', 'lärare', 'kursadministratörer', 'kundadministratörer', 'de som kunden bjuder in eller ger en nyckel'],
  a: 'a) Instruktioner',
  aText:
    'Biträdet behandlar uppgifterna bara på kundens dokumenterade instruktioner. Avtalet, kundens inställningar och det kundens administratörer gör i tjänsten är instruktionerna. Det gäller också överföring till land utanför EU och EES, som inte sker utan kundens instruktion. Biträdet säger genast till om en instruktion verkar strida mot dataskyddsreglerna.',
  b: 'b) Tystnadsplikt',
  bText: 'Alla hos biträdet som får behandla uppgifterna har åtagit sig tystnadsplikt eller omfattas av lagstadgad tystnadsplikt.',
  c: 'c) Säkerhet',
  cText:
    'Biträdet vidtar de åtgärder som artikel 32 kräver: varje kunds uppgifter hålls åtskilda i databasen, säkerhetskopior är krypterade och kan inte läsas om den som har raderats, varje gång någon tittar på en annans uppgifter antecknas det, och inloggning kan skyddas med två steg eller lösennyckel.',
  d: 'd) Underbiträden',
  dText:
    'Kunden godkänner de underbiträden som står i bilagan om personuppgifter. Biträdet berättar minst 30 dagar innan ett underbiträde läggs till eller byts, så att kunden kan invända. Underbiträdet får samma skyldigheter som biträdet har här, och biträdet ansvarar för det.',
  e: 'e) Hjälp när någon begär sin rätt',
  eText:
    'Var och en ser, rättar, hämtar och raderar sina egna uppgifter i tjänsten. Biträdet hjälper dessutom kunden att svara när någon begär sin rätt enligt kapitel III.',
  f: 'f) Hjälp med kundens andra skyldigheter',
  fText:
    'Biträdet hjälper kunden med säkerhet, anmälan av personuppgiftsincidenter, information till dem som berörs, konsekvensbedömningar och förhandssamråd enligt artiklarna 32–36. Biträdet berättar om en incident utan onödigt dröjsmål efter att den har upptäckts.',
  g: 'g) Radering och återlämning',
  gText: (days: string) =>
    `Kunden hämtar när som helst allt den äger i öppna format. När avtalet har upphört kan kunden hämta det i ${days} dagar till. Sedan raderar biträdet uppgifterna, om inte lag kräver att de sparas.`,
  h: 'h) Insyn och granskning',
  hText:
    'Biträdet ger kunden den information som behövs för att visa att artikel 28 följs, och bidrar till granskningar och inspektioner som kunden eller den kunden utser gör.',
};

const en = {
  title: 'Data processing agreement',
  parties: (customer, operator) =>
    `${customer} (the customer) is the controller. ${operator} (the processor) processes personal data for the customer. The terms follow Article 28 of the General Data Protection Regulation.`,
  subject: 'Subject-matter and purpose',
  subjectText: (purposes) =>
    `The processor processes personal data so that the customer can give courses to its participants. The purposes are ${purposes}.`,
  nature: 'Nature and duration',
  natureText: (days) =>
    `Data is collected, stored, shown, corrected, handed to the data subject and erased. The processing lasts as long as the agreement. Data is erased ${days} days after the agreement has ended, or earlier if the customer asks for it.`,
  kinds: 'Kinds of data',
  people: 'Categories of data subjects',
  peopleList: [
    'students',
    'teachers',
    'course administrators',
    'customer administrators',
    'those whom the customer invites or gives a key',
  ],
  a: 'a) Instructions',
  aText:
    "The processor processes the data only on the customer's documented instructions. The agreement, the customer's settings and what its administrators do in the service are the instructions. This includes transfers outside the EU and EEA, which do not take place without the customer's instruction. The processor says at once if an instruction seems to break data protection law.",
  b: 'b) Confidentiality',
  bText: 'Everyone at the processor who may process the data has committed to confidentiality or is under a statutory obligation of it.',
  c: 'c) Security',
  cText:
    "The processor takes the measures that Article 32 requires: each customer's data is kept apart in the database, backups are encrypted and cannot be read about someone who has been erased, every look at another person's data is recorded, and sign-in can be protected by a second step or a passkey.",
  d: 'd) Sub-processors',
  dText:
    'The customer approves the sub-processors listed in the annex on personal data. The processor tells at least 30 days before one is added or replaced, so that the customer can object. The sub-processor has the same obligations as the processor has here, and the processor answers for it.',
  e: 'e) Help when someone exercises their rights',
  eText:
    'Each person sees, corrects, downloads and erases their own data in the service. The processor also helps the customer to answer when someone exercises their rights under Chapter III.',
  f: "f) Help with the customer's other obligations",
  fText:
    'The processor helps the customer with security, notification of personal data breaches, information to those concerned, impact assessments and prior consultation under Articles 32–36. The processor tells of a breach without undue delay after becoming aware of it.',
  g: 'g) Erasure and return',
  gText: (days) =>
    `The customer downloads everything it owns in open formats at any time. When the agreement has ended the customer can download it for ${days} more days. Then the processor erases the data, unless law requires it to be kept.`,
  h: 'h) Information and audits',
  hText:
    'The processor gives the customer the information needed to show that Article 28 is followed, and contributes to audits and inspections that the customer, or someone the customer appoints, makes.',
} satisfies Words<typeof sv>;

export const dataTermsWords = { sv, en };
