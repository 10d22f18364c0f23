import type { Viewer } from '../../../data-map/index.ts';
import type { Words } from '../../ui/locale.ts';

/** Those who see contact details, by the map; a test holds the two together. */
const seenBySv: Partial<Record<Viewer, string>> = {
  'customer-administrators': 'kundens administratörer',
  desk: 'de hos oss som sköter kunder',
  students: 'de som har en kurs hos kunden, är på väg att gå med i en eller har fått en inbjudan',
};
const seenByEn: Partial<Record<Viewer, string>> = {
  'customer-administrators': 'the customer’s administrators',
  desk: 'those of ours who look after customers',
  students: 'those who have a course with the customer, are about to join one or have been invited',
};

const sv = {
  title: 'Kontaktuppgifter',
  lead: (customer: string) => `${customer} har angett uppgifterna i Kursiv.`,
  parts: {
    controller: 'den som svarar för kunden',
    officer: 'dataskyddsombud',
    representative: 'företrädare inom EES',
  },
  which: 'Uppgifterna',
  as: 'Du är angiven som',
  name: 'Namn',
  noName: 'Inget namn',
  email: 'Mejladress',
  phone: 'Telefon',
  applies: 'Det här gäller',
  why: 'Varför vi har dem',
  basis: 'Med stöd av',
  howLong: 'Hur länge',
  source: 'Varifrån de kommer',
  seen: 'Vem som ser dem',
  seenBy: seenBySv,
  notLogged:
    'Den som ska gå med i en kurs har rätt att få veta hur kunden nås, så de läsningarna noterar vi inte. Alla andra noteras här nedanför.',
  remove: 'Ta bort namnet',
  removeLead:
    'Är namnet ditt, eller är det fel? Då kan du ta bort det. Mejladressen och telefonnumret står kvar, för kunden måste gå att nå.',
  removed: 'Namnet är borttaget.',
  other: 'Ska något annat ändras? Säg till kunden. Du kan också',
  toRequest: 'begära rättelse eller radering hos oss',
  mail: {
    subject: (customer: string) => `Du är kontakt för ${customer}`,
    what: (customer: string, part: string) => `${customer} har angett den här mejladressen i Kursiv, som ${part}.`,
    why: (customer: string) => `Den som går med i en kurs hos ${customer} ska få veta hur kunden nås och ser därför uppgifterna.`,
    look: 'Här ser du vilka uppgifter det är och vem som har läst dem. Du kan också ta bort namnet:',
    wrong: 'Är det fel adress? Säg till kunden, eller skriv till vårt dataskyddsombud.',
  },
  names: {
    title: 'Namn i kunders kontaktuppgifter',
    lead: 'En kund kan ha angett personens namn vid en adress som är verksamhetens. Det hittas inte genom mejladressen. Sök på namnet och avgör om det är samma person.',
    search: 'Personens namn',
    searchHint: 'För- och efternamn, som kunden kan ha skrivit det.',
    button: 'Sök',
    short: 'Skriv minst tre tecken av namnet.',
    long: 'Namnet får ha högst 200 tecken.',
    none: 'Inget namn stämmer.',
    found: (count: number) => (count === 1 ? '1 namn stämmer' : `${count} namn stämmer`),
    tooMany: (count: number) => `Fler än ${count} namn stämmer. Skriv mer av namnet.`,
    line: (customer: string, part: string) => `${customer}, ${part}`,
    remove: (name: string) => `Ta bort namnet ${name}`,
  },
};

const en = {
  title: 'Contact details',
  lead: (customer) => `${customer} has stated the details in Kursiv.`,
  parts: {
    controller: 'whoever answers for the customer',
    officer: 'data protection officer',
    representative: 'representative in the EEA',
  },
  which: 'The details',
  as: 'You are stated as',
  name: 'Name',
  noName: 'No name',
  email: 'E-mail address',
  phone: 'Telephone',
  applies: 'What applies',
  why: 'Why we hold them',
  basis: 'On the basis of',
  howLong: 'For how long',
  source: 'Where they come from',
  seen: 'Who sees them',
  seenBy: seenByEn,
  notLogged:
    'Whoever is to join a course has a right to know how the customer is reached, so we do not note those readings. All others are noted below.',
  remove: 'Remove the name',
  removeLead:
    'Is the name yours, or is it wrong? Then you can remove it. The e-mail address and the telephone number stay, as the customer must be possible to reach.',
  removed: 'The name has been removed.',
  other: 'Is something else to be changed? Tell the customer. You can also',
  toRequest: 'ask us for rectification or erasure',
  mail: {
    subject: (customer) => `You are a contact of ${customer}`,
    what: (customer, part) => `${customer} has stated this e-mail address in Kursiv, as ${part}.`,
    why: (customer) => `Whoever joins a course of ${customer} is to be told how the customer is reached and therefore sees the details.`,
    look: 'Here you see which details they are and who has read them. You can also remove the name:',
    wrong: 'Is it the wrong address? Tell the customer, or write to our data protection officer.',
  },
  names: {
    title: 'Names in the contact details of customers',
    lead: 'A customer may have stated the person’s name at an address of the organisation’s. The e-mail address does not find it. Search for the name and decide whether it is the same person.',
    search: 'The person’s name',
    searchHint: 'Given name and family name, as the customer may have written it.',
    button: 'Search',
    short: 'Write at least three characters of the name.',
    long: 'The name can have at most 200 characters.',
    none: 'No name matches.',
    found: (count) => (count === 1 ? '1 name matches' : `${count} names match`),
    tooMany: (count) => `More than ${count} names match. Write more of the name.`,
    line: (customer, part) => `${customer}, ${part}`,
    remove: (name) => `Remove the name ${name}`,
  },
} satisfies Words<typeof sv>;

export const namedWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
