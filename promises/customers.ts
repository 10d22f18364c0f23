import type { Promised } from './promise.ts';

/** Customers and their administrators, terms, and how the operator is reached. */
export const customers: Promised[] = [
  {
    id: 'E-01',
    sv: 'Administratörer når bara personer i sitt eget avtal.',
    en: 'Administrators reach only people of their own agreement.',
    state: 'kept',
    control: {
      sv: 'Databasen prövar varje rad i varje tabell, även för programmet självt, som inte äger något där.',
      en: 'Row-level security forced on every table, under a role that owns nothing.',
    },
    proof: [
      'tests/house/tenancy.test.ts',
      'tests/every-route/strangers.test.ts',
      'src/customers/agreement/seats.test.ts',
      'src/customers/groups/teachers.test.ts',
      'src/api/api.test.ts',
      'src/api/webhooks/webhooks.test.ts',
    ],
  },
  {
    id: 'E-02',
    sv: 'Kunden väljer vem som får se vem.',
    en: 'The customer chooses who sees whom.',
    state: 'kept',
    control: {
      sv: 'Varje kund har en matris över roll, relation och uppgift, och den styr varje lista, sida och mejl. Varje ändring sparas. När studenterna blir mer synliga får de veta det genom mejl. Namn läses på ett enda ställe, och där har den som har skyddad identitet bara en beteckning.',
      en: 'One matrix of role, relation and field for each customer, asked by every list, page and mail; every change recorded; its students are told by mail when more is shown of them; names are read in one place, where whoever has a protected identity is a designation.',
    },
    proof: [
      'src/people/who-sees-whom.test.ts',
      'src/keys/join-course.test.ts',
      'tests/every-route/protected.test.ts',
      'src/people/protection/protection.test.ts',
      'src/people/telling/telling.test.ts',
    ],
  },
  {
    id: 'E-03',
    sv: 'Ingen når en annan kunds uppgifter utan inbjudan.',
    en: "Nobody reaches another customer's data without an invitation.",
    state: 'kept',
    control: {
      sv: 'En inbjudan har en roll, kurser och ett slut. Den räknas en gång, slutar gälla genast när den dras tillbaka och syns hos båda.',
      en: 'An invitation has a role, courses and an end; it is counted once, ends at once when revoked, and stands on both sides.',
    },
    proof: ['src/customers/invitations.test.ts', 'src/customers/groups/groups.test.ts', 'tests/every-route/strangers.test.ts'],
  },
  {
    id: 'E-04',
    sv: 'Personuppgifter visas aldrig öppet.',
    en: 'Personal data is never shown openly.',
    state: 'kept',
    control: {
      sv: 'Det finns inga öppna profiler, och inget personligt står i adresser, titlar eller loggar.',
      en: 'No public profile; nothing personal in addresses, titles or logs.',
    },
    proof: [
      'tests/every-route/openness.test.ts',
      'src/certificates/badges/badges.test.ts',
      'src/certificates/looking-after/looking-after.test.ts',
    ],
  },
  {
    id: 'E-05',
    sv: 'Du godkänner villkoren innan du använder tjänsten.',
    en: 'You accept the terms before you use the service.',
    state: 'kept',
    control: {
      sv: 'Du måste godkänna varje ny version av villkoren, och en månad före får du ett mejl om vad som är nytt. Den som säger nej kan ändå hämta sina uppgifter, avsluta kontot och logga ut.',
      en: 'A gate by version, told by mail a month ahead with what is new; refusing leaves export, closing and signing out.',
    },
    proof: ['src/sign-in/terms.test.ts', 'src/desk/terms/terms.test.ts'],
  },
  {
    id: 'E-06',
    sv: 'Du kan köpa en kurs med kort.',
    en: 'You can buy a course by card.',
    state: 'partly',
    control: {
      sv: 'Du kan köpa en kurs mot faktura, utan konto. Innan du beställer ser du hela priset och vem som säljer, och knappen säger att du blir skyldig att betala. Du får ångra dig i 14 dagar med två tryck.',
      en: 'You can buy a course by invoice, without an account. Before you order you see the whole price and who sells, and the button says that you become obliged to pay. You may withdraw for 14 days with two presses.',
    },
    proof: ['src/shop/buying/buying.test.ts'],
    missing: { sv: 'Du kan inte betala med kort än.', en: 'You cannot pay by card yet.' },
  },
  {
    id: 'E-07',
    sv: 'Support och utskick sköts i tjänsten.',
    en: 'Support and mailings are handled within the service.',
    state: 'kept',
    control: {
      sv: 'Det du skriver till oss, i formulär eller mejl, blir ett ärende hos oss, med sina filer. Nyhetsbrev skickas från samma databas.',
      en: "What is written to the operator, in a form or by mail, is a case at the operator's own desk, with its files, and newsletters are sent from the same database.",
    },
    proof: [
      'src/desk/enquiries/operator-desk.test.ts',
      'src/desk/support/mail.test.ts',
      'src/desk/support/cases.test.ts',
      'src/desk/enquiries/enquiry-files.test.ts',
      'tests/house/bounces.test.ts',
      'src/desk/newsletters/newsletters.test.ts',
    ],
  },
  {
    id: 'E-08',
    sv: 'Du kan nå oss från varje sida.',
    en: 'You can reach us from every page.',
    state: 'kept',
    control: {
      sv: 'Längst ner på varje sida finns en länk till kontaktsidan.',
      en: 'A link to the contact page at the foot of every page.',
    },
    proof: ['tests/journeys/desk.test.ts'],
  },
];
