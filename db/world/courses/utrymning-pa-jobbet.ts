import type { CourseDraft } from '../../../src/courses/publish-course.ts';

/** The image of the course lies under this id, so that its questions can name it before it is stored. */
export const evacuationPlan = {
  file: '7d1f2f5a-52a1-4a37-9f0e-3c1f6f0b8a11',
  alt: 'Ritning över ett våningsplan med en korridor i mitten, två dörrar ut, en brandsläckare och en hiss',
  width: 1280,
  height: 800,
};

const regions = [
  { id: 'r1', label: 'Korridorens vänstra ände', x: 2, y: 42, width: 9, height: 16, correct: true },
  { id: 'r2', label: 'Väggen mitt i korridoren', x: 31, y: 38, width: 7, height: 10, correct: false },
  { id: 'r3', label: 'Rummet nere till höger', x: 69, y: 68, width: 11, height: 21, correct: false },
];
const rubric = [
  'Innehåll',
  '0 Saknar det mesta',
  '1 Nämner larm eller utrymning',
  '2 Nämner larm, utrymning och återsamling',
  'Språk',
  '0 Svårt att följa',
  '1 Klart och tydligt',
].join('\n');

/** A short course where every kind of question can be tried. */
export const utrymningPaJobbet: CourseDraft = {
  slug: 'utrymning-pa-jobbet',
  pageOrder: 'read',
  title: 'Utrymning på jobbet',
  tagline: 'Hitta ut, hjälp andra och vet vad du gör sedan.',
  description: 'En kort kurs om att lämna en byggnad i tid. Du övar på en ritning och avslutar med att beskriva er egen utrymning.',
  audience: 'Alla anställda.',
  outcomes: ['Du kan läsa en utrymningsplan.', 'Du vet i vilken ordning du gör saker när larmet går.'],
  minutes: 12,
  pages: [
    {
      title: 'Läs utrymningsplanen',
      minutes: 6,
      markdown:
        '## Var är du, och var är vägen ut?\n\nEn utrymningsplan visar våningen ovanifrån. Leta först upp var du står. Följ sedan korridoren till närmaste dörr ut. Räkna med att den kan vara stängd av rök, så lär dig också var nästa dörr finns.\n\nHissen hör aldrig till vägen ut. Den kan stanna, och röken stiger i schaktet.',
      questions: [
        {
          kind: 'hotspot',
          prompt: 'Var på ritningen finns en väg ut?',
          ...evacuationPlan,
          regions,
          why: 'Pilarna i korridoren leder till dörrarna i dess ändar.',
        },
        {
          kind: 'blanks',
          prompt: 'Vad gäller för hissen?',
          cloze: 'När larmet går tar du alltid [[trappan|trapporna]]. Hissen kan [[*stanna|gå snabbare|låsas upp]].',
          why: 'Hissen kan stanna mellan två våningar, och röken stiger i schaktet.',
        },
      ],
    },
    {
      title: 'När larmet går',
      minutes: 6,
      markdown:
        '## Varna, lämna, samlas\n\nVarna dem som är nära. Stäng dörrar efter dig om du kan göra det utan fara. Lämna byggnaden och gå till återsamlingsplatsen. Ring 112 när du är i säkerhet, om ingen annan redan har gjort det.',
      questions: [
        {
          kind: 'order',
          prompt: 'Ordna det du gör när du upptäcker en brand.',
          items: 'Varna dem som är nära\nLämna byggnaden\nRing 112\nGå till återsamlingsplatsen',
          why: 'Människor går först. Du ringer när du själv är i säkerhet.',
        },
        {
          kind: 'match',
          prompt: 'Vad används till vad?',
          pairs: 'Nödutgång = Att lämna byggnaden\nÅtersamlingsplats = Att räkna in alla\nBrandlarm = Att varna andra',
          decoys: 'Att släcka elden',
          why: 'Ingen av dem släcker. De gör att alla hinner ut och att ingen saknas.',
        },
      ],
    },
  ],
  finalTest: {
    passPercent: 60,
    maxAttempts: 3,
    timeLimitMinutes: 30,
    waitHours: 1,
    shuffle: true,
    pools: [{ name: 'Grunder', draw: 2 }],
    questions: [
      {
        kind: 'true-false',
        prompt: 'Du får ta hissen om den står på din våning.',
        answer: false,
        why: 'Hissen kan stanna.',
        pool: 'Grunder',
      },
      {
        kind: 'true-false',
        prompt: 'En stängd dörr fördröjer röken.',
        answer: true,
        why: 'Dörren håller röken borta från vägen ut.',
        pool: 'Grunder',
      },
      { kind: 'short', prompt: 'Vilket nummer ringer du vid brand?', accepted: ['112'], why: 'Nödnumret är 112.', pool: 'Grunder' },
      {
        kind: 'single',
        prompt: 'Var samlas ni?',
        options: [
          { text: 'På återsamlingsplatsen', correct: true, why: 'Där ser ni om någon saknas.' },
          { text: 'I entrén', correct: false, why: 'Där är ni i vägen för dem som ska ut.' },
        ],
      },
      {
        kind: 'multiple',
        prompt: 'Vad gör du innan du lämnar rummet?',
        options: [
          { text: 'Varnar dem som är nära', correct: true, why: 'De kanske inte har hört larmet.' },
          { text: 'Stänger dörren efter dig', correct: true, why: 'En stängd dörr håller röken borta.' },
          { text: 'Hämtar dina saker', correct: false, why: 'Minuterna behövs till att komma ut.' },
        ],
        points: 2,
      },
      {
        kind: 'number',
        prompt: 'Hur många dörrar ut har våningen på ritningen?',
        answer: 2,
        tolerance: 0,
        why: 'En i varje ände av korridoren.',
      },
      { kind: 'hotspot', prompt: 'Peka ut en väg ut.', ...evacuationPlan, regions, why: 'Korridoren leder till dörrarna i dess ändar.' },
      {
        kind: 'blanks',
        prompt: 'Fyll i.',
        points: 2,
        cloze: 'Ring [[112]] när du är i [[*säkerhet|korridoren|hissen]].',
        why: 'Ring när du själv är i säkerhet.',
      },
      {
        kind: 'order',
        prompt: 'Ordna det du gör.',
        points: 2,
        items: 'Varna dem som är nära\nLämna byggnaden\nRing 112',
        why: 'Människor går först.',
      },
      {
        kind: 'match',
        prompt: 'Para ihop.',
        points: 2,
        pairs: 'Brandlarm = Att varna andra\nNödutgång = Att lämna byggnaden',
        decoys: 'Att släcka elden',
        why: 'Ingen av dem släcker.',
      },
      {
        kind: 'free',
        prompt: 'Beskriv hur ni utrymmer där du arbetar.',
        longest: 2000,
        rubric,
        why: 'Ett bra svar säger hur ni larmar, vilken väg ni tar och var ni samlas.',
      },
      {
        kind: 'file',
        prompt: 'Lämna in en egen skiss över vägen ut.',
        types: ['pdf', 'jpg', 'png'],
        megabytes: 10,
        rubric: '0 Vägen ut syns inte\n1 Vägen ut syns\n2 Både vägen ut och återsamlingsplatsen syns',
        why: 'Skissen visar var man börjar, vägen ut och var ni samlas.',
      },
    ],
  },
};
