import type { WorldPage } from './world-course.ts';

export const dataskyddIVardagenPages1To3: WorldPage[] = [
  {
    title: 'Vad är en personuppgift?',
    minutes: 6,
    markdown: `## Det handlar om människor

Dataskydd låter som teknik, men det handlar om respekt. Den som lämnar ett barn på förskolan, söker hjälp eller klagar på en granne har ofta inget val: kommunen behöver uppgifterna. Då ska personen kunna lita på att vi tar hand om dem.

**Dataskyddsförordningen**, som ofta kallas GDPR, gäller i hela EU. I Sverige kompletteras den av dataskyddslagen och av regler för olika verksamheter, till exempel skola och socialtjänst.

## En personuppgift pekar ut någon

En **personuppgift** är varje upplysning som kan knytas till en fysisk person som är i livet – direkt eller indirekt.

| Uppgift | Personuppgift? | Varför |
| --- | --- | --- |
| Namn, adress, telefonnummer | Ja | Pekar ut en person direkt |
| Ett foto eller en ljudinspelning | Ja | Personen går att känna igen |
| Ett fordons registreringsnummer | Ja, oftast | Går att knyta till en ägare |
| ”Eleven i 8B som bytte skola i mars” | Ja | Går att lista ut vem det är |
| Kommunens organisationsnummer | Nej | Gäller inte en fysisk person |
| Antal låntagare på biblioteket 2026 | Nej | Ingen person går att urskilja |

Byter du ut namnet mot en kod som någon kan översätta tillbaka är uppgiften **pseudonymiserad**. Den är fortfarande en personuppgift. Först när ingen kan ta reda på vem det gäller är uppgiften **anonym**.

## Behandling är nästan allt

Allt du gör med en uppgift kallas *behandling*: att samla in, läsa, spara, skicka, ändra och radera. Reglerna gäller all behandling i datorer och system, och även papper om de ingår i ett register som går att söka i.

## Vem ansvarar?

- **Personuppgiftsansvarig** bestämmer varför och hur uppgifterna används. I en kommun är det oftast varje *nämnd* för sin verksamhet.
- **Personuppgiftsbiträde** behandlar uppgifter för någon annans räkning, till exempel en leverantör av ett it-system. Då ska det finnas ett avtal.
- **Dataskyddsombudet** ger råd och granskar. Alla myndigheter ska ha ett.
- **Integritetsskyddsmyndigheten**, IMY, har tillsyn i Sverige.
- **Du** följer rutinerna och säger till när något inte stämmer.

> [!TIPS]
> Skriv upp tre ställen där du själv hanterar personuppgifter under en vanlig dag. Ha dem i tankarna när du läser vidare.`,
    questions: [
      {
        kind: 'multiple',
        prompt: 'Vilka av de här är personuppgifter?',
        options: [
          {
            text: 'En bild från skolavslutningen där elevernas ansikten syns',
            correct: true,
            why: 'Det räcker att personerna går att känna igen. Inga namn behövs.',
          },
          {
            text: 'En lista där namnen är ersatta med koder, och nyckeln ligger hos en kollega',
            correct: true,
            why: 'Uppgifterna är pseudonymiserade, men någon kan fortfarande ta reda på vem de gäller.',
          },
          {
            text: 'Uppgiften att 412\u00a0personer besökte badhuset i lördags',
            correct: false,
            why: 'Det är en ren siffra. Ingen enskild person går att urskilja.',
          },
          {
            text: 'Ett mejl från en invånare till tekniska förvaltningen',
            correct: true,
            why: 'Mejlet innehåller adress, ofta namn, och berättar något om den som skriver.',
          },
        ],
        points: 2,
      },
    ],
  },
  {
    title: 'Får vi använda uppgiften?',
    minutes: 6,
    markdown: `## Börja med varför

Den viktigaste frågan är inte *var* uppgiften sparas utan *varför* du behöver den. Utan ett bestämt ändamål får du inte samla in den alls.

## Principerna på vanlig svenska

1. **Laglighet, korrekthet och öppenhet:** Det finns stöd i lag, och personen får veta vad som sker.
2. **Ändamålsbegränsning:** Uppgiften används till det den samlades in för.
3. **Uppgiftsminimering:** Ta inte in mer än du behöver.
4. **Riktighet:** Uppgiften stämmer, och fel rättas.
5. **Lagringsminimering:** Spara inte längre än nödvändigt.
6. **Integritet och konfidentialitet:** Bara rätt personer kommer åt uppgiften.
7. **Ansvarsskyldighet:** Ni ska kunna *visa* att ni följer reglerna.

## Den rättsliga grunden

Varje behandling behöver en rättslig grund. I en kommun är det oftast någon av de här:

| Rättslig grund | Till exempel |
| --- | --- |
| Rättslig förpliktelse | Arkivera handlingar, lämna uppgifter till Skatteverket |
| Allmänt intresse eller myndighetsutövning | Undervisa elever, pröva bygglov, besluta om hemtjänst |
| Avtal | Betala ut lön, hyra ut en lokal |
| Samtycke | En bild på en deltagare i kommunens tidning |

> [!VARNING]
> Samtycke är sällan rätt grund för en myndighet. Det ska vara frivilligt, och den som är beroende av kommunens beslut har svårt att säga nej. Ett samtycke kan dessutom tas tillbaka när som helst.

## Fem frågor före en ny lista

Ska du göra ett nytt formulär, ett kalkylark eller en anmälan? Stanna upp:

1. Vad ska uppgifterna användas till?
2. Vilken rättslig grund har vi?
3. Behöver vi verkligen varje fält?
4. Vem ska komma åt dem?
5. När och hur ska de tas bort?

Kan du inte svara på alla fem? Fråga chefen eller er dataskyddssamordnare innan du skickar ut formuläret. Behandlingen ska också finnas med i nämndens registerförteckning.

> ”Vi bad om personnummer vid anmälan till prova på-dagen, för så hade vi alltid gjort. Ingen kunde säga varför. Nu frågar vi efter förnamn och ålder.”
> – Mirja, fritidsledare

## Berätta vad ni gör

Den som lämnar uppgifter ska få veta vem som är ansvarig, vad uppgifterna ska användas till, hur länge de sparas och vilka rättigheter hen har. Skriv det kort och begripligt, där uppgifterna lämnas.`,
    questions: [
      {
        kind: 'single',
        prompt:
          'Miljönämnden prövar en ansökan om enskilt avlopp. Vilken rättslig grund är den rätta för att behandla sökandens uppgifter?',
        options: [
          {
            text: 'Samtycke',
            correct: false,
            why: 'Den sökande kan inte välja bort nämndens prövning, så ett samtycke vore inte frivilligt.',
          },
          {
            text: 'Myndighetsutövning',
            correct: true,
            why: 'Att pröva en ansökan är nämndens uppgift enligt lag. Då behövs inget samtycke.',
          },
          {
            text: 'Avtal',
            correct: false,
            why: 'En ansökan om tillstånd är inte ett avtal mellan två parter.',
          },
          {
            text: 'Intresseavvägning',
            correct: false,
            why: 'Myndigheter får inte använda den grunden när de utför sina uppgifter.',
          },
        ],
      },
      {
        kind: 'short',
        prompt: 'Vad heter principen som säger att du inte får samla in fler uppgifter än du behöver?',
        accepted: ['uppgiftsminimering', 'uppgiftsminimeringen', 'principen om uppgiftsminimering'],
        why: 'Principen heter uppgiftsminimering. Den uppgift som ni aldrig samlar in kan inte heller läcka.',
      },
    ],
  },
  {
    title: 'Uppgifter som kräver extra skydd',
    minutes: 7,
    markdown: `## Känsliga personuppgifter

Vissa uppgifter kan göra stor skada om de hamnar fel. Dataskyddsförordningen förbjuder som huvudregel behandling av uppgifter om

- etniskt ursprung
- politiska åsikter
- religiös eller filosofisk övertygelse
- medlemskap i fackförening
- hälsa
- sexualliv eller sexuell läggning
- arvsanlag eller kroppsliga kännetecken, till exempel fingeravtryck, som används för att identifiera någon.

Det finns undantag, annars skulle varken skola eller omsorg fungera. Ni får till exempel använda uppgifter om hälsa när det är nödvändigt för att handlägga ett ärende om hemtjänst. Men kraven på skydd är högre, och åtkomsten ska vara snävare.

> [!INFO]
> Känsliga uppgifter gömmer sig. *Specialkost utan fläsk*, *ledig för operation* och *avdrag för fackavgift* berättar mer än det ser ut.

## Personnummer

Personnummer räknas inte som känsliga i förordningens mening, men de är *extra skyddsvärda*. Utan samtycke får ni bara använda dem när det är **klart motiverat** med hänsyn till ändamålet, vikten av en säker identifiering eller något annat beaktansvärt skäl.

- I ett biståndsbeslut: ja, ni måste veta att det är rätt person.
- På en närvarolista till en kurs: nej, namnet räcker.
- I ämnesraden på ett mejl: nej, aldrig.

Uppgifter om brott, omdömen om en elev och uppgifter om någons ekonomi är också skyddsvärda, även om de inte står i listan ovan.

## Skyddade personuppgifter

En del människor lever under hot. De kan ha **sekretessmarkering**, **skyddad folkbokföring** eller **fingerade personuppgifter**. För dem kan en adress, ett skolfoto eller ett namn på en lista vara livsfarligt.

> [!VIKTIGT]
> Möter du någon med skyddade personuppgifter ska du **stanna upp och följa er rutin**. Lämna inte ut något, bekräfta inte ens att personen är känd hos er, och skriv inget om personen i mejl eller delade listor. Fråga chefen om du är osäker.

## Sekretess och tystnadsplikt

Dataskyddsreglerna säger *hur* uppgifter får användas. Offentlighets- och sekretesslagen säger *vem* som får ta del av dem. Inom till exempel socialtjänst och elevhälsa gäller ofta stark sekretess, även mellan olika delar av kommunen.

Nyfikenhet är aldrig ett skäl. Att du *kan* öppna en journal betyder inte att du *får*. Slagningar loggas, och loggarna följs upp.`,
    questions: [
      {
        kind: 'match',
        prompt: 'Vilken sorts uppgift är det?',
        pairs:
          'Ett läkarintyg = Uppgift om hälsa\nMedlemskap i ett fackförbund = Uppgift om fackligt medlemskap\nEn arbetsadress = Vanlig personuppgift',
        decoys: 'Ingen personuppgift',
        why: 'Uppgifter om hälsa och fackligt medlemskap är känsliga enligt artikel 9. En arbetsadress är en vanlig personuppgift.',
      },
      {
        kind: 'multiple',
        prompt: 'Vilka av de här är känsliga personuppgifter enligt dataskyddsförordningen?',
        options: [
          {
            text: 'Att en medarbetare är med i ett fackförbund',
            correct: true,
            why: 'Medlemskap i fackförening finns med i förordningens lista.',
          },
          {
            text: 'Att en elev har diabetes',
            correct: true,
            why: 'Det är en uppgift om hälsa.',
          },
          {
            text: 'En invånares personnummer',
            correct: false,
            why: 'Personnummer är extra skyddsvärda, men räknas inte som känsliga i förordningens mening.',
          },
          {
            text: 'En invånares hemadress',
            correct: false,
            why: 'Adressen är en vanlig personuppgift. Men den kan behöva starkt skydd, till exempel vid sekretessmarkering.',
          },
        ],
        points: 2,
      },
      {
        kind: 'true-false',
        prompt: 'Om du har behörighet till ett verksamhetssystem får du läsa om alla som finns i det.',
        answer: false,
        why: 'Du får bara ta del av uppgifter som du behöver i ditt arbete. Att systemet släpper in dig är inte detsamma som att du har rätt att läsa.',
      },
    ],
  },
];
