import type { WorldQuestion } from './world-course.ts';

export const klarsprakForHandlaggareFinalTest: WorldQuestion[] = [
  {
    kind: 'true-false',
    prompt: 'Språklagens krav på vårdat, enkelt och begripligt språk gäller även mejl.',
    answer: true,
    why: 'Kravet gäller språket i offentlig verksamhet, oavsett om du skriver ett beslut, ett brev eller ett mejl.',
  },
  {
    kind: 'single',
    prompt: 'Vilken inledning passar bäst i ett beslut om barnomsorg?',
    options: [
      {
        text: 'Ditt barn får plats på förskolan Blåklockan från och med den 1\u00a0februari 2027.',
        correct: true,
        why: 'Föräldern får veta det viktigaste direkt: vad, var och när.',
      },
      {
        text: 'Er ansökan om förskoleplats, diarienummer 2026-114, har nu behandlats.',
        correct: false,
        why: 'Meningen berättar att något har hänt, men inte vad. Diarienumret kan stå i sidhuvudet.',
      },
      {
        text: 'Enligt skollagen ska kommunen erbjuda förskola för barn som är bosatta i kommunen.',
        correct: false,
        why: 'Det är en bakgrund som hör till skälen. Läsaren vill först veta vad som gäller det egna barnet.',
      },
      {
        text: 'Förvaltningen har gjort en samlad bedömning av tillgängliga platser.',
        correct: false,
        why: 'Så arbetar handläggaren. Läsaren vill veta vad arbetet ledde till.',
      },
    ],
  },
  {
    kind: 'single',
    prompt: 'Hur skriver du om ”Det åligger sökanden att inkomma med erforderliga handlingar”?',
    options: [
      {
        text: 'Sökanden måste inkomma med handlingar som är erforderliga.',
        correct: false,
        why: 'Orden har bytt plats, men kanslispråket är kvar.',
      },
      {
        text: 'Erforderliga handlingar ska lämnas in av dig.',
        correct: false,
        why: 'Meningen är passiv, och läsaren vet fortfarande inte vilka handlingar det gäller.',
      },
      {
        text: 'Du behöver skicka in hyreskontrakt och lönebesked.',
        correct: true,
        why: 'Du-tilltal, ett vanligt verb och besked om exakt vad som ska skickas in.',
      },
      {
        text: 'Komplettering måste ske snarast.',
        correct: false,
        why: 'Substantivsjuka, inget besked om vad som saknas och ingen dag när det ska vara klart.',
      },
    ],
  },
  {
    kind: 'multiple',
    prompt: 'Vad gör en text lättare att hitta i?',
    options: [
      {
        text: 'Rubriker som berättar vad som gäller',
        correct: true,
        why: 'Den som letar kan då nöja sig med att läsa rubrikerna.',
      },
      {
        text: 'Att ord varieras så att läsaren inte tröttnar',
        correct: false,
        why: 'Olika ord för samma sak får läsaren att tro att det är olika saker.',
      },
      {
        text: 'Numrerade steg när något ska göras i ordning',
        correct: true,
        why: 'Siffrorna visar både ordningen och hur mycket som är kvar.',
      },
      {
        text: 'Korta stycken med en sak i varje',
        correct: true,
        why: 'Läsaren kan hoppa över det som inte gäller hen.',
      },
    ],
    points: 2,
  },
  {
    kind: 'number',
    prompt: 'En text har 200\u00a0ord, 10\u00a0meningar och 50\u00a0långa ord. Vilket lixvärde får den?',
    answer: 45,
    tolerance: 0,
    why: '200\u00a0÷\u00a010 = 20\u00a0ord per mening. 50\u00a0×\u00a0100\u00a0÷\u00a0200 = 25\u00a0procent långa ord. 20\u00a0+\u00a025 = 45.',
  },
  {
    kind: 'short',
    prompt: 'Vad kallas verbformen i ”ansökan prövas” och ”avgiften höjs”, där det inte syns vem som handlar?',
    accepted: ['passiv', 'passiv form', 'passivum', 'passivt', 's-passiv', 'passiv verbform'],
    why: 'Formen kallas passiv. I aktiv form blir det ”vi prövar ansökan” och ”kommunfullmäktige höjer avgiften”.',
  },
  {
    kind: 'single',
    prompt: 'Vad innebär en klargörande motivering?',
    options: [
      {
        text: 'Att alla paragrafer räknas upp med rubrik och nummer',
        correct: false,
        why: 'Lagstödet behövs, men en uppräkning förklarar inte varför utgången blev som den blev.',
      },
      {
        text: 'Att motiveringen är så lång att inget kan missförstås',
        correct: false,
        why: 'Längden avgör inte. En lång text kan dölja det viktigaste.',
      },
      {
        text: 'Att den upprepar allt som står i utredningen',
        correct: false,
        why: 'Läsaren behöver veta vad som vägde tyngst, inte allt som har samlats in.',
      },
      {
        text: 'Att läsaren förstår vad som avgjorde och hur ni resonerade',
        correct: true,
        why: 'Först då kan läsaren bedöma om beslutet är rätt och om det är värt att överklaga.',
      },
    ],
  },
  {
    kind: 'true-false',
    prompt: 'Ett lågt lixvärde är en garanti för att texten är begriplig.',
    answer: false,
    why: 'Lix räknar bara ordens och meningarnas längd. Ordning, sammanhang och svåra korta ord syns inte i måttet.',
  },
];
