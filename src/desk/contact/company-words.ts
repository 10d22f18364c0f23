import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'För företag, skolor och bibliotek',
  description: 'Kurser på nätet för er som är många: nycklar att dela ut, slutprov och kursintyg. Fråga oss vad det kostar för er.',
  lead: 'Ge alla som behöver det samma kurs. Ni delar ut nycklar, och var och en läser i sin egen takt.',
  kinds: [
    { title: 'Företag', body: 'Alla får samma kunskap, till exempel om brandskydd eller dataskydd, och ett kursintyg att visa upp.' },
    {
      title: 'Skolor och kommuner',
      body: 'Elever och personal behöver inte lämna mer än en mejladress för att gå en kurs. Vi ber aldrig om personnummer.',
    },
    { title: 'Bibliotek', body: 'Ge låntagaren en nyckel över disk. Hen öppnar kursen hemma, och ni behöver inte veta vem det blev.' },
  ],
  gets: {
    title: 'Det här får ni',
    each: [
      'Kurser med text, film, frågor och slutprov. De går att läsa i mobilen och utan JavaScript.',
      'Nycklar. En nyckel öppnar en kurs för en person, och ni bestämmer om den ska gälla en viss mejladress.',
      'Korrespondens. Den som går kursen kan skriva till er och får svar på samma ställe.',
      'Statistik för gruppen. Är gruppen mindre än fem personer visas den inte.',
      'Kursintyg som vem som helst kan kontrollera, med namn bara om personen själv vill.',
    ],
    see: 'Se kurserna',
  },
  data: {
    title: 'Personuppgifter',
    body: 'Ni ansvarar för uppgifterna i era kurser, och vi är ert personuppgiftsbiträde. Varje kunds uppgifter hålls isär i databasen. Den som går en kurs kan själv se, hämta och ta bort det som finns om hen.',
  },
  form: {
    title: 'Fråga om pris',
    lead: 'Priset beror på hur många ni är och vilka kurser ni vill ha. Berätta, så svarar vi med ett förslag. Ni binder er inte till något.',
    organisation: 'Organisation',
    name: 'Ditt namn',
    people: 'Ungefär hur många ska gå kurserna?',
    peopleHint: 'Skriv en siffra. En gissning räcker.',
    courses: 'Vilka kurser gäller det?',
    kept: (period: string) =>
      `Vi sparar det du skickar i ${period} från det senaste som hände i ärendet. Du kan när som helst få det borttaget på sidan Kontakta oss.`,
    send: 'Skicka frågan',
    organisationMissing: 'Skriv vilken organisation det gäller.',
    nameMissing: 'Skriv ditt namn.',
    peopleMissing: 'Skriv ungefär hur många det gäller, med siffror. Minst 1 och högst 1 000 000.',
    tooLong: (most: string) => `Texten får ha högst ${most} tecken.`,
  },
};

const en = {
  title: 'For companies, schools and libraries',
  description:
    'Online courses for those of you who are many: keys to hand out, final tests and certificates. Ask us what it costs for you.',
  lead: 'Give everyone who needs it the same course. You hand out keys, and each person reads at their own pace.',
  kinds: [
    {
      title: 'Companies',
      body: 'Everyone gets the same knowledge, of fire safety or data protection for instance, and a certificate to show.',
    },
    {
      title: 'Schools and municipalities',
      body: 'Pupils and staff need give no more than an e-mail address to take a course. We never ask for personal identity numbers.',
    },
    {
      title: 'Libraries',
      body: 'Give the borrower a key over the counter. They open the course at home, and you need not know who it was.',
    },
  ],
  gets: {
    title: 'What you get',
    each: [
      'Courses with text, film, questions and a final test. They can be read on a phone and without JavaScript.',
      'Keys. A key opens one course for one person, and you decide whether it is for a certain e-mail address.',
      'Correspondence. Whoever takes the course can write to you and is answered in the same place.',
      'Statistics for the group. A group of fewer than five people is not shown.',
      'Certificates that anyone can verify, with a name only if the person wants it.',
    ],
    see: 'See the courses',
  },
  data: {
    title: 'Personal data',
    body: 'You are responsible for the data in your courses, and we are your processor. The data of each customer is kept apart in the database. Whoever takes a course can see, download and remove what is held about them.',
  },
  form: {
    title: 'Ask for a quote',
    lead: 'The price depends on how many you are and which courses you want. Tell us, and we answer with a proposal. You do not commit to anything.',
    organisation: 'Organisation',
    name: 'Your name',
    people: 'About how many will take the courses?',
    peopleHint: 'Write a number. A guess is enough.',
    courses: 'Which courses is it about?',
    kept: (period: string) =>
      `We keep what you send for ${period} from the latest event of the enquiry. You can have it removed at any time on the page Contact us.`,
    send: 'Send the request',
    organisationMissing: 'Write which organisation it is for.',
    nameMissing: 'Write your name.',
    peopleMissing: 'Write about how many it is for, in figures. At least 1 and at most 1,000,000.',
    tooLong: (most) => `The text may have at most ${most} characters.`,
  },
} satisfies Words<typeof sv>;

export const companyWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
