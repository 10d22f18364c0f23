import type { Words } from '../../ui/locale.ts';

const sv = {
  title: 'Ta bort det jag har skickat',
  lead: 'Har du skrivit till oss eller frågat om pris kan du få det borttaget. Skriv adressen du använde, så skickar vi en länk dit.',
  email: 'Mejladressen du använde',
  emailHint: 'Länken skickas bara till samma adress.',
  ask: 'Skicka länken',
  account: 'Det här gäller bara det som har skickats från våra formulär. Har du ett konto tar du bort det under Mina uppgifter.',
  asked: 'Finns det något att ta bort har vi skickat en länk till adressen. Den gäller i ett dygn.',
  again: 'Skriv adressen igen',
  found: (count: string) => (count === '1' ? 'Det här har du skickat till oss:' : `De här ${count} ärendena har du skickat till oss:`),
  nothing: 'Vi har ingenting kvar som du har skickat. Det enda som finns är din begäran om borttagning.',
  each: {
    question: (date: string) => `Fråga till oss, skickad ${date}`,
    quote: (date: string) => `Fråga om pris, skickad ${date}`,
    dpo: (date: string) => `Meddelande till dataskyddsombudet, skickat ${date}`,
    newsletter: (date: string) => `Prenumeration på nyhetsbrev, från ${date}`,
  },
  final: 'Allt försvinner: det du skrev, det vi svarade, mejlen om det och den här begäran. Det går inte att ångra.',
  confirm: 'Ta bort allt',
  confirmNothing: 'Ta bort min begäran',
  doneTitle: 'Det är borttaget',
  done: 'Inget av det du skickade finns kvar hos oss, och inte heller din begäran.',
  mail: {
    subject: 'Ta bort det du har skickat',
    why: 'Någon, troligen du, vill ta bort det som har skickats till oss från den här mejladressen. Öppna länken för att se vad det är och ta bort det. Länken gäller i ett dygn.',
    ignore: 'Var det inte du? Då gör du ingenting, och inget tas bort.',
  },
};

const en = {
  title: 'Remove what I have sent',
  lead: 'If you have written to us or asked for a quote you can have it removed. Write the address you used, and we send a link to it.',
  email: 'The e-mail address you used',
  emailHint: 'The link is sent to the same address only.',
  ask: 'Send the link',
  account: 'This is only about what has been sent from our forms. If you have an account you remove it under My data.',
  asked: 'If there is anything to remove we have sent a link to the address. It works for one day.',
  again: 'Write the address again',
  found: (count: string) => (count === '1' ? 'This is what you have sent us:' : `These ${count} enquiries you have sent us:`),
  nothing: 'We have nothing left that you have sent. All there is is your request for removal.',
  each: {
    question: (date: string) => `Question to us, sent ${date}`,
    quote: (date: string) => `Request for a quote, sent ${date}`,
    dpo: (date: string) => `Message to the data protection officer, sent ${date}`,
    newsletter: (date) => `Subscription to newsletters, since ${date}`,
  },
  final: 'Everything goes: what you wrote, what we answered, the mails about it and this request. It cannot be undone.',
  confirm: 'Remove everything',
  confirmNothing: 'Remove my request',
  doneTitle: 'It has been removed',
  done: 'Nothing of what you sent is left with us, and neither is your request.',
  mail: {
    subject: 'Remove what you have sent',
    why: 'Someone, probably you, wants to remove what has been sent to us from this e-mail address. Open the link to see what it is and remove it. The link works for one day.',
    ignore: 'Was it not you? Then do nothing, and nothing is removed.',
  },
} satisfies Words<typeof sv>;

export const removalWords: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
