import type { Dice } from './dice.ts';

/** What students ask, and what they are answered, in turn. `{kurs}` is the course and `{sida}` one of its pages. */
const threads: readonly (readonly string[])[] = [
  ['Hur länge har jag tillgång till kursen?', 'Du har tillgång i ett år från den dag du gick med.'],
  [
    'Finns kursen att läsa på mobilen också?',
    'Ja, du kan läsa och svara i mobilen och fortsätta på datorn sedan.',
    'Då gör jag det på tåget.',
  ],
  ['Jag svarade fel på en fråga. Kan jag göra om den?', 'Ja, frågorna på kurssidorna kan du svara på hur många gånger du vill.'],
  ['Måste jag göra slutprovet på en gång?', 'Svaren sparas hela tiden, men räkna med att göra klart när du har börjat.', 'Bra att veta!'],
  ['Får min chef se vad jag skriver här?', 'Nej. Det du skriver här ser bara du och vi som administrerar kursen.'],
  ['Vad betyder det att en sida är markerad som klar?', 'Att du har läst den. Du kan alltid gå tillbaka och läsa igen.'],
  ['Hur får jag kursintyget?', 'Du laddar ner det på kursens sida när du är godkänd på slutprovet.'],
  ['Jag har bytt efternamn. Var ändrar jag det?', 'Under Ditt konto. Kursintyg som du hämtar efteråt får det nya namnet.'],
  [
    'Jag fastnade på sidan ”{sida}”. Kan du förklara den sista frågan?',
    'Läs stycket under den första rubriken en gång till. Där finns det som avgör.',
    'Nu förstår jag. Det var ordet ”inte” som jag läste förbi.',
  ],
  [
    'På sidan ”{sida}” står det mycket på en gång. Finns det en kort version?',
    'Läs rubrikerna och rutorna först. Det är det viktigaste. Tabellen är bra att ha till provet.',
  ],
  [
    'Kan jag skriva ut sidan ”{sida}”? Jag läser bäst på papper.',
    'Ja, skriv ut från webbläsaren. Menyer och knappar följer inte med.',
    'Det blev två sidor. Perfekt.',
  ],
  [
    'Vi är fyra från samma arbetsplats som går {kurs}. Får vi diskutera frågorna?',
    'Gärna på kurssidorna. Slutprovet gör var och en för sig.',
  ],
  [
    'Jag blev underkänd på slutprovet. När får jag prova igen?',
    'Du kan göra ett nytt försök direkt. Titta först på sidorna som nämns i resultatet.',
    'Jag väntar till i morgon och läser under tiden.',
    'Klokt. Skriv om något är oklart.',
  ],
  ['Jag klarade provet! Tack för en bra kurs.', 'Grattis! Kursintyget ligger på kursens sida nu.'],
  ['Räknas kursen som arbetstid?', 'Det bestämmer din chef. Kursen tar mindre än en timme, så ta gärna upp det på nästa möte.'],
  [
    'Jag har svårt att läsa långa texter. Finns det något stöd?',
    'Du kan lyssna på sidorna och göra texten större. Behöver du längre tid på provet ordnar jag det.',
    'Ja tack, det skulle hjälpa.',
    'Nu har du femton minuter extra på provet.',
  ],
  ['Kan jag få kursen på engelska?', 'Innehållet finns bara på svenska än så länge, men menyerna kan du byta till engelska.'],
  ['Jag loggade in på en ny telefon och allt var kvar. Hur sparas det?', 'Allt sparas på ditt konto, inte i telefonen.'],
  [
    'Exemplet på sidan ”{sida}” stämmer bra med hur vi har det. Får jag använda det på vårt möte?',
    'Vad roligt! Visa det gärna. Skriv var det kommer ifrån.',
  ],
  [
    'Jag tror att det är ett fel på sidan ”{sida}”. Det står samma sak två gånger.',
    'Tack för att du sa till. Vi rättar det i nästa version.',
    'Vad snabbt du svarade!',
  ],
  ['Hur många procent rätt behöver jag på slutprovet?', 'Minst 80 procent. Det står också innan du börjar.'],
  ['Jag kommer inte ihåg om jag har gjort klart sidan ”{sida}”. Hur ser jag det?', 'I listan över sidor. De som är klara har en bock.'],
  [
    'Går det att gå kursen två gånger? Jag vill fräscha upp i vår.',
    'Ja, sidorna är öppna för dig hela året. Provet behöver du inte göra om.',
  ],
  [
    'Jag ska vara föräldraledig. Kan jag få längre tid?',
    'Ja. När räknar du med att vara tillbaka?',
    'I mars, tror jag.',
    'Då förlänger jag till sista april.',
  ],
  ['Min kollega har ingen nyckel. Kan hen låna min?', 'Nej, en nyckel gäller en person. Be hen skriva till oss, så skickar vi en egen.'],
  [
    'Varför var svaret på den sista frågan på sidan ”{sida}” fel?',
    'För att det bara gäller i vissa fall. Texten under svaret förklarar när.',
    'Okej, jag läste för fort.',
  ],
  ['Finns det något mer att läsa om det här?', 'Börja med myndighetens egen webbplats. Jag lägger gärna till en länk på sidan.'],
  [
    'Kan jag lägga kursintyget i min meritmapp?',
    'Ja, det är en pdf. Den som vill kan kontrollera numret på vår webbplats.',
    'Toppen, då gör jag det.',
  ],
  ['Syns mitt resultat för de andra i gruppen?', 'Nej, ditt resultat ser bara du och vi som ansvarar för kursen.'],
  [
    'Jag blev avbruten mitt i provet när strömmen gick. Är svaren borta?',
    'Nej. Allt som hann sparas finns kvar. Öppna provet igen, så fortsätter du där du var.',
    'Det fungerade. Alla svar var kvar.',
  ],
  ['Var hittar jag mina gamla svar?', 'Öppna sidan igen. Ditt senaste svar står kvar under frågan.'],
  [
    'Jag arbetar natt. Spelar det någon roll när jag gör kursen?',
    'Inte alls. Den är öppen dygnet runt.',
    'Skönt, då gör jag den på söndag.',
  ],
  [
    'Kan vi gå igenom ”{sida}” på arbetsplatsträffen?',
    'Det är en bra idé. Visa sidan på en skärm och ta frågan sist.',
    'Vi provade. Det blev en riktigt bra diskussion.',
    'Vad kul att höra!',
  ],
  ['Hur lång tid tar sidan ”{sida}”?', 'Tiden står vid rubriken. De flesta behöver några minuter.'],
  [
    'Jag fick 79 procent. Går det att avrunda?',
    'Tyvärr inte, gränsen är densamma för alla. Du har försök kvar, och du är nära.',
    'Då försöker jag igen i kväll.',
  ],
  ['Måste jag ta sidorna i ordning?', 'Nej, men de bygger på varandra, så första gången är det en fördel.'],
];

