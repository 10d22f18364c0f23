import type { Words } from '../ui/locale.ts';

/** What the sender of a form reads after sending: the receipt's page, the own page, removal. */
const sv = {
  sent: {
    title: 'Tack, det är skickat',
    lead: 'Vi har skickat ett mejl till dig som bekräftelse. Där finns en länk till det du skrev.',
    next: 'Vi svarar så snart vi kan, senast inom 30 dagar. När svaret finns får du ett mejl med en länk.',
    local: 'Läs mejlen på den här datorn',
    regret: 'Ångrar du dig?',
    remove: 'Ta bort det du har skickat',
  },
  own: {
    title: 'Ditt ärende hos oss',
    lead: 'Här läser du det du har skrivit och det vi har svarat.',
    waiting: 'Vi har fått det du skrev och svarar så snart vi kan. När svaret finns får du ett mejl.',
    log: 'Meddelanden mellan dig och oss',
    write: 'Skriv mer',
    send: 'Skicka',
    sent: 'Det är skickat.',
    regret: 'Vill du att allt det här tas bort?',
  },
  removal: {
    title: 'Ta bort det jag har skickat',
    lead: 'Har du skrivit till oss eller frågat om pris kan du få det borttaget. Skriv adressen du använde, så skickar vi en länk dit.',
    email: 'Mejladressen du använde',
    emailHint: 'Länken skickas bara till samma adress.',
    ask: 'Skicka länken',
    account: 'Det här gäller bara det som har skickats från våra formulär. Har du ett konto tar du bort det under Mina uppgifter.',
    askedTitle: 'Titta i din mejl',
    asked: 'Finns det något att ta bort har vi skickat en länk till adressen. Den gäller i ett dygn.',
    notCome: 'Kommer det inget mejl inom några minuter? Titta i skräpposten, eller pröva en annan adress.',
    again: 'Skriv adressen igen',
    found: (count: string) => (count === '1' ? 'Det här har du skickat till oss:' : `De här ${count} ärendena har du skickat till oss:`),
    nothing: 'Vi har ingenting kvar som du har skickat. Det enda som finns är din begäran om borttagning.',
    each: {
      question: (date: string) => `Fråga till oss, skickad ${date}`,
      quote: (date: string) => `Fråga om pris, skickad ${date}`,
      dpo: (date: string) => `Meddelande till dataskyddsombudet, skickat ${date}`,
    },
    final: 'Allt försvinner: det du skrev, det vi svarade, mejlen om det och den här begäran. Det går inte att ångra.',
    confirm: 'Ta bort allt',
    confirmNothing: 'Ta bort min begäran',
    doneTitle: 'Det är borttaget',
    done: 'Inget av det du skickade finns kvar hos oss, och inte heller din begäran.',
  },
  linkEnded: {
    title: 'Länken gäller inte längre',
    contact: { lead: 'Ärendet finns inte kvar hos oss, eller så är länken inte hel.', link: 'Skriv till oss' },
    removal: { lead: 'Den har redan använts, är äldre än ett dygn eller är inte hel.', link: 'Be om en ny länk' },
  },
};

const en = {
  sent: {
    title: 'Thank you, it has been sent',
    lead: 'We have sent you a mail to confirm it. It has a link to what you wrote.',
    next: 'We answer as soon as we can, within 30 days at the latest. When the answer is there you get a mail with a link.',
    local: 'Read the mail on this computer',
    regret: 'Did you change your mind?',
    remove: 'Remove what you have sent',
  },
  own: {
    title: 'Your enquiry with us',
    lead: 'Here you read what you have written and what we have answered.',
    waiting: 'We have received what you wrote and answer as soon as we can. When the answer is there you get a mail.',
    log: 'Messages between you and us',
    write: 'Write more',
    send: 'Send',
    sent: 'It has been sent.',
    regret: 'Do you want all of this removed?',
  },
  removal: {
    title: 'Remove what I have sent',
    lead: 'If you have written to us or asked for a quote you can have it removed. Write the address you used, and we send a link to it.',
    email: 'The e-mail address you used',
    emailHint: 'The link is sent to the same address only.',
    ask: 'Send the link',
    account: 'This is only about what has been sent from our forms. If you have an account you remove it under My data.',
    askedTitle: 'Look in your mail',
    asked: 'If there is anything to remove we have sent a link to the address. It works for one day.',
    notCome: 'No mail within a few minutes? Look among junk mail, or try another address.',
    again: 'Write the address again',
    found: (count: string) => (count === '1' ? 'This is what you have sent us:' : `These ${count} enquiries you have sent us:`),
    nothing: 'We have nothing left that you have sent. All there is is your request for removal.',
    each: {
      question: (date: string) => `Question to us, sent ${date}`,
      quote: (date: string) => `Request for a quote, sent ${date}`,
      dpo: (date: string) => `Message to the data protection officer, sent ${date}`,
    },
    final: 'Everything goes: what you wrote, what we answered, the mails about it and this request. It cannot be undone.',
    confirm: 'Remove everything',
    confirmNothing: 'Remove my request',
    doneTitle: 'It has been removed',
    done: 'Nothing of what you sent is left with us, and neither is your request.',
  },
  linkEnded: {
    title: 'The link no longer works',
    contact: { lead: 'The enquiry is no longer with us, or the link is not whole.', link: 'Write to us' },
    removal: { lead: 'It has been used already, is older than a day, or is not whole.', link: 'Ask for a new link' },
  },
} satisfies Words<typeof sv>;

export const sentWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
