import type { WorldQuestion } from './world-course.ts';

export const grundlaggandeBrandskyddFinalTest: WorldQuestion[] = [
  {
    kind: 'single',
    prompt: 'Vad betyder systematiskt brandskyddsarbete?',
    options: [
      {
        text: 'Att räddningstjänsten besöker arbetsplatsen varje år och går igenom alla lokaler',
        correct: false,
        why: 'Kommunen gör tillsyn, men det egna arbetet ska pågå hela tiden.',
      },
      {
        text: 'Att det finns en pärm med alla ritningar',
        correct: false,
        why: 'Dokumentationen är en del, men den hjälper inte om arbetet inte görs.',
      },
      {
        text: 'Att brandskyddet planeras, kontrolleras och följs upp hela tiden',
        correct: true,
        why: 'Det är ordningen och uppföljningen som gör arbetet systematiskt.',
      },
      {
        text: 'Att alla anställda har en egen brandsläckare',
        correct: false,
        why: 'Utrustning är bara en del. Det mesta av brandskyddet handlar om att förebygga.',
      },
    ],
  },
  {
    kind: 'single',
    prompt: 'Varför ska du stänga dörren till ett rum där det brinner, om du kan göra det utan fara?',
    options: [
      {
        text: 'Det gör att elden släcks direkt.',
        correct: false,
        why: 'Elden kan fortsätta länge på det syre som finns. Dörren köper tid, den släcker inte.',
      },
      {
        text: 'Det hindrar rök och eld från att spridas, så att fler hinner ut.',
        correct: true,
        why: 'Röken är det farligaste. En stängd dörr håller den borta från vägen ut.',
      },
      {
        text: 'Det gör att brandlarmet tystnar.',
        correct: false,
        why: 'Larmet ska inte tystna förrän den som ansvarar har gett besked.',
      },
      {
        text: 'Det är ett krav från försäkringsbolaget.',
        correct: false,
        why: 'Det kan stå i villkoren, men skälet är att dörren skyddar liv.',
      },
    ],
  },
  {
    kind: 'true-false',
    prompt: 'I en brand är lågorna farligare än röken.',
    answer: false,
    why: 'Röken är oftast det farligaste. Den innehåller giftiga gaser och når dig långt före lågorna.',
  },
  {
    kind: 'multiple',
    prompt: 'Vad gäller för en utrymningsväg?',
    options: [
      {
        text: 'Den ska vara fri från saker som står i vägen.',
        correct: true,
        why: 'Även en enstaka kartong kan få någon att snubbla i mörker och rök.',
      },
      {
        text: 'Dörrarna ska gå att öppna utan nyckel eller verktyg.',
        correct: true,
        why: 'Ingen ska behöva leta efter en nyckel när det brinner.',
      },
      {
        text: 'Den får användas som förråd om minst halva bredden är fri.',
        correct: false,
        why: 'Hela bredden behövs, och det som står där kan brinna.',
      },
      {
        text: 'Den är en bra plats att ladda batterier på, eftersom många går förbi.',
        correct: false,
        why: 'Om ett batteri börjar brinna spärras vägen ut.',
      },
    ],
    points: 2,
  },
  {
    kind: 'short',
    prompt: 'Vad heter platsen utomhus där alla samlas efter en utrymning?',
    accepted: ['återsamlingsplats', 'återsamlingsplatsen', 'en återsamlingsplats', 'samlingsplatsen', 'samlingsplats'],
    why: 'Det är återsamlingsplatsen. Där räknas alla in så att räddningstjänsten vet om någon saknas.',
  },
  {
    kind: 'single',
    prompt: 'När ska du inte försöka släcka själv?',
    options: [
      {
        text: 'När branden är liten och du har rätt släckare',
        correct: false,
        why: 'Då kan du försöka, om 112 är larmat och du har en fri väg ut bakom dig.',
      },
      {
        text: 'När rummet håller på att fyllas av rök',
        correct: true,
        why: 'Några få andetag kan göra dig medvetslös. Stäng dörren och gå ut.',
      },
      {
        text: 'När det brinner i en papperskorg och alla är på väg ut',
        correct: false,
        why: 'En papperskorg är en liten brand. Med vägen ut bakom dig kan du försöka.',
      },
      {
        text: 'När någon annan redan har ringt 112',
        correct: false,
        why: 'Att någon har larmat är ett villkor för att försöka, inte ett hinder.',
      },
    ],
  },
  {
    kind: 'single',
    prompt: 'Det brinner i ett elskåp. Vilken släckare passar bäst?',
    options: [
      {
        text: 'Koldioxidsläckare',
        correct: true,
        why: 'Koldioxid leder inte ström och lämnar inga rester. Vädra efteråt, eftersom gasen tränger undan syret.',
      },
      {
        text: 'En hink vatten',
        correct: false,
        why: 'Vatten leder ström. Du kan få en stöt och orsaka kortslutning.',
      },
      {
        text: 'En våt handduk',
        correct: false,
        why: 'Den för dig nära spänningen, och fukten kan leda ström.',
      },
      {
        text: 'Ett lock eller ett fat',
        correct: false,
        why: 'Det fungerar på en kastrull, men skåpet går inte att täcka, och du kommer för nära.',
      },
    ],
  },
  {
    kind: 'number',
    prompt: 'Ett hett arbete på en tillfällig arbetsplats avslutas kl.\u00a015. Hur många minuter ska platsen minst efterbevakas?',
    answer: 60,
    tolerance: 0,
    unit: 'minuter',
    why: 'Minst 60\u00a0minuter, alltså till kl.\u00a016. Glöd kan ligga dold länge innan den flammar upp.',
  },
];
