import type { Words } from '../ui/locale.ts';
import { inboxWords } from './inbox/inbox-words.ts';

const hour = 60;
const day = 24 * hour;

/** Rounded up, so that more is not promised than was so. */
function timeSv(minutes: number): string {
  if (minutes <= hour) return 'en timme';
  if (minutes <= day) return `${Math.ceil(minutes / hour)} timmar`;
  return `${Math.ceil(minutes / day)} dygn`;
}

function timeEn(minutes: number): string {
  if (minutes <= hour) return 'an hour';
  if (minutes <= day) return `${Math.ceil(minutes / hour)} hours`;
  return `${Math.ceil(minutes / day)} days`;
}

const sv = {
  title: (course: string) => `Korrespondens, kurs ”${course}”`,
  log: 'Meddelanden',
  lead: {
    student: 'Här skriver du med kursens administratörer. Du och de ser samma meddelanden.',
    administrator: (student: string) => `Du skriver med ${student}. Du och studenten ser samma meddelanden.`,
  },
  toInbox: 'Inkorg',
  gone: 'Studenten har avslutat sitt konto och läser inte längre. Du kan läsa det som finns kvar men inte svara.',
  student: 'Studenten',
  unnamed: 'studenten',
  administrator: 'Kursens administratör',
  compose: 'Skriv ett meddelande',
  send: 'Skicka meddelande',
  hint: {
    student: (customer: string) =>
      `Det du skriver kan läsas av kursens administratörer och av kundadministratörerna hos ${customer}. Skriv inget känsligt, till exempel om hälsa, och inga personnummer.`,
    administrator: (customer: string) =>
      `Det du skriver kan läsas av studenten, av kursens administratörer och av kundadministratörerna hos ${customer}. Skriv inget känsligt och inga personnummer.`,
  },
  empty: 'Skriv ett meddelande innan du skickar.',
  tooLong: 'Meddelandet får ha högst 10\u00a0000 tecken. Dela upp det i flera.',
  number: {
    title: 'Det ser ut som ett personnummer',
    typing: 'Skriv inte personnummer här om det inte verkligen behövs. Du kan skicka ändå.',
    student: 'Ditt senaste meddelande ser ut att innehålla ett personnummer. Ta bort meddelandet om numret inte behövs.',
    administrator:
      'Ditt senaste meddelande ser ut att innehålla ett personnummer. Studenten och kursens andra administratörer kan läsa det.',
  },
  none: {
    title: 'Inga meddelanden än',
    student: 'Undrar du över något i kursen? Skriv till administratörerna här nedanför.',
    administrator: 'Du kan börja samtalet här nedanför.',
  },
  usually: (minutes: number) => `Du får oftast svar inom ${timeSv(minutes)}.`,
  draft: { save: 'Spara utkast', saved: (time: string) => `Utkastet sparades ${time}. Bara du ser det.` },
  aboutPage: {
    on: 'Om sidan',
    numbered: (position: number, title: string) => `Om sidan ${position}, ${title}`,
    send: (title: string) => `Visa att jag skriver om sidan ”${title}”`,
  },
  edited: 'ändrat',
  edit: {
    open: 'Ändra',
    which: (time: string) => `meddelandet från ${time}`,
    label: 'Ändra meddelandet',
    hint: 'Du kan ändra i fem minuter. Det står sedan ”ändrat” vid meddelandet.',
    button: 'Spara ändringen',
    tooLate: 'Det har gått mer än fem minuter, så meddelandet går inte att ändra längre. Skriv ett nytt i stället.',
  },
  desk: inboxWords.sv.desk,
  replies: inboxWords.sv.replies,
  earlier: 'Visa äldre meddelanden',
  latest: 'Till de senaste meddelandena',
  loading: 'Laddar meddelanden …',
  loadFailed: 'Det gick inte att ladda meddelandena.',
  retry: 'Försök igen',
  reload: 'Sidan uppdateras inte av sig själv.',
  reloadLink: 'Visa nya meddelanden',
  newer: 'Gå till det nya meddelandet',
  removed: 'Meddelandet är borttaget',
  remove: {
    open: 'Ta bort',
    which: (time: string) => `meddelandet från ${time}`,
    text: 'Meddelandet och dess filer försvinner för er båda och går inte att få tillbaka. Det syns att ett meddelande har tagits bort.',
    button: 'Ta bort meddelandet',
    tooLate: 'Det har gått mer än fem minuter, så svaret går inte att ta tillbaka längre. Skriv ett nytt i stället.',
  },
  sent: 'Skickat',
  delivered: 'Levererat',
  read: 'Läst',
  sending: 'Skickar …',
  waiting: 'Inte skickat än. Vi försöker igen tills det går.',
  signedOut: 'Inte skickat. Du är utloggad: ladda om sidan och logga in, så skickas meddelandet.',
  refused: 'Inte skickat. Kopiera texten, ladda om sidan och försök igen.',
  disconnected: 'Anslutningen är bruten. Vi försöker igen tills den är tillbaka.',
  inbox: inboxWords.sv.inbox,
  mail: {
    subject: (course: string) => `Nytt meddelande i kursen ”${course}”`,
    hello: 'Hej!',
    toStudent: (course: string) => `Det finns ett nytt meddelande till dig i korrespondensen i kursen ”${course}”.`,
    toAdministrator: (course: string) => `Det finns ett nytt meddelande från en student i korrespondensen i kursen ”${course}”.`,
    link: (address: string) => `Läs och svara här:\n${address}`,
    byMail:
      'Du kan också svara på det här mejlet. Då läggs ditt svar, och filer du bifogar, i korrespondensen. Svara från den här mejladressen och skicka inte mejlet vidare.',
    why: 'Mejlet säger inte vad som står i meddelandet, eftersom mejl kan läsas av fler än mottagaren.',
  },
};

