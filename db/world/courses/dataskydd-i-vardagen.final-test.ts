import type { WorldQuestion } from './world-course.ts';

export const dataskyddIVardagenFinalTest: WorldQuestion[] = [
  {
    kind: 'true-false',
    prompt: 'En uppgift där namnet är ersatt med en kod är fortfarande en personuppgift, om någon kan koppla koden till en person.',
    answer: true,
    why: 'Uppgiften är pseudonymiserad, inte anonym. Reglerna gäller så länge någon kan ta reda på vem det handlar om.',
  },
  {
    kind: 'single',
    prompt: 'Varför är samtycke sällan rätt rättslig grund för en kommun?',
    options: [
      {
        text: 'Ett samtycke måste alltid vara skriftligt, undertecknat på papper och sparat i tio år.',
        correct: false,
        why: 'Förordningen kräver inte det. Ni ska däremot kunna visa att samtycket har lämnats.',
      },
      {
        text: 'Den som är beroende av kommunen kan ha svårt att säga nej, så samtycket blir inte frivilligt.',
        correct: true,
        why: 'Ett samtycke ska vara frivilligt. Styrkeförhållandet gör att det ofta inte är det.',
      },
      {
        text: 'Bara företag får använda samtycke.',
        correct: false,
        why: 'Även myndigheter får använda samtycke, till exempel för en bild i en tidning. Men det passar sällan.',
      },
      {
        text: 'Samtycke gäller bara känsliga personuppgifter.',
        correct: false,
        why: 'Samtycke kan användas för alla slags uppgifter. Problemet är frivilligheten.',
      },
    ],
  },
  {
    kind: 'multiple',
    prompt: 'Du ska samla in anmälningar till en gratis föreläsning på biblioteket. Vilka uppgifter är rimliga att be om?',
    options: [
      {
        text: 'Namn',
        correct: true,
        why: 'Ni behöver kunna pricka av den som kommer. Ett namn räcker.',
      },
      {
        text: 'E-postadress för att kunna meddela ändringar',
        correct: true,
        why: 'Ändamålet är tydligt, så länge adressen tas bort efteråt och inte används till annat.',
      },
      {
        text: 'Personnummer',
        correct: false,
        why: 'Det behövs ingen säker identifiering för att lyssna på en föreläsning.',
      },
      {
        text: 'Hälsotillstånd, för säkerhets skull',
        correct: false,
        why: 'Uppgifter om hälsa är känsliga. Fråga hellre om någon vill tala om vad hen behöver för att kunna delta.',
      },
    ],
    points: 2,
  },
  {
    kind: 'single',
    prompt: 'Någon ringer förskolan och frågar om ett visst barn går där. Barnet har skyddade personuppgifter. Vad gör du?',
    options: [
      {
        text: 'Säger att du inte får svara eftersom barnet har skyddad identitet',
        correct: false,
        why: 'Då har du avslöjat både att barnet finns hos er och att det är skyddat.',
      },
      {
        text: 'Bekräftar, om den som ringer kan barnets personnummer',
        correct: false,
        why: 'Den som är farlig för barnet kan mycket väl kunna personnumret.',
      },
      {
        text: 'Varken bekräftar eller förnekar, och följer er rutin',
        correct: true,
        why: 'Inte ens att barnet är känt hos er får röjas. Ge samma svar för alla barn, så går det inte att räkna ut något.',
      },
      {
        text: 'Ber den som ringer att mejla frågan i stället',
        correct: false,
        why: 'Då skjuter du bara upp frågan och får skyddade uppgifter i mejlen.',
      },
    ],
  },
  {
    kind: 'short',
    prompt: 'Vilken myndighet har tillsyn över dataskyddet i Sverige? Förkortningen räcker.',
    accepted: ['IMY', 'imy', 'Integritetsskyddsmyndigheten', 'integritetsskyddsmyndigheten'],
    why: 'Det är Integritetsskyddsmyndigheten, IMY. Dit anmäls också personuppgiftsincidenter.',
  },
  {
    kind: 'true-false',
    prompt: 'Dataskyddsreglerna hindrar kommunen från att lämna ut allmänna handlingar som innehåller namn.',
    answer: false,
    why: 'Offentlighetsprincipen står i grundlag. Det som kan hindra ett utlämnande är sekretess, och den ska prövas i varje fall.',
  },
  {
    kind: 'number',
    prompt:
      'Du upptäcker en personuppgiftsincident på torsdag kl.\u00a010. Den ska anmälas till IMY. Hur många timmar har kommunen på sig?',
    answer: 72,
    tolerance: 0,
    unit: 'timmar',
    why: 'Gränsen är 72\u00a0timmar från upptäckten. Här går tiden ut på söndag kl.\u00a010, eftersom helger räknas in.',
  },
  {
    kind: 'single',
    prompt: 'När får du förstöra en allmän handling?',
    options: [
      {
        text: 'När den är äldre än två år',
        correct: false,
        why: 'Det finns ingen sådan allmän gräns. Tiden skiljer sig mellan olika handlingar.',
      },
      {
        text: 'När den som handlingen gäller ber om det',
        correct: false,
        why: 'En begäran om radering ska prövas, men den ger dig inte rätt att förstöra en allmän handling.',
      },
      {
        text: 'När du inte längre behöver den i ditt arbete',
        correct: false,
        why: 'Andra kan behöva den: den enskilda, granskare och forskare. Det är inte du ensam som avgör.',
      },
      {
        text: 'När det finns ett gallringsbeslut som tillåter det',
        correct: true,
        why: 'Gallring kräver ett beslut. Informationshanteringsplanen talar om vad som får förstöras, och när.',
      },
    ],
  },
];
