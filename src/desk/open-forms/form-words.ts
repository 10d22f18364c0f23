import type { Words } from '../../ui/locale.ts';

const sv = {
  trap: 'Lämna det här fältet tomt',
  trapFilled:
    'Ett fält som är till för att stoppa robotar var ifyllt. Din webbläsare kan ha gjort det åt dig. Töm fältet och skicka igen. Det du skrev finns kvar.',
  tooOld: 'Formuläret hade varit öppet länge. Det du skrev finns kvar. Skicka igen.',
  tooFast: 'Det gick så fort att vi trodde att det var en robot. Det du skrev finns kvar. Vänta några sekunder och skicka igen.',
  number:
    'Det ser ut som att du har skrivit ett personnummer. Vi behöver det inte. Ta bort det, eller skicka igen om texten ska vara som den är.',
  tooMany: (minutes: string) => `Det har skickats för många meddelanden. Det du skrev finns kvar. Försök igen om ${minutes}.`,
  minutes: (count: number) => (count === 1 ? 'en minut' : `${count} minuter`),
  problemTitle: 'Det är inte skickat än',
  email: 'Din mejladress',
  emailHint: 'Dit skickar vi en länk till vårt svar.',
  emailMissing: 'Skriv din mejladress.',
  emailWrong: 'Mejladressen ska se ut som namn@exempel.se.',
  body: 'Meddelande',
  bodyHint: 'Skriv inte mer om dig själv än vad som behövs för att vi ska kunna svara.',
  bodyMissing: 'Skriv ett meddelande.',
  bodyTooLong: 'Meddelandet får ha högst 5 000 tecken. Korta ner det.',
};

const en = {
  trap: 'Leave this field empty',
  trapFilled:
    'A field that is there to stop robots had been filled in. Your browser may have done it for you. Empty the field and send again. What you wrote is still here.',
  tooOld: 'The form had been open for a long time. What you wrote is still here. Send it again.',
  tooFast: 'That was so quick that we took you for a robot. What you wrote is still here. Wait a few seconds and send again.',
  number:
    'It looks as if you have written a personal identity number. We do not need it. Remove it, or send again if the text should be as it is.',
  tooMany: (minutes) => `Too many messages have been sent. What you wrote is still here. Try again in ${minutes}.`,
  minutes: (count) => (count === 1 ? 'one minute' : `${count} minutes`),
  problemTitle: 'Not sent yet',
  email: 'Your e-mail address',
  emailHint: 'We send a link to our answer there.',
  emailMissing: 'Write your e-mail address.',
  emailWrong: 'The e-mail address should look like name@example.com.',
  body: 'Message',
  bodyHint: 'Do not write more about yourself than we need to answer you.',
  bodyMissing: 'Write a message.',
  bodyTooLong: 'The message may have at most 5,000 characters. Shorten it.',
} satisfies Words<typeof sv>;

export const formWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
