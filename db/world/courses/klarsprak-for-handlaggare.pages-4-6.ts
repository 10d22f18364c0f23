import type { WorldPage } from './world-course.ts';

export const klarsprakForHandlaggarePages4To6: WorldPage[] = [
  {
    title: 'Meningar med sikt',
    minutes: 7,
    markdown: `## En tanke i taget

En lång mening är inte fel i sig. Men om läsaren måste hålla flera villkor i huvudet på en gång är det lätt att tappa tråden. Sikta på ungefär 15\u00a0ord i snitt, och låt korta och långa meningar växla.

**Före**

> Om du, för den händelse att du inte har möjlighet att närvara på den tid som anges i kallelsen, vilket även gäller om du insjuknar samma dag, önskar boka om besöket ska detta meddelas förvaltningen.

**Efter**

> Kan du inte komma? Ring oss så bokar vi en ny tid. Det gäller även om du blir sjuk samma dag.

## Vem gör vad?

I *passiv form* försvinner den som handlar: ”beslut fattas”, ”handlingarna ska lämnas in”. I *aktiv form* syns det vem som gör vad.

| Passivt | Aktivt |
| --- | --- |
| Ansökan ska lämnas in senast den 1\u00a0mars 2027. | **Du** ska lämna in ansökan senast den 1\u00a0mars 2027. |
| Du kommer att kontaktas. | **Vi** ringer dig inom en vecka. |
| Avgiften har höjts. | **Kommunfullmäktige** har höjt avgiften. |

Passiv form passar när det är oviktigt eller okänt vem som handlar: ”Bron byggdes 1912.”

## Huvudsaken först

Börja med huvudsatsen och låt villkoren komma efter. Finns det flera villkor passar en punktlista:

Du kan få bidraget om du

- är folkbokförd i kommunen
- har fyllt 65\u00a0år
- bor i ett småhus.

## Lix – ett grovt mått

*Lix*, läsbarhetsindex, räknar meningslängd och långa ord. Ett långt ord har fler än sex bokstäver.

> [!INFO]
> Lix = (antal ord ÷ antal meningar) + (antal långa ord × 100 ÷ antal ord)

| Lix | Ungefär som |
| --- | --- |
| under 30 | barnböcker |
| 30–40 | skönlitteratur |
| 40–50 | tidningstext |
| 50–60 | många myndighetstexter |
| över 60 | byråkratsvenska |

Sikta på omkring 40 i brev till invånare. Men lix mäter bara ytan. En text med lågt lix kan vara obegriplig om den är dåligt ordnad, och ordet *jäv* är kort men svårt.

### Öva

Välj din längsta mening. Dela den i tre. Kontrollera att varje mening svarar på frågan *vem gör vad?*`,
    questions: [
      {
        kind: 'blanks',
        prompt: 'Gör meningen aktiv: ”Ansökan prövas av nämnden.”',
        cloze: '[[Nämnden]] prövar [[*ansökan|nämnden|prövningen]].',
        why: 'Den som handlar står först, sedan verbet och sedan det som prövas.',
      },
      {
        kind: 'number',
        prompt: 'En text har 120\u00a0ord, 8\u00a0meningar och 30\u00a0långa ord. Vilket lixvärde får den?',
        answer: 40,
        tolerance: 0,
        why: '120\u00a0÷\u00a08 = 15\u00a0ord per mening. 30\u00a0×\u00a0100\u00a0÷\u00a0120 = 25\u00a0procent långa ord. 15\u00a0+\u00a025 = 40.',
      },
      {
        kind: 'single',
        prompt: 'Vilken mening är skriven i aktiv form?',
        options: [
          {
            text: 'Ett beslut kommer att skickas till dig.',
            correct: false,
            why: '”Skickas” är passivt. Det framgår inte vem som skickar.',
          },
          {
            text: 'Handlingarna ska vara nämnden tillhanda senast fredag.',
            correct: false,
            why: 'Meningen är ålderdomlig, och den som ska göra något syns inte alls.',
          },
          {
            text: 'Vi skickar beslutet till dig senast den 12\u00a0mars 2027.',
            correct: true,
            why: 'Det syns vem som gör vad och när.',
          },
          {
            text: 'Det bör noteras att avgiften har justerats.',
            correct: false,
            why: 'Både ”noteras” och ”justerats” är passiva. Läsaren får inte veta vem som har gjort vad.',
          },
        ],
      },
    ],
  },
  {
    title: 'Texten som går att hitta i',
    minutes: 6,
    markdown: `## Läsaren letar

Få läser en myndighetstext från början till slut. De flesta letar efter det som gäller dem. Därför behöver texten skyltar: rubriker, korta stycken och listor.

## Rubriker som säger något

En bra rubrik ger svar, inte bara ämne.

| Rubrik som bara ger ämnet | Rubrik som berättar |
| --- | --- |
| Bakgrund | Du sökte bostadsanpassning i maj |
| Bedömning | Därför får du inte bidraget |
| Övrigt | Så överklagar du |
| Komplettering | Skicka in ett läkarintyg senast den 3\u00a0april 2027 |

Använd ordbehandlarens *rubrikformat*, inte bara fet stil. Då kan den som använder skärmläsare hoppa mellan rubrikerna.

## Punktlista eller siffror?

- Använd **punkter** när ordningen inte spelar någon roll.
- Använd **siffror** när något ska göras i tur och ordning.
- Låt alla punkter börja på samma sätt, till exempel med ett verb.
- Ha hellre fem punkter än femton.

## Beslutets delar

Ett beslut blir lättare att läsa om det alltid är byggt på samma sätt:

1. **Beslut** – vad ni har bestämt, från när och hur länge
2. **Vad det innebär** – vad som händer nu och vad läsaren ska göra
3. **Skälen för beslutet** – vilka omständigheter ni har lagt vikt vid, och varför
4. **Lagstöd** – vilka regler ni har tillämpat
5. **Så överklagar du** – hur, till vem och senast när
6. **Kontakt** – namn, telefon och tider

> [!VIKTIGT]
> Ett beslut enligt förvaltningslagen ska normalt överklagas inom **tre veckor** från den dag då mottagaren fick del av det. Skriv tydligt vart överklagandet ska skickas: till den myndighet som har fattat beslutet, inte direkt till domstolen.

## Motiveringen

Motiveringen är hjärtat. Räkna inte bara upp paragrafer. Visa vägen mellan reglerna och just den här personen:

> Du kan få färdtjänst om du har väsentliga svårigheter att resa med buss och tåg. Läkarintyget visar att du kan gå 300\u00a0meter och kliva på bussen med stöd av rollator. Därför bedömer vi att dina svårigheter inte är väsentliga i lagens mening.

### Öva

Skriv om tre rubriker i din text så att de berättar något.`,
    questions: [
      {
        kind: 'order',
        prompt: 'Ordna delarna i ett beslut så som läsaren vill ha dem.',
        items: 'Vad ni har bestämt\nVad det betyder för läsaren\nVarför ni har bestämt så\nHur man överklagar',
        why: 'Beskedet kommer först. Vägen dit och vidare kommer sedan.',
      },
      {
        kind: 'number',
        prompt: 'Inom hur många veckor från det att mottagaren fick del av ett beslut ska det normalt överklagas enligt förvaltningslagen?',
        answer: 3,
        tolerance: 0,
        unit: 'veckor',
        why: 'Huvudregeln är tre veckor. Skriv gärna ut den i klartext, och tala om vart överklagandet ska skickas.',
      },
    ],
  },
  {
    title: 'Granska innan du skickar',
    minutes: 6,
    markdown: `## Byt glasögon

Den som har skrivit en text ser det hen *menade*. Därför behöver du läsa den med nya ögon.

1. **Vila texten.** Även tio minuter gör skillnad.
2. **Läs den högt.** Där du snubblar kommer läsaren också att snubbla.
3. **Läs bara rubrikerna.** Förstår du vad texten handlar om?
4. **Låt någon annan läsa** – gärna en som inte kan området. Fråga: ”Vad ska du göra nu?”

## Checklista

- **Läsaren:** Framgår det i de första raderna vad som gäller?
- **Ordning:** Kommer det viktigaste först?
- **Ord:** Har du bytt kanslispråk och förklarat facktermer?
- **Meningar:** Syns det vem som gör vad?
- **Rubriker:** Berättar de något?
- **Nästa steg:** Vet läsaren vad hen ska göra, hur och senast när?
- **Ton:** Skulle du vilja få det här brevet?

## Mejl är också myndighetstext

Språklagen gäller mejl lika mycket som beslut. Ett bra mejl har en ämnesrad som går att söka på, en fråga i taget och ett tydligt slut: vem gör vad, och när.

> **Ämne:** Ditt bygglov på Storgatan 4 – vi behöver en ritning till
>
> Hej Åsa!
>
> Vi har fått din ansökan. Innan vi kan fatta beslut behöver vi en fasadritning i skala 1:100. Skicka den senast den 5\u00a0februari 2027, gärna som svar på det här mejlet.
>
> Ring mig om du undrar något.

> [!VARNING]
> Skicka inte känsliga eller sekretessbelagda uppgifter i vanlig mejl. Be läsaren ringa eller använda kommunens säkra e-tjänst.

## Börja med mallarna

En bra mening i ett mejl hjälper en person. En bra mening i en *mall* hjälper alla som får den. Fråga vem som äger mallen och föreslå en ändring i taget. Ta med ett före och ett efter – det övertygar mer än regler.

> [!TIPS]
> Är du osäker på en skrivregel? *Myndigheternas skrivregler* från Institutet för språk och folkminnen svarar på det mesta, från förkortningar till tankstreck.

### Sista övningen

Lägg din text från den första sidan bredvid den du har nu. Läs båda högt. Vilken vill du själv få?`,
    questions: [
      {
        kind: 'single',
        prompt: 'Du vill veta om ditt brev går att förstå. Vilken fråga till en testläsare ger bäst svar?',
        options: [
          {
            text: '”Tycker du att texten är bra?”',
            correct: false,
            why: 'De flesta svarar artigt ja. Du får inte veta om läsaren har förstått.',
          },
          {
            text: '”Hittar du några stavfel?”',
            correct: false,
            why: 'Stavningen är lätt att kontrollera på andra sätt. Den säger inget om begripligheten.',
          },
          {
            text: '”Vad ska du göra nu när du har läst det här?”',
            correct: true,
            why: 'Svaret visar direkt om budskapet har gått fram.',
          },
          {
            text: '”Är det något ord du inte kan?”',
            correct: false,
            why: 'Frågan kan hjälpa, men en läsare kan förstå varje ord och ändå missa vad som gäller.',
          },
        ],
      },
    ],
  },
];
