import type { WorldPage } from './world-course.ts';

export const maBraPaJobbetPages4To6: WorldPage[] = [
  {
    title: 'Mikropauser',
    section: 'Arbetsdagen',
    minutes: 6,
    markdown: `## Den minsta vilan som gör skillnad

En mikropaus är ett kort stopp i arbetet, från en halv minut till några minuter. Den är så kort att den sällan märks utåt, men den bryter anspänningen innan den hinner byggas upp. Flera korta pauser gör ofta mer nytta än en enda lång i slutet av dagen, när du redan är slut.

Tänk på pausen som ett kommatecken. En text utan komman går att läsa, men man tappar andan.

## Så gör du

Välj det som passar ditt arbete. Det viktiga är att pausen är *något annat* än det du nyss gjorde.

| Du har | Prova att |
| --- | --- |
| 30\u00a0sekunder | släppa ner axlarna och andas ut långsamt tre gånger |
| 1\u00a0minut | titta ut genom fönstret på något långt bort |
| 2\u00a0minuter | resa dig, sträcka på dig och hämta ett glas vatten |
| 5\u00a0minuter | gå ett varv runt huset eller i trappan |

Mobilen ger sällan paus. Nyheter och flöden kräver uppmärksamhet av samma slag som arbetet, så hjärnan får ingen vila.

## Häng pausen på något du redan gör

Viljan räcker inte långt när det är bråttom. Därför behöver pausen en krok i dagen.

- *När* du har lagt på luren andas du ut en gång innan du antecknar.
- *När* du spritar händerna släpper du ner axlarna.
- *När* mötet är slut reser du dig innan du öppnar mejlen.
- *När* du bokar möten väljer du 25 eller 50\u00a0minuter, så att alla hinner byta läge.

> [!INFO]
> **Rast och paus är inte samma sak.** Rasten ingår inte i arbetstiden, och då får du lämna arbetsplatsen. Pauser räknas däremot som arbetstid. Enligt arbetstidslagen ska arbetsgivaren ordna arbetet så att du kan ta de pauser du behöver, utöver rasterna.

## Om det inte finns plats för paus

Finns det inte tio lediga minuter på en hel arbetsdag är det inget fel på dig. Då är det *planeringen* som behöver ändras. Ta upp det med din chef eller på arbetsplatsträffen. Ofta räcker små ändringar: två personer som löser av varandra, en telefon som är stängd en halvtimme eller en kvart mellan besöken.

> ”Jag tänker på en kastrull med potatis. När den kokar över är det för sent att sänka värmen. Nu sänker jag lite hela tiden.”
> – Berit, undersköterska

Prova i dag: välj **en** krok och ta tre mikropauser före dagens slut.`,
    questions: [
      {
        kind: 'single',
        prompt: 'Vad säger arbetstidslagen om pauser?',
        options: [
          {
            text: 'Arbetet ska ordnas så att du kan ta de pauser du behöver.',
            correct: true,
            why: 'Det stämmer. Pauserna räknas som arbetstid och kommer utöver rasterna. Det är arbetsgivaren som ska göra dem möjliga.',
          },
          {
            text: 'Pauser dras av från arbetstiden på samma sätt som lunchen.',
            correct: false,
            why: 'Det gäller raster. En paus är däremot en del av arbetstiden.',
          },
          {
            text: 'Du har rätt till exakt fem minuters paus varje timme.',
            correct: false,
            why: 'Lagen anger ingen sådan siffra. Behovet styr, och det skiljer sig mellan olika arbeten.',
          },
          {
            text: 'Pauser är en förmån som chefen kan säga nej till.',
            correct: false,
            why: 'Arbetsgivaren får planera när pauserna tas, men inte ta bort möjligheten till dem.',
          },
        ],
      },
    ],
  },
  {
    title: 'Gränser som håller',
    minutes: 6,
    markdown: `## En gräns är ett besked, inte en mur

Många tycker att det känns oartigt att säga nej. Men ett ja som du inte hinner hålla är sämre för alla. En tydlig gräns är ett besked om vad andra kan räkna med – och det är en form av omtanke.

## Säg nej utan att stänga dörren

Du behöver sällan säga bara nej. Prova någon av de här vägarna:

- **Köp tid:** ”Jag tittar i kalendern och svarar före lunch.”
- **Byt:** ”Jag kan ta det här, men då får rapporten vänta till torsdag. Är det okej?”
- **Begränsa:** ”Jag hinner läsa sammanfattningen, inte hela underlaget.”
- **Hänvisa:** ”Det är Samira som har hand om det. Jag skickar frågan till henne.”
- **Lyft:** ”Det krockar med det du bad om i måndags. Vilket ska jag göra först?”

Lägg märke till att ingen av meningarna börjar med en ursäkt. Du behöver inte be om förlåtelse för att dagen har ett begränsat antal timmar.

## Gränser för telefon och dator

När arbetet ryms i fickan tar det aldrig riktigt slut. Bestäm därför när du *inte* är på jobbet.

1. Ta bort jobbmejlen från den privata mobilen, eller stäng av aviseringarna på kvällen.
2. Läs inte ett mejl som du inte kan göra något åt före i morgon.
3. Skriv på kvällen om du vill, men ställ in att mejlet skickas på morgonen.
4. Avstå från att svara direkt på sådant som kan vänta. Den som alltid svarar snabbt lär andra att fråga igen.

> [!TIPS]
> Kom överens i gruppen om **vad som är bråttom och hur det sägs**. Till exempel: bråttom – ring. I dag – chatt. Annars – mejl. Då kan alla sluta bevaka allt.

## Det är inte bara din sak

Arbetsgivaren ska motverka att arbetstiderna gör någon sjuk. Dit hör även förväntningar på att alltid vara nåbar. Om det är oklart om du ska svara på kvällen är det en fråga till chefen: ”Förväntas jag läsa mejl efter arbetstid?” Ofta är svaret nej, men ingen har sagt det högt.

Är du chef? Då är din egen vana den tydligaste regeln. Den som får mejl av dig kl.\u00a022.40 tror att det är då man arbetar.

## Öva

Tänk på en begäran som du sade ja till den senaste veckan, fast du ville säga något annat. Formulera om svaret med ett av de fem sätten. Säg det högt en gång – det blir lättare när det gäller.`,
    questions: [
      {
        kind: 'multiple',
        prompt:
          'Klockan är 16.10 när en kollega ber Anton om hjälp med ett underlag ”så fort det går”. Anton slutar kl.\u00a016.30 och ska hämta på förskolan. Vilka svar är tydliga och hjälpsamma gränser?',
        options: [
          {
            text: '”Jag kan ägna det en kvart nu eller en timme i morgon kl.\u00a09. Vilket är bäst för dig?”',
            correct: true,
            why: 'Anton begränsar sin insats och låter kollegan välja. Båda vet vad som gäller.',
          },
          {
            text: '”Visst, jag försöker hinna i kväll när barnen har somnat.”',
            correct: false,
            why: 'Det är ett ja utan gräns. Kvällens återhämtning försvinner, och nästa gång frågar kollegan lika sent.',
          },
          {
            text: '”Jag hinner inte i dag. Fråga Nadja, hon gjorde den förra versionen.”',
            correct: true,
            why: 'Ett tydligt nej med en väg vidare. Kollegan får hjälp fortare än om Anton hade sagt kanske.',
          },
          {
            text: 'Att låta bli att svara och hoppas att det löser sig',
            correct: false,
            why: 'Tystnad är inget besked. Kollegan väntar i onödan, och Anton bär med sig frågan hem.',
          },
        ],
        points: 2,
      },
    ],
  },
  {
    title: 'När arbetet är för mycket',
    minutes: 7,
    markdown: `## Krav och resurser ska väga jämnt

Hög arbetsbelastning är inte samma sak som ohälsosam arbetsbelastning. En tung period går bra om du har det du behöver för att klara den. Det blir ohälsosamt när kraven är högre än resurserna och det inte är tillfälligt.

| Krav kan vara | Resurser kan vara |
| --- | --- |
| mängden arbete och tempot | tid, bemanning och rätt verktyg |
| svåra beslut och komplicerade ärenden | kunskap, handledning och tydliga mål |
| möten med människor i kris | stöd från chef och kollegor |
| ständiga avbrott | möjlighet att påverka hur arbetet läggs upp |
| otydliga eller motstridiga besked | återkoppling och återhämtning |

## Vad arbetsgivaren ska göra

Arbetsmiljöverkets regler om *organisatorisk och social arbetsmiljö* finns numera i AFS\u00a02023:2. De säger bland annat att arbetsgivaren ska se till att arbetsuppgifterna inte leder till ohälsosam arbetsbelastning. Resurserna ska anpassas till kraven.

Du ska också få veta fem saker:

1. vilka arbetsuppgifter du ska utföra
2. vilket resultat du ska uppnå
3. om arbetet ska göras på ett särskilt sätt, och i så fall hur
4. vad du ska prioritera när tiden inte räcker till
5. vem du kan vända dig till för hjälp och stöd.

> [!INFO]
> Punkt fyra är den som oftast glöms bort. Att välja vad som *inte* ska göras är ett beslut om verksamheten. Det ska du inte behöva fatta ensam.

## Samtalet med chefen

Säg till tidigt, innan du är slutkörd. Förbered dig så här:

1. **Skriv en lista** över dina uppgifter och ungefär hur lång tid de tar.
2. **Markera** vad som måste göras, vad som bör göras och vad som kan vänta.
3. **Visa glappet:** ”Det här är 50\u00a0timmars arbete på en vecka med 40.”
4. **Föreslå:** ”Jag kan göra A och B ordentligt. C får vänta eller tas av någon annan. Vad säger du?”
5. **Kom överens** om ett beslut och en dag då ni stämmer av.

Mejla sedan en kort sammanfattning. Då finns beslutet kvar, även om veckan blir rörig.

> [!VARNING]
> Att arbeta övertid i tysthet döljer problemet. På papperet ser det ut som om bemanningen räcker, och nästa planering bygger på samma siffror.

Händer ingenting trots att du har sagt till? Gå vidare till skyddsombudet. Mer om det på nästa sida.`,
    questions: [
      {
        kind: 'true-false',
        prompt: 'När tiden inte räcker till är det arbetsgivarens ansvar att du vet vad du ska prioritera.',
        answer: true,
        why: 'Det står i Arbetsmiljöverkets regler om organisatorisk och social arbetsmiljö. Du kan föreslå en ordning, men du ska inte behöva fatta beslutet ensam.',
      },
      {
        kind: 'single',
        prompt: 'När är arbetsbelastningen ohälsosam i reglernas mening?',
        options: [
          {
            text: 'När du någon gång måste stanna kvar en kväll för att bli klar i tid',
            correct: false,
            why: 'En enstaka topp är sällan ett problem, om du får återhämta dig efteråt.',
          },
          {
            text: 'När kraven är högre än resurserna och det inte är tillfälligt',
            correct: true,
            why: 'Det är obalansen över tid som gör arbetsbelastningen ohälsosam. Den kan minskas både genom lägre krav och genom mer resurser.',
          },
          {
            text: 'När arbetsuppgifterna är svåra',
            correct: false,
            why: 'Svåra uppgifter kan vara utvecklande. Det avgörande är om du har kunskap, tid och stöd.',
          },
          {
            text: 'När någon i gruppen har mer att göra än du',
            correct: false,
            why: 'Fördelningen kan vara orättvis, men bedömningen gäller vars och ens krav och resurser.',
          },
        ],
      },
    ],
  },
];
