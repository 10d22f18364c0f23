import type { WorldQuestion } from './world-course.ts';

export const maBraPaJobbetFinalTest: WorldQuestion[] = [
  {
    kind: 'true-false',
    prompt: 'Stress är alltid skadlig för kroppen.',
    answer: false,
    why: 'Kort stress hjälper dig att klara det du står inför. Stressen blir skadlig när den pågår länge utan återhämtning.',
  },
  {
    kind: 'single',
    prompt: 'Vad är det bästa du kan göra när du märker flera tidiga tecken på stress som inte går över?',
    options: [
      {
        text: 'Hålla ut till semestern och vila ordentligt då',
        correct: false,
        why: 'Återhämtning behövs varje dag. En semester kan inte laga månader av för lite vila.',
      },
      {
        text: 'Prata med chefen redan nu om vad som kan vänta',
        correct: true,
        why: 'Tidiga tecken är en signal att ändra något. Ju tidigare du säger till, desto enklare är det att åtgärda.',
      },
      {
        text: 'Arbeta undan på kvällarna tills du är i kapp',
        correct: false,
        why: 'Då tar du av återhämtningen just när du behöver den mest. Dessutom syns det inte att arbetet är för mycket.',
      },
      {
        text: 'Byta arbete så snart som möjligt',
        correct: false,
        why: 'Det kan bli aktuellt någon gång, men börja med att ta upp problemet där det finns.',
      },
    ],
  },
  {
    kind: 'multiple',
    prompt: 'Vilka av de här aktiviteterna kan ge återhämtning efter en dag vid skärmen?',
    options: [
      {
        text: 'Att gräva i trädgården',
        correct: true,
        why: 'Kroppen får arbeta och huvudet vila. Det är en annan sorts aktivitet än den du har haft på jobbet.',
      },
      {
        text: 'Att sjunga i kör',
        correct: true,
        why: 'Det ger både avstånd till jobbet och en lustfylld utmaning.',
      },
      {
        text: 'Att läsa jobbmejlen i lugn och ro i soffan',
        correct: false,
        why: 'Soffan hjälper inte när tankarna är kvar på jobbet.',
      },
      {
        text: 'En ledig kväll där du själv bestämmer vad du gör',
        correct: true,
        why: 'Att få råda över sin egen tid är en form av återhämtning.',
      },
    ],
    points: 2,
  },
  {
    kind: 'number',
    prompt: 'Hur många timmars sammanhängande veckovila ska du enligt arbetstidslagens huvudregel ha under varje period om sju dagar?',
    answer: 36,
    tolerance: 0,
    unit: 'timmar',
    why: 'Huvudregeln är minst 36\u00a0timmar i ett sträck. Undantag kan förekomma, till exempel genom kollektivavtal.',
  },
  {
    kind: 'single',
    prompt: 'Vilket råd passar den som ofta har svårt att somna?',
    options: [
      {
        text: 'Sov länge på helgen för att ta igen veckan.',
        correct: false,
        why: 'Stora skillnader mellan vardag och helg rubbar kroppsklockan, och söndagskvällen blir ännu svårare.',
      },
      {
        text: 'Ta en lång tupplur när du kommer hem från jobbet.',
        correct: false,
        why: 'En lång tupplur sent på dagen minskar sömntrycket, så att det blir svårare att somna.',
      },
      {
        text: 'Gå upp samma tid varje dag och sök dagsljus.',
        correct: true,
        why: 'Regelbundna tider och morgonljus ställer kroppsklockan. Då kommer sömnigheten lättare på kvällen.',
      },
      {
        text: 'Ta ett glas vin före läggdags.',
        correct: false,
        why: 'Alkohol kan göra att du somnar fortare, men sömnen blir oroligare.',
      },
    ],
  },
  {
    kind: 'single',
    prompt: 'Vilken av de här är en bra mikropaus för den som arbetar vid en skärm?',
    options: [
      {
        text: 'Att titta igenom nyheterna på mobilen',
        correct: false,
        why: 'Mobilen kräver samma slags uppmärksamhet som arbetet, så hjärnan får ingen vila.',
      },
      {
        text: 'Att resa sig, andas ut långsamt och titta på något långt bort',
        correct: true,
        why: 'Kroppen rör sig, ögonen byter avstånd och andningen lugnar sig. Allt det är något annat än arbetet.',
      },
      {
        text: 'Att sitta kvar och rensa inkorgen medan kaffet rinner igenom i köket',
        correct: false,
        why: 'Då har du bara bytt arbetsuppgift. Det är inte en paus.',
      },
      {
        text: 'Att spara pauserna och gå hem en kvart tidigare',
        correct: false,
        why: 'Pauser gör nytta när de tas medan anspänningen byggs upp. De går inte att spara till senare.',
      },
    ],
  },
  {
    kind: 'multiple',
    prompt: 'Vad ska du få veta av din arbetsgivare enligt reglerna om organisatorisk och social arbetsmiljö?',
    options: [
      {
        text: 'Vilka arbetsuppgifter du ska utföra',
        correct: true,
        why: 'Det är den första av de fem punkterna.',
      },
      {
        text: 'Vad du ska prioritera när tiden inte räcker till',
        correct: true,
        why: 'Du ska inte behöva avgöra ensam vad som inte ska göras.',
      },
      {
        text: 'Hur mycket dina kollegor har att göra',
        correct: false,
        why: 'Reglerna ger dig inte rätt till det. Däremot ska arbetsgivaren fördela arbetet så att ingen får en ohälsosam arbetsbelastning.',
      },
      {
        text: 'Vem du kan vända dig till för hjälp och stöd',
        correct: true,
        why: 'Det är den femte punkten, och den ska vara känd innan du behöver den.',
      },
    ],
    points: 2,
  },
  {
    kind: 'single',
    prompt: 'Du har sagt till chefen flera gånger om att arbetet är för mycket, men ingenting händer. Vad är ett bra nästa steg?',
    options: [
      {
        text: 'Att kontakta skyddsombudet',
        correct: true,
        why: 'Skyddsombudet företräder dig i arbetsmiljöfrågor och kan kräva att arbetsgivaren åtgärdar brister.',
      },
      {
        text: 'Att själv välja bort uppgifter utan att säga något',
        correct: false,
        why: 'Då vet ingen vad som inte blir gjort. Risken hamnar hos dig, fast beslutet är arbetsgivarens.',
      },
      {
        text: 'Att göra lite sämre ifrån dig på allt',
        correct: false,
        why: 'Det sliter på samvetet och löser inte problemet. Obalansen fortsätter att vara osynlig.',
      },
      {
        text: 'Att vänta till nästa medarbetarenkät',
        correct: false,
        why: 'Enkäter är bra för helheten, men det kan dröja månader. Du behöver hjälp nu.',
      },
    ],
  },
  {
    kind: 'short',
    prompt: 'Fyll i ordet: Utfrysning, elaka skämt och undanhållen information är exempel på kränkande …',
    accepted: ['särbehandling', 'kränkande särbehandling', 'särbehandlingar'],
    why: 'Kränkande särbehandling är handlingar som riktas mot en eller flera personer på ett kränkande sätt. Den ska aldrig accepteras på en arbetsplats.',
  },
  {
    kind: 'single',
    prompt: 'Du har missat din nya vana tre dagar i rad. Vad är klokast att göra?',
    options: [
      {
        text: 'Ge upp – vanan passade inte dig.',
        correct: false,
        why: 'Att missa dagar hör till. Det säger mer om hur stor vanan är än om dig.',
      },
      {
        text: 'Ta igen det genom att göra dubbelt så mycket i morgon och i övermorgon.',
        correct: false,
        why: 'Då blir vanan ännu tyngre, och risken är stor att du missar den igen.',
      },
      {
        text: 'Göra vanan mindre eller hänga den på något annat du redan gör.',
        correct: true,
        why: 'Missar du ofta är vanan för stor eller kroken fel. En mindre vana kommer du lättare tillbaka till.',
      },
      {
        text: 'Lägga till två vanor till så att någon av dem fastnar.',
        correct: false,
        why: 'Fler vanor på en gång gör det svårare. Börja med en i två veckor.',
      },
    ],
  },
];
