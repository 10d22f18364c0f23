import { dataMap } from '../../../data-map/index.ts';
import { periodInWords } from '../../privacy/index.ts';
import type { Locale, Words } from '../../ui/locale.ts';

const { period, also } = dataMap.newsletter_subscriber.retention;
/** How long a choice is kept, and what was not confirmed or has ended, as the map says it. */
const chosen = (locale: Locale) => periodInWords(period, locale);
const unconfirmed = (locale: Locale) => periodInWords(also.period, locale);

const sv = {
  title: 'Nyhetsbrev',
  lead: 'Välj vad du vill läsa om. Du får inget förrän du har bekräftat din adress, och du slutar när du vill.',
  consent: 'Jag vill få nyhetsbrev med mejl om det jag har kryssat i. Jag kan sluta när jag vill med länken i varje brev.',
  topics: 'Vad vill du läsa om?',
  topicsMissing: 'Kryssa i minst ett ämne.',
  email: 'Din mejladress',
  emailHint: 'Dit skickar vi först en fråga om det är du som vill prenumerera.',
  submit: 'Prenumerera',
  kept: `Vi sparar adressen och ditt val så länge du prenumererar, som längst ${chosen('sv')} från ditt senaste val. Det du inte bekräftar tas bort efter ${unconfirmed('sv')}. Vi följer inte om du öppnar breven eller vad du trycker på.`,
  none: 'Det finns inga nyhetsbrev just nu.',
  asked: 'Vi har skickat ett mejl till adressen. Öppna länken i det för att bekräfta. Den gäller i en vecka.',
  again: 'Till nyhetsbreven',
  confirmTitle: 'Bekräfta din prenumeration',
  confirmLead: 'Då skickar vi nyhetsbrev till din adress om:',
  confirm: 'Ja, jag vill prenumerera',
  confirmNot: 'Vill du inte? Då behöver du inte göra något.',
  choicesTitle: 'Dina nyhetsbrev',
  choicesLead: `Kryssa i det du vill få. Utan kryss får du inget mer, och efter ${unconfirmed('sv')} är adressen borta hos oss.`,
  holdsUntil: (day: string) =>
    `Ditt samtycke gäller till och med den ${day}, ${chosen('sv')} efter ditt senaste val. Sparar du igen räknas tiden om.`,
  receipt: 'Hämta kvittot på ditt samtycke',
  receiptHow:
    'Öppna din egen sida genom länken i något av breven, eller prenumerera igen så mejlar vi den. Ta bort alla kryss och spara. Det gäller genast.',
  language: 'Språk i breven',
  swedish: 'Svenska',
  english: 'Engelska',
  save: 'Spara mina val',
  saved: 'Dina val är sparade.',
  confirmed: 'Tack, nu prenumererar du.',
  leaveTitle: 'Sluta få nyhetsbrev',
  leaveLead: (topic: string) => `Du slutar få nyhetsbrev om ”${topic}”.`,
  leave: 'Sluta prenumerera',
  leftTitle: 'Du får inga fler brev om det här',
  left: 'Prenumerationen är avslutad. Ett brev som redan är på väg kan ändå komma fram.',
  mail: {
    confirmSubject: 'Vill du prenumerera på nyhetsbrev?',
    confirm: (topics: string) => `Någon, troligen du, vill få nyhetsbrev till den här adressen om: ${topics}.`,
    press: 'Vill du det? Öppna länken och bekräfta inom en vecka:',
    ignore: `Var det inte du? Då behöver du inte göra något. Vi skickar inget mer, och adressen är borta efter ${unconfirmed('sv')}.`,
    alreadySubject: 'Du prenumererar redan',
    already: 'Du får redan de här nyhetsbreven. Här ser och ändrar du dina val:',
    why: 'Du får brevet för att du har bett om det.',
    leave: 'Sluta prenumerera:',
    choices: 'Ändra dina val:',
    trial: (subject: string) => `Prov: ${subject}`,
    trialWhy: 'Det här är ett prov. Bara du har fått det.',
  },
};

const en = {
  title: 'Newsletters',
  lead: 'Choose what you want to read about. You get nothing until you have confirmed your address, and you stop whenever you like.',
  consent: 'I want newsletters by e-mail about what I have ticked. I can stop whenever I like with the link in each letter.',
  topics: 'What do you want to read about?',
  topicsMissing: 'Tick at least one topic.',
  email: 'Your e-mail address',
  emailHint: 'We first send a question there, asking whether it is you who wants to subscribe.',
  submit: 'Subscribe',
  kept: `We keep the address and your choice as long as you subscribe, for ${chosen('en')} from your latest choice at most. What you do not confirm is removed after ${unconfirmed('en')}. We do not follow whether you open the letters or what you press.`,
  none: 'There are no newsletters at the moment.',
  asked: 'We have sent a mail to the address. Open the link in it to confirm. It works for a week.',
  again: 'To the newsletters',
  confirmTitle: 'Confirm your subscription',
  confirmLead: 'We then send newsletters to your address about:',
  confirm: 'Yes, I want to subscribe',
  confirmNot: 'Don’t want to? Then you need not do anything.',
  choicesTitle: 'Your newsletters',
  choicesLead: `Tick what you want. With nothing ticked you get nothing more, and after ${unconfirmed('en')} we no longer have the address.`,
  holdsUntil: (day) =>
    `Your consent holds until ${day}, ${chosen('en')} after your latest choice. If you save again, the time starts anew.`,
  receipt: 'Get the receipt of your consent',
  receiptHow:
    'Open your own page through the link in any of the letters, or subscribe again and we mail it. Untick everything and save. It takes effect at once.',
  language: 'Language of the letters',
  swedish: 'Swedish',
  english: 'English',
  save: 'Save my choices',
  saved: 'Your choices are saved.',
  confirmed: 'Thank you, you are now subscribing.',
  leaveTitle: 'Stop getting newsletters',
  leaveLead: (topic: string) => `You stop getting newsletters about “${topic}”.`,
  leave: 'Unsubscribe',
  leftTitle: 'You get no more letters about this',
  left: 'The subscription has ended. A letter that is already on its way may still arrive.',
  mail: {
    confirmSubject: 'Do you want to subscribe to newsletters?',
    confirm: (topics: string) => `Someone, probably you, wants newsletters to this address about: ${topics}.`,
    press: 'Do you want to? Open the link and confirm within a week:',
    ignore: `Was it not you? Then you need not do anything. We send nothing more, and the address is gone after ${unconfirmed('en')}.`,
    alreadySubject: 'You already subscribe',
    already: 'You already get these newsletters. Here you see and change your choices:',
    why: 'You get this letter because you asked for it.',
    leave: 'Unsubscribe:',
    choices: 'Change your choices:',
    trial: (subject: string) => `Trial: ${subject}`,
    trialWhy: 'This is a trial. Only you got it.',
  },
} satisfies Words<typeof sv>;

export const words: Record<'sv' | 'en', Words<typeof sv>> = { sv, en };