const en = {
  title: (course) => `Correspondence, course “${course}”`,
  log: 'Messages',
  lead: {
    student: 'Here you write with the course’s administrators. You and they see the same messages.',
    administrator: (student) => `You are writing with ${student}. You and the student see the same messages.`,
  },
  toInbox: 'Inbox',
  gone: 'The student has closed their account and no longer reads. You can read what is left but not answer.',
  student: 'The student',
  unnamed: 'the student',
  administrator: 'The course’s administrator',
  compose: 'Write a message',
  send: 'Send message',
  hint: {
    student: (customer) =>
      `What you write can be read by the course’s administrators and by the customer administrators at ${customer}. Write nothing sensitive, for example about health, and no personal identity numbers.`,
    administrator: (customer) =>
      `What you write can be read by the student, by the course’s administrators and by the customer administrators at ${customer}. Write nothing sensitive and no personal identity numbers.`,
  },
  empty: 'Write a message before you send.',
  tooLong: 'The message can have at most 10,000 characters. Split it into several.',
  number: {
    title: 'This looks like a personal identity number',
    typing: 'Do not write identity numbers here unless it is really needed. You can send it anyway.',
    student: 'Your latest message seems to hold a personal identity number. Delete the message if the number is not needed.',
    administrator:
      'Your latest message seems to hold a personal identity number. The student and the course’s other administrators can read it.',
  },
  none: {
    title: 'No messages yet',
    student: 'Is there something in the course you wonder about? Write to the administrators below.',
    administrator: 'You can start the conversation below.',
  },
  usually: (minutes) => `You are usually answered within ${timeEn(minutes)}.`,
  draft: { save: 'Save draft', saved: (time) => `The draft was saved ${time}. Only you see it.` },
  aboutPage: {
    on: 'About the page',
    numbered: (position, title) => `About page ${position}, ${title}`,
    send: (title) => `Show that I am writing about the page “${title}”`,
  },
  edited: 'edited',
  edit: {
    open: 'Edit',
    which: (time) => `the message from ${time}`,
    label: 'Edit the message',
    hint: 'You can edit for five minutes. The message then says “edited”.',
    button: 'Save the change',
    tooLate: 'More than five minutes have passed, so the message can no longer be edited. Write a new one instead.',
  },
  desk: inboxWords.en.desk,
  replies: inboxWords.en.replies,
  earlier: 'Show older messages',
  latest: 'To the latest messages',
  loading: 'Loading messages …',
  loadFailed: 'The messages could not be loaded.',
  retry: 'Try again',
  reload: 'The page does not update by itself.',
  reloadLink: 'Show new messages',
  newer: 'Go to the new message',
  removed: 'The message has been deleted',
  remove: {
    open: 'Delete',
    which: (time) => `the message from ${time}`,
    text: 'The message and its files disappear for both of you and cannot be brought back. It shows that a message was deleted.',
    button: 'Delete the message',
    tooLate: 'More than five minutes have passed, so the answer can no longer be taken back. Write a new one instead.',
  },
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  sending: 'Sending …',
  waiting: 'Not sent yet. We keep trying until it works.',
  signedOut: 'Not sent. You are signed out: reload the page and sign in, and the message is sent.',
  refused: 'Not sent. Copy the text, reload the page and try again.',
  disconnected: 'The connection is broken. We keep trying until it is back.',
  inbox: inboxWords.en.inbox,
  mail: {
    subject: (course) => `New message in the course “${course}”`,
    hello: 'Hello!',
    toStudent: (course) => `There is a new message for you in the correspondence of the course “${course}”.`,
    toAdministrator: (course) => `There is a new message from a student in the correspondence of the course “${course}”.`,
    link: (address) => `Read it and answer here:\n${address}`,
    byMail:
      'You can also answer this mail. Your answer, and files you attach, are then put in the correspondence. Answer from this e-mail address and do not pass the mail on.',
    why: 'This mail does not say what the message says, since mail can be read by others than the one it is for.',
  },
} satisfies Words<typeof sv>;

export const words: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
