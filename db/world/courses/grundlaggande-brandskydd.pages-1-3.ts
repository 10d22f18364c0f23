import type { WorldPage } from './world-course.ts';

export const grundlaggandeBrandskyddPages1To3: WorldPage[] = [
  {
    title: 'Ansvar och systematik',
    minutes: 5,
    markdown: `## Brandskydd är ett vardagsarbete

De flesta bränder går att förebygga. Det görs inte med en brandsläckare, utan med hundra små saker: en dörr som går att stänga, en kaffebryggare med timer, en korridor utan kartonger. Det arbetet behöver ordning, annars glöms det bort.

**Systematiskt brandskyddsarbete**, SBA, betyder att ni planerar, genomför, kontrollerar och följer upp brandskyddet – hela tiden, och inte bara när något har hänt.

## Vem ansvarar?

Enligt *lagen om skydd mot olyckor* ska den som **äger** en byggnad och den som **har rätt att använda** den vidta skäliga åtgärder mot brand. Det kallas ägare och nyttjanderättshavare. Fastighetsägaren ansvarar ofta för byggnaden och larmet, och verksamheten för hur lokalerna används. Fördela uppgifterna skriftligt så att inget hamnar mellan stolarna.

Arbetsgivaren ansvarar dessutom för arbetsmiljön. Där ingår att du ska få veta vilka risker som finns, och hur du larmar, utrymmer och använder den utrustning som finns.

| Roll | Gör till exempel |
| --- | --- |
| Ytterst ansvarig chef | ser till att det finns tid, pengar och tydliga uppgifter |
| Brandskyddsansvarig | leder och följer upp arbetet |
| Brandskyddskontrollant | går ronder och rapporterar brister |
| Utrymningsledare | leder utrymningen av sin del av huset |
| Du | håller ordning, rapporterar risker och kan rutinen |

Kommunen kontrollerar genom *tillsyn* att ägare och verksamheter följer lagen.

## Delarna i ett SBA

1. **Ansvar och mål:** Vem gör vad, och vilken nivå vill ni hålla?
2. **Brandskyddsbeskrivning:** Hur är byggnaden skyddad, och vilka risker finns?
3. **Utbildning och övning:** Alla kan sin uppgift.
4. **Rutiner:** Regler för till exempel levande ljus, laddning och heta arbeten.
5. **Kontroll och underhåll:** Ronder enligt en plan.
6. **Uppföljning:** Brister åtgärdas, och arbetet förbättras varje år.

> [!INFO]
> Dokumentera lagom. Det viktiga är att pärmen stämmer med verkligheten – inte att den är tjock.

## Rapportera

Ser du en brist ska du åtgärda den direkt, om du kan göra det säkert. Annars rapporterar du den samma dag. Ett *tillbud* – något som kunde ha blivit en brand – ska alltid anmälas. Det är gratis erfarenhet.`,
    questions: [
      {
        kind: 'single',
        prompt: 'Vem ansvarar enligt lagen om skydd mot olyckor för brandskyddet i en hyrd lokal?',
        options: [
          {
            text: 'Räddningstjänsten',
            correct: false,
            why: 'Räddningstjänsten ingriper vid brand och kan ge råd, men tar inte över ansvaret för lokalen.',
          },
          {
            text: 'Bara fastighetsägaren',
            correct: false,
            why: 'Ägaren har ett ansvar, men även den som använder lokalen ska vidta skäliga åtgärder.',
          },
          {
            text: 'Både ägaren och den som har rätt att använda lokalen',
            correct: true,
            why: 'Lagen riktar sig till båda. Därför är det klokt att skriva ner vem som gör vad.',
          },
          {
            text: 'Den anställda som är utsedd till kontrollant',
            correct: false,
            why: 'Kontrollanten utför en uppgift. Ansvaret stannar hos ägaren och verksamheten.',
          },
        ],
      },
    ],
  },
  {
    title: 'Så uppstår och sprids en brand',
    minutes: 6,
    markdown: `## Tre saker måste finnas samtidigt

En brand behöver **bränsle**, **syre** och **värme**. Det brukar ritas som en triangel: tar du bort en av sidorna slocknar elden.

| Ta bort | Så gör du | Till exempel |
| --- | --- | --- |
| Bränslet | Flytta det brännbara eller stäng av tillförseln | Stäng gasolkranen |
| Syret | Kväv elden | Lägg på ett lock eller en brandfilt |
| Värmen | Kyl | Vatten på en brinnande papperskorg |

## Minut för minut

Branden börjar ofta i det lilla: en glöd, en överhettad kabel, en gryta. Den växer långsamt först och sedan mycket fort.

1. **Start:** Något glöder eller brinner på en liten yta. Här går det att släcka.
2. **Tillväxt:** Heta brandgaser stiger och samlas under taket. Rummet fylls uppifrån och ner.
3. **Övertändning:** Värmen från gaserna antänder nästan allt i rummet på en gång. Ingen överlever i ett övertänt rum.
4. **Avsvalning:** Bränslet eller syret tar slut. Glöden kan leva länge.

I ett rum med moderna möbler kan det dröja bara några minuter från låga till övertändning. Därför räknas sekunderna.

> [!VARNING]
> Röken är det farligaste. Brandgaserna innehåller bland annat **kolmonoxid**, som varken syns eller luktar. Några få andetag kan göra dig medvetslös. Gå aldrig in i rök.

## Så sprids branden

- **Strålning:** Värmen går genom luften och antänder det som står nära.
- **Strömning:** Heta gaser följer trapphus, schakt och öppna dörrar.
- **Ledning:** Värme går genom metall, till exempel ett rör genom väggen.

## Väggen och dörren köper tid

Ett hus är ofta indelat i **brandceller**. Väggar, bjälklag och dörrar är byggda för att stå emot branden en viss tid, så att folk hinner ut. Men cellen är aldrig bättre än sin svagaste punkt. En uppställd branddörr eller ett hål för en kabel gör väggen värdelös.

> [!TIPS]
> En stängd dörr är ett av de bästa brandskydden som finns. Stäng dörren till rummet där det brinner, om du kan göra det utan fara. Det hindrar rök och ger alla mer tid.`,
    questions: [
      {
        kind: 'match',
        prompt: 'Vad tar du bort ur brandtriangeln?',
        pairs: 'Lägger ett lock på kastrullen = Syre\nStänger av plattan = Värme\nStänger av gasen = Bränsle',
        decoys: 'Rök',
        why: 'En brand behöver alla tre. Det räcker att ta bort en av dem.',
      },
      {
        kind: 'multiple',
        prompt: 'Vilka tre saker måste finnas samtidigt för att det ska brinna?',
        options: [
          {
            text: 'Bränsle',
            correct: true,
            why: 'Något måste brinna, till exempel papper, textil eller en vätska.',
          },
          {
            text: 'Syre',
            correct: true,
            why: 'Elden behöver syre. Det är därför ett lock på en brinnande gryta fungerar.',
          },
          {
            text: 'Värme',
            correct: true,
            why: 'Det krävs tillräckligt hög värme för att starta branden och hålla den vid liv.',
          },
          {
            text: 'Vind',
            correct: false,
            why: 'Vind kan ge mer syre och sprida elden, men behövs inte för att det ska brinna.',
          },
        ],
        points: 2,
      },
      {
        kind: 'short',
        prompt: 'Vilken giftig gas i brandrök varken syns eller luktar?',
        accepted: ['kolmonoxid', 'koloxid', 'kolos', 'CO', 'co'],
        why: 'Det är kolmonoxid, som också kallas kolos. Den gör dig medvetslös utan förvarning, och därför ska du aldrig gå in i rök.',
      },
    ],
  },
  {
    title: 'Förebygg i vardagen',
    minutes: 6,
    markdown: `## Leta risker där du är

Gå ett varv med öppna ögon. Det mesta är lätt att åtgärda, om någon ser det.

| Risk | Åtgärd |
| --- | --- |
| Kaffebryggare, vattenkokare och spis | Timer eller spisvakt, och en bestämd person som stänger av |
| Trasiga sladdar och grenuttag i kedja | Ta ur bruk och märk, anmäl felet |
| Lampor och element | Håll brännbart på avstånd, häng aldrig något över |
| Papper, kartonger och skräp | Töm ofta, ställ inget i korridorer och trapphus |
| Brandfarliga vätskor och sprejflaskor | Spara så lite som möjligt, i rätt skåp |
| Levande ljus | Undvik dem på arbetsplatsen, eller utse någon som vaktar och släcker |

## Laddning

Litiumjonbatterier i telefoner, verktyg och elcyklar kan rusa. Det betyder att de blir allt varmare av sig själva och sedan brinner våldsamt.

- Ladda med rätt laddare, på ett underlag som inte brinner.
- Ladda när någon är vaken och i närheten.
- Ladda **aldrig** i en utrymningsväg.
- Sluta använda batterier som är svullna, skadade eller ovanligt varma.

## Anlagd brand

En brand utanför huset sprids lätt in. Håll soprum låsta, ställ containrar och soptunnor en bit från fasaden och rensa bort skräp längs väggarna. God belysning hjälper också.

## Heta arbeten

*Heta arbeten* är arbeten som ger gnistor eller värme: svetsning, kapning, lödning, arbete med takbrännare. Görs de på en tillfällig arbetsplats kräver försäkringsbolagen normalt särskilda säkerhetsregler:

1. En **tillståndsansvarig** bedömer risken och ger skriftligt tillstånd.
2. Den som utför arbetet har **utbildning** och giltigt certifikat.
3. En **brandvakt** finns på plats, även under rasten.
4. **Släckutrustning** står redo, och brännbart material är borttaget eller skyddat.
5. Platsen **efterbevakas minst en timme** när arbetet är klart.

> [!VIKTIGT]
> Ser du en hantverkare som svetsar eller kapar utan brandvakt och släckutrustning? Be hen avbryta och kontakta den som är ansvarig. Du behöver inte vara expert för att fråga efter tillståndet.

## Sist ut

Den som går sist för dagen gör en kort rond: maskiner av, ljus släckta, fönster och dörrar stängda, utrymningsvägar fria. Två minuter räcker. Sätt en lista vid dörren.`,
    questions: [
      {
        kind: 'single',
        prompt: 'Var är det olämpligast att ladda en elcykel?',
        options: [
          {
            text: 'I ett garage med betonggolv medan du arbetar intill',
            correct: false,
            why: 'Underlaget brinner inte, och någon är i närheten. Det är en bra plats.',
          },
          {
            text: 'I entrén, bredvid dörren som alla använder för att ta sig ut',
            correct: true,
            why: 'Börjar batteriet brinna spärras vägen ut. Ladda aldrig i en utrymningsväg.',
          },
          {
            text: 'Utomhus under tak, på avstånd från fasaden och med laddaren skyddad mot väta',
            correct: false,
            why: 'Om det börjar brinna sprids elden inte så lätt till huset.',
          },
          {
            text: 'I ett särskilt laddrum med brandlarm',
            correct: false,
            why: 'Ett rum som är avsett för laddning är ett av de bästa alternativen.',
          },
        ],
      },
      {
        kind: 'number',
        prompt: 'Hur länge ska platsen minst efterbevakas efter ett hett arbete på en tillfällig arbetsplats? Svara i minuter.',
        answer: 60,
        tolerance: 0,
        unit: 'minuter',
        why: 'Minst en timme, alltså 60\u00a0minuter. Den tillståndsansvariga kan besluta om längre tid.',
      },
    ],
  },
];
