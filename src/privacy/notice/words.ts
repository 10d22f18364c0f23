import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Vad som gäller dig',
  lead: 'Integritetspolicyn gäller alla. Här står bara det som gäller just dig, efter dina kurser och roller.',
  inShort: 'I korthet',
  account: (operator: string) => `${operator} ansvarar för ditt konto.`,
  course: (course: string, customer: string) => `${customer} ansvarar för det som hör till kursen ${course}.`,
  noCourses: 'Du går ingen kurs just nu.',
  role: (role: string, customer: string) => `Du är ${role} hos ${customer}.`,
  roles: { customer_admin: 'kundadministratör', course_admin: 'administratör', teacher: 'lärare' },
  operator: 'Du är medarbetare hos oss.',
  rights: 'Under Mina uppgifter ser, rättar, hämtar och tar du bort det vi har.',
  reachedTitle: 'Vem som ansvarar och hur du når dem',
  operatorReached: (operator: string, contact: string) => `${operator} driver Kursiv och nås på ${contact}.`,
  officer: (name: string, contact: string) => `Vårt dataskyddsombud är ${name}, ${contact}.`,
  operatorTitle: (operator: string) => `Det ${operator} ansvarar för`,
  customerTitle: 'Det kunden ansvarar för',
  none: 'Inget just nu.',
  more: 'Hela policyn',
  choices: 'Dina val',
  labels: {
    kinds: 'Uppgifter',
    why: 'Varför',
    basis: 'Rättslig grund',
    howLong: 'Hur länge',
    whoSees: 'Vem som ser det',
    source: 'Varifrån',
  },
};

const en = {
  title: 'What applies to you',
  lead: 'The privacy policy is for everyone. Here is only what applies to you, by your courses and roles.',
  inShort: 'In short',
  account: (operator: string) => `${operator} is responsible for your account.`,
  course: (course: string, customer: string) => `${customer} is responsible for what belongs to the course ${course}.`,
  noCourses: 'You take no course right now.',
  role: (role: string, customer: string) => `You are ${role} with ${customer}.`,
  roles: { customer_admin: 'customer administrator', course_admin: 'administrator', teacher: 'teacher' },
  operator: 'You are of our staff.',
  rights: 'Under My data you see, correct, download and remove what we hold.',
  reachedTitle: 'Who is responsible and how you reach them',
  operatorReached: (operator: string, contact: string) => `${operator} runs Kursiv and is reached at ${contact}.`,
  officer: (name: string, contact: string) => `Our data protection officer is ${name}, ${contact}.`,
  operatorTitle: (operator: string) => `What ${operator} is responsible for`,
  customerTitle: 'What the customer is responsible for',
  none: 'Nothing right now.',
  more: 'The whole policy',
  choices: 'Your choices',
  labels: { kinds: 'Data', why: 'Why', basis: 'Legal basis', howLong: 'How long', whoSees: 'Who sees it', source: 'From where' },
} satisfies Words<typeof sv>;

export const noticeWords = { sv, en };
