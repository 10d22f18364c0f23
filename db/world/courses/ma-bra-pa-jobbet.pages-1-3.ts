import type { WorldPage } from './world-course.ts';

export const maBraPaJobbetPages1To3: WorldPage[] = [
  {
    title: 'Stress – vad som händer i kroppen',
    section: 'Kroppen',
    minutes: 7,
    markdown: `## Stress är en hjälp, inte ett fel

Tänk dig att du går över gatan och en bil kommer för fort. Innan du hinner tänka har du tagit ett steg tillbaka. Hjärtat slår snabbare, andningen går upp i bröstet och musklerna spänns. Det är stress, och den har just hjälpt dig.

Samma sak händer när du ska hålla en presentation eller när tre personer vill ha svar samtidigt. Kroppen skiljer inte på en bil och en full inkorg. Den ger dig extra kraft för att du ska klara det som kommer.

## Kort och lång stress

Stress i sig är alltså inte farligt. Det som gör oss sjuka är stress som pågår länge *utan att vi får återhämta oss*.

| | Kort stress | Långvarig stress |
| --- | --- | --- |
| Hur länge | Minuter till någon dag | Veckor och månader |
| Kroppen | Varvar upp och sedan ner igen | Hinner aldrig varva ner |
| Tankarna | Du blir skärpt och fokuserad | Du glömmer, grubblar och tappar tråden |
| Humöret | Laddad, ibland pirrig | Lättirriterad, nedstämd eller likgiltig |
| Efteråt | Skönt trött | Trött även efter vila |

## Tidiga tecken

Tecknen kommer ofta smygande, och den som är mitt i det ser dem sist. Vanliga signaler är

- att du sover sämre eller vaknar för tidigt
- att du har ont i huvudet, magen, nacken eller axlarna
- att du läser samma mening tre gånger
- att du hoppar över lunchen, träningen eller vännerna
- att småsaker gör dig arg eller får dig att vilja gråta
- att det du brukar tycka om känns som ännu ett krav.

Ett enda tecken under en tung vecka är inget att oroa sig för. Flera tecken som stannar kvar är en signal att ändra något.

> [!VIKTIGT]
> Har du haft besvär i flera veckor, eller känner du att du inte orkar med vardagen? Kontakta vårdcentralen eller ring 1177 för råd. Är det akut, eller har du tankar på att ta ditt liv, ska du ringa 112.

## Stanna upp

Ta fram papper och penna. Skriv ner **tre tecken** som brukar komma först hos just dig. Fråga gärna någon som känner dig väl – de andra har ofta sett tecknen före dig. Spara lappen. Du behöver den när du skriver din plan i slutet av kursen.`,
    questions: [
      {
        kind: 'single',
        prompt: 'Vad är det framför allt som gör stress skadlig?',
        options: [
          {
            text: 'Att pulsen går upp mer än vanligt',
            correct: false,
            why: 'Högre puls är en normal del av kroppens reaktion. Den går ner igen när det lugnar sig.',
          },
          {
            text: 'Att den pågår länge utan återhämtning',
            correct: true,
            why: 'Kroppen klarar hög belastning i perioder. Det blir skadligt när den aldrig hinner varva ner.',
          },
          {
            text: 'Att den beror på arbetet och inte på privatlivet',
            correct: false,
            why: 'Kroppen reagerar likadant oavsett var kraven kommer ifrån. Det är summan som räknas.',
          },
          {
            text: 'Att du märker av den redan på morgonen',
            correct: false,
            why: 'Att känna sig stressad en morgon säger inte mycket. Det viktiga är om det går över eller stannar kvar.',
          },
        ],
      },
      {
        kind: 'multiple',
        prompt: 'Vilka av de här kan vara tidiga tecken på långvarig stress?',
        options: [
          {
            text: 'Du vaknar ofta tidigt och kan inte somna om.',
            correct: true,
            why: 'Störd sömn är ett av de vanligaste tecknen, och det förvärrar dessutom de andra.',
          },
          {
            text: 'Du läser samma mening flera gånger.',
            correct: true,
            why: 'Långvarig stress gör det svårare att koncentrera sig och minnas.',
          },
          {
            text: 'Du är skönt trött efter en intensiv dag och piggare nästa morgon.',
            correct: false,
            why: 'Det är kort stress som har gått över. Att du är piggare efter en natts sömn visar att du har återhämtat dig.',
          },
          {
            text: 'Du tackar nej till sådant du brukar tycka om.',
            correct: true,
            why: 'När orken tryter stryker många det roliga först. Då försvinner också det som ger kraft.',
          },
        ],
        points: 2,
      },
    ],
  },
  {
    title: 'Återhämtning varje dag',
    minutes: 7,
    markdown: `## Du behöver inte mindre fart, utan fler stopp

En mobil som laddas varje natt räcker länge, även om du använder den mycket. En mobil som aldrig laddas slocknar, hur sparsam du än är. Det är likadant med oss. De flesta klarar ett högt tempo om det regelbundet bryts av vila.

Återhämtning är allt som får kroppen att gå ner i varv och hjärnan att släppa arbetet. Den behövs **varje dag**. Semestern är viktig, men den kan inte laga ett helt år utan pauser.

## Fyra slags återhämtning

Att vila är inte alltid att ligga still. Olika slags trötthet behöver olika slags återhämtning.

| Slag | Vad det ger | Till exempel |
| --- | --- | --- |
| Lugn | Kroppen varvar ner | Sofflocket, ett bad, lugn musik, en långsam promenad |
| Avstånd | Tankarna släpper jobbet | En film, ett samtal om något annat, en trädgård |
| Utmaning | Du växer av något nytt | Kör, klättring, matlagning, en språkkurs |
| Eget val | Du bestämmer över din tid | En ledig kväll utan plan |

Har du ett stillasittande arbete behöver du troligen röra dig. Möter du människor hela dagen behöver du kanske få vara ensam. Lyfter och går du på jobbet kan en stol och en bok vara det bästa.

> [!TIPS]
> Fråga dig: *Vad har jag använt mest i dag – huvudet, kroppen eller känslorna?* Vila den delen och använd någon av de andra.

## Lagen ger dig rätt till vila

Arbetstidslagen sätter ett golv för återhämtningen:

- **Dygnsvila.** Du ska ha minst 11\u00a0timmars sammanhängande ledighet under varje period om 24\u00a0timmar.
- **Veckovila.** Du ska ha minst 36\u00a0timmars sammanhängande ledighet under varje period om sju dagar.
- **Rast.** Du ska inte arbeta mer än fem timmar i följd utan rast.

Undantag kan förekomma, till exempel genom kollektivavtal. Fråga chefen, skyddsombudet eller facket vad som gäller hos er.

## Gör övergången tydlig

Många bär med sig jobbet hem. En liten vana på vägen kan hjälpa hjärnan att byta läge.

1. Skriv upp det första du ska göra i morgon. Då slipper du hålla det i huvudet.
2. Gör något som markerar slutet: stäng datorn, byt kläder, säg hej då.
3. Ge dig tio minuter som bara är dina innan nästa sak börjar.`,
    questions: [
      {
        kind: 'number',
        prompt:
          'Hur många timmars sammanhängande dygnsvila ska du enligt arbetstidslagens huvudregel ha under varje period om 24\u00a0timmar?',
        answer: 11,
        tolerance: 0,
        unit: 'timmar',
        why: 'Huvudregeln är minst 11\u00a0timmar i ett sträck. Slutar du kl.\u00a021.00 ska du alltså inte börja igen före kl.\u00a08.00 nästa dag.',
      },
      {
        kind: 'single',
        prompt:
          'Leila är kurator och har lyssnat på människor i svåra situationer hela dagen. Vad ger henne troligen bäst återhämtning i kväll?',
        options: [
          {
            text: 'Att svara på de mejl hon inte hann med',
            correct: false,
            why: 'Då fortsätter arbetsdagen. Tankarna får ingen chans att släppa jobbet.',
          },
          {
            text: 'Att gå igenom dagens samtal i huvudet för att lära sig av dem',
            correct: false,
            why: 'Att ta lärdom är bra, men på arbetstid och gärna med en kollega eller handledare. Hemma blir det lätt grubbel.',
          },
          {
            text: 'Att måla om en byrå med musik i hörlurarna',
            correct: true,
            why: 'Leila har använt känslorna mest. Något praktiskt, på egen hand, ger både avstånd och eget val.',
          },
          {
            text: 'Att stötta en vän som har det svårt',
            correct: false,
            why: 'Det är fint, men det använder samma kraft som arbetet har tömt. I kväll behöver hon något annat.',
          },
        ],
      },
    ],
  },
  {
    title: 'Sömn som bär',
    minutes: 7,
    markdown: `## Sömnen gör jobbet åt dig

Medan du sover sorterar hjärnan dagens intryck, kroppen reparerar sig och stresshormonerna sjunker. Ingen annan återhämtning kan ersätta det. De flesta vuxna behöver mellan sex och nio timmar per natt, men behovet skiljer sig åt. Du sover tillräckligt om du oftast känner dig utvilad på dagen.

En dålig natt är obehaglig men inte farlig. Kroppen tar igen den genom att sova djupare nästa natt, så du behöver inte sova i kapp timme för timme.

## Två krafter styr sömnen

**Sömntrycket** ökar för varje timme du är vaken och gör dig till slut sömnig. En lång tupplur sent på dagen lättar på trycket, och då blir det svårare att somna på kvällen.

**Kroppsklockan** talar om när det är dag och natt. Den ställs framför allt av ljus. Dagsljus på morgonen drar i gång klockan, medan starkt ljus sent på kvällen lurar den.

## Det här brukar hjälpa

1. Gå upp ungefär samma tid varje dag, även på helgen.
2. Var ute i dagsljus, helst på förmiddagen.
3. Rör på dig under dagen, men undvik hård träning den sista timmen före läggdags.
4. Drick inte kaffe, energidryck eller starkt te på eftermiddagen och kvällen. Koffeinet halveras på ungefär fem timmar, och för en del går det långsammare.
5. Undvik alkohol som sömnmedel. Du somnar kanske fortare, men sover oroligare.
6. Ha mörkt, svalt och tyst i sovrummet. Låt mobilen ligga någon annanstans.

> [!TIPS]
> Lägg in en **bekymmersstund** tidigt på kvällen. Skriv upp det som snurrar och ett nästa steg för varje sak. När tanken kommer tillbaka vid midnatt kan du svara: ”Den står redan på listan.”

## När du inte kan somna

Ligg inte kvar och kämpa. Gå upp, sätt dig någon annanstans i svagt ljus och gör något lugnt. Gå tillbaka när du är sömnig. Då lär sig hjärnan att sängen är en plats för sömn, inte för oro.

> [!INFO]
> **Arbetar du skift?** Håll samma rutin före varje sovpass, gör rummet riktigt mörkt och be familjen respektera din sömn mitt på dagen. Undvik koffein under den sista delen av nattpasset. Ta en kort tupplur före första natten.

Har du sovit dåligt flera nätter i veckan i mer än en månad? Kontakta vårdcentralen. Långvariga sömnbesvär behandlas i första hand med KBT – *kognitiv beteendeterapi* – och den hjälper många.`,
    questions: [
      {
        kind: 'true-false',
        prompt: 'Om du inte kan somna är det bäst att ligga kvar i sängen och försöka tills det går.',
        answer: false,
        why: 'Den som ligger och kämpar blir ofta mer vaken. Gå upp en stund, gör något lugnt i svagt ljus och gå tillbaka när du är sömnig.',
      },
      {
        kind: 'number',
        prompt:
          'Du dricker en kopp kaffe kl.\u00a016.00. Räkna med att koffeinet halveras på fem timmar. Hur många procent finns kvar i kroppen kl.\u00a021.00?',
        answer: 50,
        tolerance: 2,
        unit: '%',
        why: 'Efter fem timmar är hälften kvar, alltså 50\u00a0%. Först klockan två på natten är du nere i 25\u00a0%.',
      },
    ],
  },
];