const greetings = ['Hej! ', 'Hej, ', 'Hejsan! ', 'God morgon! ', 'Hallå! ', '', '', 'Hej igen. '] as const;
const reasons = [
  '',
  '',
  '',
  ' Det är ingen brådska.',
  ' Jag hittade inget om det.',
  ' Det vore bra att veta före fredag.',
  ' Tack på förhand!',
] as const;
const answers = ['Hej! ', 'Hej, tack för frågan. ', 'Hej! Bra fråga. ', '', 'Hej och tack för att du skrev. '] as const;
const offers = ['', '', ' Hör av dig om det inte fungerar.', ' Säg till om du undrar över något mer.', ' Lycka till!'] as const;
const thanks = ['Tack!', 'Tack för snabbt svar.', 'Då vet jag. Tack!', 'Stort tack.', 'Perfekt, tack så mycket.', 'Toppen!'] as const;

/** One conversation about a course, begun by the student; each other line is the administrator's. */
export function dialogueOf(dice: Dice, course: { title: string; pages: readonly string[] }, isNew: boolean): string[] {
  const page = dice.pick(course.pages);
  const lines = dice.pick(threads).map((line) => line.replaceAll('{kurs}', course.title).replaceAll('{sida}', page));
  const [question = '', answer = '', ...rest] = lines;
  const opened = [opening(dice.pick(greetings), question) + dice.pick(reasons), dice.pick(answers) + answer + dice.pick(offers), ...rest];
  if (opened.length % 2 === 0 && dice.share() < 0.45) opened.push(dice.pick(thanks));
  // Nobody has waited for long, but of the newest many still do.
  return isNew && dice.share() < 0.6 ? opened.slice(0, 1) : opened;
}

/** After a comma a sentence goes on. */
const opening = (greeting: string, question: string) =>
  greeting.endsWith(', ') ? greeting + question.charAt(0).toLowerCase() + question.slice(1) : greeting + question;
