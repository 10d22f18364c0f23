import type { WorldPage } from './world-course.ts';

export const maBraPaJobbetPages7To8: WorldPage[] = [
  {
    title: 'Stöd från chef och kollegor',
    section: 'Det som håller',
    minutes: 6,
    markdown: `## Ingen klarar allt själv

Ett gott stöd är en av de starkaste skyddsfaktorerna i arbetslivet. Samma arbetsmängd känns olika tung beroende på om du bär den ensam eller tillsammans med andra. Stöd kan vara praktiskt – en hand till – men också att någon lyssnar, ger råd eller säger att du gör ett bra jobb.

## Vem gör vad?

- **Chefen** fördelar arbetet, följer hur ni mår och ska agera på signaler om ohälsa. Gå dit först.
- **Kollegorna** ser vardagen och kan ofta hjälpa samma dag.
- **Skyddsombudet** företräder alla anställda i arbetsmiljöfrågor och kan kräva att arbetsgivaren åtgärdar brister.
- **Företagshälsovården** är experter på arbete och hälsa. Fråga chefen eller personalavdelningen hur du kontaktar dem.
- **Facket** ger råd om avtal och rättigheter, om du är medlem.
- **Vården** hjälper dig när du har besvär, oavsett orsak.

## När du är orolig för någon

Du behöver inte vara expert. Det räcker att du frågar och stannar kvar för att höra svaret.

1. Välj en lugn plats och börja med det du ser: ”Jag har märkt att du inte följer med på lunch längre. Hur är det?”
2. Lyssna. Vänta ut tystnaden. Hoppa över ”ryck upp dig” och ”så är det för alla”.
3. Fråga vad som skulle hjälpa *i dag*.
4. Uppmuntra personen att prata med chefen och erbjud dig att följa med.
5. Fråga igen efter några dagar.

Du kan bära en bit, men inte hela ansvaret. Säg till chefen att det är tungt i gruppen, utan att berätta vidare det du har fått i förtroende. Gäller det liv och hälsa går säkerheten före.

> [!VIKTIGT]
> Kränkande särbehandling – till exempel utfrysning, elaka skämt eller undanhållen information – ska aldrig accepteras. Arbetsgivaren ska ha rutiner för vem som tar emot anmälan, vad som händer då och hur den utsatta snabbt får hjälp.

## Du som är chef

Fråga inte bara *om* det går bra, utan *vad* som tar mest kraft just nu. Tacka den som berättar om problem, även när beskedet är obekvämt. Och stäm av din egen arbetsbelastning med *din* chef.

## Ge stöd i dag

Säg en sak till en kollega i dag: vad hen gjorde, och vilken skillnad det gjorde. ”Tack för att du tog samtalet. Då fick jag tid att skriva klart.” Det tar tio sekunder.`,
    questions: [
      {
        kind: 'short',
        prompt: 'Vem företräder alla anställda i arbetsmiljöfrågor och kan kräva att arbetsgivaren åtgärdar brister?',
        accepted: ['skyddsombudet', 'skyddsombud', 'ett skyddsombud', 'arbetsmiljöombudet', 'arbetsmiljöombud'],
        why: 'Det är skyddsombudet, som ibland kallas arbetsmiljöombud. Ombudet hjälper dig oavsett om du är med i facket eller inte.',
      },
      {
        kind: 'single',
        prompt: 'Din kollega Erik har blivit tyst och kort i tonen. Vad är ett bra första steg?',
        options: [
          {
            text: 'Säga till chefen att Erik troligen är utbränd',
            correct: false,
            why: 'Då ställer du en diagnos bakom Eriks rygg. Prata med honom först, om det inte är fara för liv och hälsa.',
          },
          {
            text: 'Vänta och se om det går över',
            correct: false,
            why: 'Ju längre det går, desto svårare blir det. En enkel fråga skadar sällan någon.',
          },
          {
            text: 'Muntra upp honom med att alla har det stressigt just nu och att det snart är helg',
            correct: false,
            why: 'Det är vänligt menat, men Erik kan känna att hans besvär viftas bort.',
          },
          {
            text: 'I lugn och ro berätta vad du har märkt och fråga hur han mår',
            correct: true,
            why: 'Du utgår från det du ser och låter Erik själv berätta. Det öppnar för både samtal och hjälp.',
          },
        ],
      },
    ],
  },
  {
    title: 'Din egen plan',
    minutes: 6,
    markdown: `## Från kunskap till vana

Nu vet du vad som stressar, vad som vilar och vem som kan hjälpa till. Det svåra är att göra det en vanlig tisdag. Därför ska du nu skriva en plan som är så liten att den fungerar även en dålig dag.

## Skriv så här: om – då

En vana behöver en krok. Bestäm *när* du ska göra något, inte bara *att* du ska göra det.

| Vagt | Om – då |
| --- | --- |
| Jag ska ta fler pauser. | **Om** ett möte är slut, **då** reser jag mig och hämtar vatten. |
| Jag ska sova bättre. | **Om** klockan är tio, **då** lägger jag mobilen på laddning i köket. |
| Jag ska säga nej oftare. | **Om** jag får en ny uppgift, **då** svarar jag att jag återkommer efter lunch. |
| Jag ska släppa jobbet. | **Om** jag stänger datorn, **då** har jag först skrivit morgondagens första uppgift. |

## Planen i fem rader

Skriv av raderna och fyll i dem med egna ord.

1. **Mina tre tecken:** Så här märker jag att det börjar bli för mycket.
2. **Min dagliga vila:** Det här gör jag varje dag, även när det är bråttom.
3. **Min gräns:** Det här säger jag nej till eller skjuter på.
4. **Mitt stöd:** Den här personen pratar jag med, och så här börjar jag samtalet.
5. **Min avstämning:** Den här dagen tittar jag på planen igen.

> [!TIPS]
> Börja med **en** vana i två veckor. Först när den går av sig själv lägger du till nästa. Tre nya vanor på en gång blir ofta ingen alls.

## När det inte går som du tänkt

Du kommer att missa dagar. Det betyder inte att planen är dålig, utan att du är människa. Hoppa inte över *två* dagar i rad, så är du snart tillbaka. Missar du ofta är vanan för stor eller kroken fel. Gör den mindre.

> [!VIKTIGT]
> En egen plan löser inte en ohälsosam arbetsbelastning. Om det är arbetet som behöver ändras ska det stå i planen: vad du ska ta upp, med vem och när.

## Dela den med någon

Visa planen för någon du litar på. Du kan också ta med en rad till nästa utvecklingssamtal eller arbetsplatsträff: ”Det här skulle hjälpa mig, och kanske fler.” Det som börjar som din vana kan bli gruppens.

Nu är du redo för slutprovet. Ta en mikropaus först.

:::skriv min-plan
uppgift: Vilka två vanor börjar du med, och när på dagen?
:::`,
    questions: [
      {
        kind: 'single',
        prompt: 'Vilken formulering har störst chans att bli en vana?',
        options: [
          {
            text: 'Jag ska bli bättre på att ta hand om mig själv.',
            correct: false,
            why: 'Viljan är god, men målet säger inte vad du ska göra eller när.',
          },
          {
            text: 'Jag ska gå en lång promenad varje dag före jobbet, styrketräna och sluta med kaffe.',
            correct: false,
            why: 'Det är tre stora förändringar på en gång. Börja med en, så liten att den fungerar en dålig dag.',
          },
          {
            text: 'Om jag har ätit lunch, då går jag ett varv runt kvarteret innan jag går in.',
            correct: true,
            why: 'Vanan är liten och har en tydlig krok: lunchen. Du behöver inte fatta ett nytt beslut varje dag.',
          },
          {
            text: 'Jag ska röra på mig när jag får tid.',
            correct: false,
            why: 'Tiden kommer sällan av sig själv. Utan en krok är det lätt att skjuta upp.',
          },
        ],
      },
      {
        kind: 'true-false',
        prompt: 'Med en bra egen plan kan du kompensera för en ohälsosam arbetsbelastning.',
        answer: false,
        why: 'Egna vanor hjälper, men de ersätter inte rimliga krav. Om det är arbetet som behöver ändras är det en fråga för dig och din chef.',
      },
    ],
  },
];
