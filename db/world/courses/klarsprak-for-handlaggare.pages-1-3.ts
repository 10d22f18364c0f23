import type { WorldPage } from './world-course.ts';

export const klarsprakForHandlaggarePages1To3: WorldPage[] = [
  {
    title: 'Varför klarspråk?',
    minutes: 5,
    markdown: `## En fråga om rättigheter

Ett beslut kan vara rätt i sak och ändå misslyckas. Om mottagaren inte förstår vad som har bestämts, varför och vad hen kan göra åt det, så är rättigheten bara halv. Klarspråk är därför inte kosmetika. Det är en del av rättssäkerheten.

**Klarspråk** betyder att en text är skriven på ett vårdat, enkelt och begripligt språk och att den är anpassad till läsaren.

## Det här säger lagen

- **Språklagen, 11\u00a0§:** Språket i offentlig verksamhet ska vara *vårdat, enkelt och begripligt*.
- **Förvaltningslagen, 6\u00a0§:** Myndigheten ska se till att kontakterna med enskilda blir smidiga och enkla, och ge den hjälp som behövs.
- **Förvaltningslagen, 32\u00a0§:** Ett beslut som kan antas påverka någon på ett inte obetydligt sätt ska ha en *klargörande motivering*.

Lagarna gäller alla som skriver i tjänsten: i beslut, brev, mejl, blanketter och på webben.

## Vem tjänar på det?

| Vem | Vinst |
| --- | --- |
| Invånaren | förstår beslutet och vet vad nästa steg är |
| Du | får färre följdfrågor och kompletteringar |
| Kollegorna | kan ta över ärendet utan att tolka |
| Kommunen | får större förtroende och sparar tid |

## Tre vanliga invändningar

### ”Det blir inte juridiskt korrekt.”

Det går att vara både exakt och begriplig. Behåll de juridiska begrepp som har en bestämd betydelse, och förklara dem första gången. Byt resten.

### ”Det blir barnsligt.”

Enkelt språk är inte detsamma som *lättläst*, som är en särskild anpassning för personer som har svårt att läsa. Klarspråk är vanlig, vuxen svenska.

### ”Det tar för lång tid.”

Lite längre tid att skriva, mycket kortare tid att läsa. En otydlig mening i en mall läses av hundratals personer, och en del av dem ringer.

> [!TIPS]
> Spara en av dina egna texter – ett beslut, ett mejl eller en mall. Ta bort alla personuppgifter. Du kommer att arbeta med texten genom hela kursen.`,
    questions: [
      {
        kind: 'single',
        prompt: 'Hur ska språket i offentlig verksamhet vara enligt språklagen?',
        options: [
          {
            text: 'Vårdat, enkelt och begripligt',
            correct: true,
            why: 'Så står det i 11\u00a0§. De tre orden är grunden för allt klarspråksarbete.',
          },
          {
            text: 'Formellt, korrekt och enhetligt',
            correct: false,
            why: 'En text kan vara både formell och enhetlig utan att någon förstår den. Lagen kräver något annat.',
          },
          {
            text: 'Lättläst, kort och personligt',
            correct: false,
            why: 'Lättläst är en särskild anpassning för dem som har svårt att läsa. Lagen ställer inte det kravet på alla texter.',
          },
          {
            text: 'Juridiskt exakt och fullständigt',
            correct: false,
            why: 'Exakthet är viktig i beslut, men lagens krav handlar om att språket ska gå att förstå.',
          },
        ],
      },
      {
        kind: 'true-false',
        prompt: 'I klarspråk ska alla juridiska begrepp bytas ut mot vardagliga ord.',
        answer: false,
        why: 'Begrepp med en bestämd juridisk betydelse ska vara kvar, men förklaras första gången. Det är övriga krångliga ord som ska bytas.',
      },
    ],
  },
  {
    title: 'Läsaren först',
    minutes: 6,
    markdown: `## Fyra frågor innan du skriver

De flesta otydliga texter blir otydliga redan innan första meningen är skriven. Svara därför på fyra frågor:

1. **Vem** ska läsa? Vad vet personen redan, och i vilket läge är hen?
2. **Varför** får personen texten? Ska hen veta, göra eller förstå något?
3. **Vad** är det viktigaste – om hen bara läser tre rader?
4. **Hur** vill hen läsa? På mobilen, på papper, högt för någon annan?

En person som söker ekonomiskt bistånd läser inte som en jurist. Den som nyss har förlorat en anhörig läser inte som den som vill bygga ett garage.

## Det viktigaste först

Handläggare skriver ofta i den ordning de har arbetat: ansökan kom in, utredning gjordes, lagen säger, alltså beslutar vi. Läsaren vill ha det tvärtom.

> [!INFO]
> Läsarens ordning: **1.** Vad har ni bestämt? **2.** Vad betyder det för mig? **3.** Varför? **4.** Vad kan jag göra nu?

**Före**

> Med anledning av din ansökan, inkommen till förvaltningen 2026-09-14, har utredning företagits avseende behov av parkeringstillstånd för rörelsehindrad, varvid det vid en samlad bedömning befunnits att förutsättningar för bifall föreligger.

**Efter**

> Du får parkeringstillstånd för rörelsehindrade. Tillståndet gäller till och med den 30\u00a0september 2029. Vi skickar det hem till dig inom två veckor.

Innehållet är detsamma. Skillnaden är att läsaren får svaret i den första meningen.

## Du och vi

Tilltala läsaren med *du* och låt myndigheten vara *vi*. Då blir det tydligt vem som ska göra vad. Skriver du till ett företag eller en förening går det lika bra med *ni*.

Undvik att tala om läsaren i tredje person. ”Sökanden ska inkomma med” låter som om det gällde någon annan.

## Var varm när beskedet är hårt

Ett avslag blir inte lindrigare av att gömmas längst ner. Säg det tidigt, tydligt och respektfullt. Fortsätt med det som går att göra: komplettera, överklaga, söka något annat eller ringa dig.

### Öva

Läs din sparade text. Stryk under den mening som är viktigast *för läsaren*. Flytta den överst.`,
    questions: [
      {
        kind: 'single',
        prompt: 'Vad bör stå först i ett beslut?',
        options: [
          {
            text: 'När ansökan kom in och vem som har handlagt den',
            correct: false,
            why: 'Uppgifterna behövs, men de är inte det läsaren undrar över. Lägg dem i sidhuvudet eller längre ner.',
          },
          {
            text: 'Vilka lagrum beslutet grundas på',
            correct: false,
            why: 'Lagen hör till motiveringen, som kommer efter beskedet.',
          },
          {
            text: 'Vad ni har bestämt',
            correct: true,
            why: 'Läsaren vill veta ja eller nej. Sedan är det lättare att ta till sig skälen.',
          },
          {
            text: 'En sammanfattning av utredningen',
            correct: false,
            why: 'Det är handläggarens ordning. För läsaren är resultatet viktigare än vägen dit.',
          },
        ],
      },
      {
        kind: 'multiple',
        prompt: 'Du ska skriva ett avslag till en person som har sökt ekonomiskt bistånd. Vad hjälper läsaren?',
        options: [
          {
            text: 'Att beskedet kommer tidigt i texten',
            correct: true,
            why: 'Läsaren letar efter svaret. Att gömma det gör inte beskedet snällare, bara svårare att hitta.',
          },
          {
            text: 'Att du skriver ”sökanden” i stället för ”du”',
            correct: false,
            why: 'Det skapar avstånd och gör det oklart vem som ska göra något.',
          },
          {
            text: 'Att det står hur man överklagar och vem man kan ringa',
            correct: true,
            why: 'Efter ett avslag behöver läsaren veta vad som går att göra nu.',
          },
          {
            text: 'Att du förklarar skälen med ord som läsaren känner igen',
            correct: true,
            why: 'En klargörande motivering ska gå att förstå för den som berörs, inte bara för en jurist.',
          },
        ],
        points: 2,
      },
    ],
  },
  {
    title: 'Ord som fungerar',
    minutes: 6,
    markdown: `## Byt kanslispråk mot svenska

Kanslispråk är ord som nästan bara finns i myndighetstexter. De känns säkra för den som skriver, men läsaren måste översätta dem. De flesta går att byta utan att något går förlorat.

| I stället för | Skriv |
| --- | --- |
| avseende, beträffande | om |
| erhålla | få |
| föreligger | finns |
| i enlighet med | enligt |
| inkomma med | skicka in |
| medelst | med, genom |
| såvida, därest | om |
| tillse | se till |
| vidta åtgärder | göra, åtgärda |
| äga rum | vara, ske |

> [!VARNING]
> Byt aldrig ett begrepp som har en bestämd juridisk betydelse utan att kontrollera det. *Skälig levnadsnivå* är inte samma sak som *bra liv*. Behåll begreppet, och förklara det.

## Väck verben

När verb görs om till substantiv blir texten tung. Det kallas ibland *substantivsjuka*. Leta efter ord på *-ning*, *-ande* och *-else*.

- *Vi gör en bedömning av behovet* → **Vi bedömer behovet**
- *Utbetalning sker den 27:e* → **Vi betalar ut pengarna den 27:e**
- *Genomförandet av besöket* → **När vi besöker dig**

## Ett ord för en sak

I skolan fick många lära sig att variera sig. I en brukstext gör det läsaren osäker. Om du skriver *ansökan* i första stycket, *begäran* i det andra och *framställan* i det tredje tror läsaren att det är tre olika saker. Välj ett ord och håll fast vid det.

## Förkortningar och facktermer

Skriv ut ord i löpande text: *till exempel*, *bland annat*, *med mera*. Förkortningar som sparar dig en sekund kostar läsaren mer, särskilt den som lyssnar på texten eller läser på sitt andra språk.

Interna förkortningar är värre. Inte ens alla kollegor vet vad *IFO*, *SoL* och *GUP* betyder. Skriv hela namnet första gången:

> Individ- och familjeomsorgen (IFO) har tagit emot din ansökan.

### Öva

Gå igenom din text och markera alla ord som du inte skulle säga till en granne. Byt minst fem av dem.`,
    questions: [
      {
        kind: 'match',
        prompt: 'Para ihop kanslispråket med ett vanligt ord.',
        pairs: 'erhålla = få\nföreligger = finns\ntillse = se till\ninkomma med = skicka in',
        decoys: 'kanske',
        why: 'De vanliga orden betyder detsamma, och läsaren slipper översätta.',
      },
      {
        kind: 'short',
        prompt: 'Vilket vanligt ord på två bokstäver kan nästan alltid ersätta ”avseende”?',
        accepted: ['om'],
        why: '”Information avseende avgiften” blir ”information om avgiften”. Kortare, och ingen behöver översätta.',
      },
      {
        kind: 'single',
        prompt: 'Vilken mening är fri från substantivsjuka?',
        options: [
          {
            text: 'Prövning av ansökan sker löpande.',
            correct: false,
            why: '”Prövning … sker” gömmer verbet pröva, och det framgår inte vem som prövar.',
          },
          {
            text: 'Vi prövar din ansökan så snart vi har alla uppgifter.',
            correct: true,
            why: 'Verbet är levande, och det syns vem som gör vad och när.',
          },
          {
            text: 'Vid inlämnande av ansökan görs en kontroll av uppgifterna.',
            correct: false,
            why: 'Både ”inlämnande” och ”kontroll” är verb som har gjorts om till substantiv.',
          },
          {
            text: 'Ett beslutsfattande avseende ansökan kommer att ske.',
            correct: false,
            why: '”Vi beslutar om din ansökan” säger samma sak kortare och tydligare.',
          },
        ],
      },
    ],
  },
];
