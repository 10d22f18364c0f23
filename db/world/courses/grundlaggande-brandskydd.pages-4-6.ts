import type { WorldPage } from './world-course.ts';

export const grundlaggandeBrandskyddPages4To6: WorldPage[] = [
  {
    title: 'Utrymning',
    minutes: 6,
    markdown: `## Alla ska hinna ut

Utrymning bygger på att du kan ta dig ut på egen hand, utan att vänta på räddningstjänsten. Därför ska det normalt finnas minst två vägar ut, oberoende av varandra. Är den ena rökfylld tar du den andra.

## Vägen ut

En **utrymningsväg** ska vara

- fri från möbler, pallar, barnvagnar och annat som står i vägen
- möjlig att öppna utan nyckel eller verktyg
- skyltad med grön skylt och vit symbol
- upplyst, så att du hittar även vid strömavbrott, där det krävs.

**Branddörrar** ska vara stängda. Måste en dörr stå öppen ska den hållas av en magnet som släpper automatiskt när larmet går. En kil under dörren är aldrig tillåten.

> [!TIPS]
> Gå ut en annan väg än du brukar någon gång i veckan. I en nödsituation väljer de flesta den väg de känner till.

## När larmet går

1. **Avbryt** det du gör. Utgå alltid från att det är på riktigt.
2. **Titta** efter dem som är närmast dig och ta dem med dig.
3. **Gå** – spring inte – närmaste säkra väg ut. Ta inte hissen.
4. **Stäng** dörrar efter dig, men lås dem inte.
5. **Samlas** på återsamlingsplatsen och stanna där.
6. **Rapportera** till utrymningsledaren: vem som är ute, vem som saknas och vad du har sett.
7. **Gå inte in igen** förrän räddningstjänsten eller den som ansvarar säger till.

## Om det är rök i vägen

Känn på dörren med handryggen innan du öppnar. Är den varm ska du välja en annan väg. Måste du genom lätt rök för att komma ut, kryp under den, där luften är bättre.

Kommer du inte ut? Stäng dörren, täta springorna med tyg, ring 112 och visa dig i fönstret.

## De som behöver hjälp

Barn, patienter, besökare och personer med nedsatt rörlighet, hörsel eller syn kan behöva hjälp. Planera det *innan* det brinner:

- Vem hjälper vem, och vem är reserv?
- Finns det en **utrymningsplats** där den som inte kan gå i trappor kan vänta skyddad?
- Hur når larmet den som inte hör?

> [!INFO]
> Öva regelbundet, gärna varje år, och när lokaler eller personal ändras. Ta tid, prata om det som gick snett och rätta till det.`,
    questions: [
      {
        kind: 'order',
        prompt: 'Ordna det du gör när du upptäcker en brand.',
        items: 'Räddar dem som är i fara\nVarnar andra\nLarmar 112\nSläcker om det går utan risk',
        why: 'Rädda, varna, larma, släck. Människor går före saker.',
      },
      {
        kind: 'true-false',
        prompt: 'En branddörr får ställas upp med en kil under arbetstid, om någon tar bort kilen när larmet går.',
        answer: false,
        why: 'Ingen hinner eller kommer ihåg det i en nödsituation. Dörren får bara stå öppen med en anordning som släpper automatiskt vid larm.',
      },
      {
        kind: 'single',
        prompt: 'Du är på väg ut när du märker att din jacka med bilnycklarna är kvar. Vad gör du?',
        options: [
          {
            text: 'Springer tillbaka – det tar bara en halv minut',
            correct: false,
            why: 'På en halv minut kan rök fylla korridoren. Saker går att ersätta.',
          },
          {
            text: 'Ber utrymningsledaren hämta den',
            correct: false,
            why: 'Ingen ska gå in för att hämta saker, inte heller utrymningsledaren.',
          },
          {
            text: 'Fortsätter ut till återsamlingsplatsen',
            correct: true,
            why: 'Först när alla är räknade vet någon om räddningstjänsten behöver leta efter en människa.',
          },
          {
            text: 'Väntar vid dörren tills det verkar lugnt',
            correct: false,
            why: 'Du spärrar vägen för andra och saknas vid räkningen.',
          },
        ],
      },
    ],
  },
  {
    title: 'Släcka – eller låta bli',
    minutes: 6,
    markdown: `## Först en fråga: ska du släcka?

Försök bara om **alla** svaren är ja:

1. Är branden liten, ungefär som en papperskorg?
2. Är alla på väg ut, och har någon larmat 112?
3. Har du en fri väg ut bakom dig?
4. Har du rätt utrustning och vet hur den används?

Är något svar nej: stäng dörren och gå ut. En handbrandsläckare töms oftast på mindre än en halv minut. Räcker den inte ska du inte hämta en till.

## Rätt medel

Bränder delas in i klasser efter det som brinner.

| Klass | Det som brinner |
| --- | --- |
| A | Fasta material: trä, papper, tyg |
| B | Vätskor: bensin, lösningsmedel |
| C | Gaser: gasol |
| F | Matfett och matolja |

| Släckare | Bra för | Tänk på |
| --- | --- | --- |
| Pulver | A, B och C | Effektiv, men smutsar ner och skymmer sikten |
| Skum | A och B, vissa även F | Lättare att städa efter |
| Koldioxid | B och elektrisk utrustning | Lämnar inga rester, kan ge köldskada, tränger undan syret i små rum |
| Brandfilt | Små bränder och kläder | Kväv elden, låt filten ligga kvar |

Läs på släckaren vad just den klarar.

> [!VARNING]
> Häll **aldrig vatten** på brinnande olja eller fett. Vattnet blir till ånga på ett ögonblick och slungar ut den brinnande oljan. Lägg på ett lock, stäng av plattan och stäng av fläkten.

## Så använder du släckaren

1. Ta loss släckaren och dra ut **säkringen**.
2. Gå nära, men inte närmare än att du kan backa. Håll dig låg.
3. Rikta mot **basen** av elden, inte mot lågorna.
4. Tryck in handtaget och svep fram och tillbaka.
5. Backa ut när elden är släckt, och håll den under uppsikt. Den kan flamma upp igen.

Räddningstjänsten ska kontrollera platsen även om du tror att det är släckt. En använd släckare ska alltid laddas om eller bytas, även om du bara sprutade en sekund.

## Brinner det i kläderna

Få ner personen på golvet. Kväv elden med en brandfilt, en jacka eller en matta, med början vid **huvudet** och nedåt. Skölj brännskadan med ljummet vatten och ring 112.`,
    questions: [
      {
        kind: 'blanks',
        prompt: 'Fyll i.',
        cloze: 'Brinnande matolja släcks med ett [[lock|kastrullock]] eller en brandfilt, aldrig med [[*vatten|brandfilt|lock]].',
        why: 'Vattnet förångas på ett ögonblick och kastar ut den brinnande oljan.',
      },
      {
        kind: 'single',
        prompt: 'Det brinner i en kastrull med frityrolja. Vad gör du?',
        options: [
          {
            text: 'Häller på vatten tills det slocknar',
            correct: false,
            why: 'Vattnet förångas direkt och slungar ut brinnande olja. Det är livsfarligt.',
          },
          {
            text: 'Lägger på ett lock och stänger av plattan och fläkten',
            correct: true,
            why: 'Locket tar bort syret, och när plattan är av försvinner värmen. Låt locket ligga kvar tills det har svalnat.',
          },
          {
            text: 'Bär ut kastrullen så fort du kan',
            correct: false,
            why: 'Brinnande olja kan skvätta på dig och spridas längs vägen.',
          },
          {
            text: 'Startar fläkten på högsta fart så att röken försvinner',
            correct: false,
            why: 'Fläkten drar upp lågorna, och elden kan sprida sig i kanalen.',
          },
        ],
      },
      {
        kind: 'true-false',
        prompt: 'Med en handbrandsläckare ska du rikta strålen mot lågornas topp.',
        answer: false,
        why: 'Rikta mot basen, där det brinner. Sprutar du på lågorna går släckmedlet rakt igenom.',
      },
    ],
  },
  {
    title: 'När det händer – och innan',
    minutes: 6,
    markdown: `## Rädda, varna, larma, släck

Fyra ord hjälper dig att tänka när allt går fort. Ordningen är en minnesregel. Är ni flera gör ni det samtidigt, och du väljer det som situationen kräver.

1. **Rädda** den som är i fara – men bara om du kan göra det utan att riskera ditt eget liv.
2. **Varna** alla i huset. Ropa, tryck på larmknappen, knacka på.
3. **Larma** 112 från en säker plats. Alla kan och ska larma.
4. **Släck** om branden är liten och du har vägen ut bakom dig. Stäng annars dörren.

Möt sedan räddningstjänsten vid vägen och berätta vad du vet.

## Samtalet till 112

Var beredd på att svara på

- **vad** som har hänt
- **var** det är: adress, ort, port och våning
- **om någon** är skadad eller kvar inne
- **vem** du är och vilket nummer du ringer från.

Lägg inte på förrän du får besked om det. Automatiska larm når inte alltid räddningstjänsten. Ring därför alltid.

> [!INFO]
> Enligt lagen om skydd mot olyckor ska den som upptäcker en brand som innebär fara för någons liv varna dem som är i fara och vid behov tillkalla hjälp, om det är möjligt. Det gäller alla.

## Ronden

En kontroll som görs ofta och enkelt är bättre än en stor som aldrig blir av. Anpassa listan efter era lokaler.

| Kontrollera | Hur ofta, ungefär |
| --- | --- |
| Att utrymningsvägarna är fria och dörrarna går att öppna | Varje dag |
| Att branddörrar stänger helt | Varje månad |
| Att släckare och brandfiltar sitter på plats, är skyltade och har trycket i det gröna fältet | Varje månad |
| Att utrymningsskyltar lyser | Varje månad |
| Brandvarnare, med testknappen | Varje månad |
| Brandlarmet, tillsammans med fastighetsägaren | Enligt plan |
| Service av släckare, av en fackman | Varje år |

Skriv ner datum, vad som var fel, vem som åtgärdar det och när. En brist utan ansvarig blir sällan åtgärdad.

## Efteråt

Alla reagerar olika. Samla gruppen, berätta vad ni vet och se till att ingen går hem ensam med det som har hänt. Gå igenom vad som fungerade, vad ni ska ändra och vem som gör det. Ett tillbud är ett billigt tillfälle att lära.

## Gör det här i dag

- Gå den närmaste *och* den näst närmaste vägen ut.
- Hitta den närmaste släckaren och läs texten på den.
- Ta reda på var återsamlingsplatsen ligger.`,
    questions: [
      {
        kind: 'number',
        prompt: 'Vilket nummer ringer du när det brinner?',
        answer: 112,
        tolerance: 0,
        why: '112 är nödnumret i hela Sverige och EU. Ring från en säker plats.',
      },
    ],
  },
];
