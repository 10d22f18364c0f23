import type { WorldPage } from './world-course.ts';

export const dataskyddIVardagenPages4To6: WorldPage[] = [
  {
    title: 'I mejlen, på mötet och i mobilen',
    minutes: 6,
    markdown: `## Små vanor, stor skillnad

De flesta misstag beror inte på avancerade intrång. De beror på fel mottagare, en kvarglömd utskrift eller en lista som ingen längre minns. Därför är det vanorna som skyddar bäst.

## Mejl

Vanlig mejl är som ett vykort. Använd den inte för känsliga eller sekretessbelagda uppgifter, utan använd den säkra kanal som kommunen har valt.

1. Kontrollera mottagaren *en gång till* innan du skickar. Adressförslagen gissar ofta fel.
2. Lägg mottagare som inte känner varandra i fältet för **hemlig kopia**.
3. Skriv inga personnummer eller känsliga uppgifter i ämnesraden.
4. Flytta det som hör till ett ärende till ärendets akt eller system, enligt er rutin, och töm sedan inkorgen.

## Filer och listor

| Gör så här | I stället för |
| --- | --- |
| Spara i verksamhetssystemet eller på den plats som är bestämd | På skrivbordet eller ett eget usb-minne |
| Dela en länk med rätt behörighet | Att bifoga samma lista i tio mejl |
| Sätt ett datum då listan ska tas bort | ”Bra att ha” |
| Ta bort åtkomsten när någon slutar | Att låta den ligga kvar |

## Tjänster och appar

Gratis är sällan gratis. Översättningstjänster, enkätverktyg och AI-tjänster kan spara det du skriver in, ibland utanför EU. Använd bara tjänster som kommunen har godkänt. Klistra aldrig in ett ärende i en tjänst som du har hittat själv.

> [!VARNING]
> Skulle du sätta upp texten på en anslagstavla i entrén? Om inte ska du inte heller klistra in den i en tjänst som inte är godkänd.

## Samtal, skärmar och papper

- Lås skärmen varje gång du går, även till skrivaren.
- Prata inte om namngivna personer i hissen, i fikarummet eller på bussen.
- Hämta utskrifter direkt och lägg papper med personuppgifter i sekretesskärlet.
- Kontrollera vem du talar med innan du berättar något i telefon. Ring upp på ett nummer du själv har letat fram, om du är osäker.
- Fråga alltid innan du fotograferar, och följ er rutin för bilder på barn.

> [!TIPS]
> Boka en halvtimme i månaden för att städa. Sök igenom mejlen, hämtade filer och gamla kalkylark. Det som inte finns kan inte läcka – men kontrollera först att det inte är en allmän handling som ska bevaras.`,
    questions: [
      {
        kind: 'single',
        prompt: 'Du ska mejla 40\u00a0föräldrar som inte känner varandra om en ändrad tid. Hur gör du?',
        options: [
          {
            text: 'Lägger alla adresser i fältet Till, så att de kan svara varandra',
            correct: false,
            why: 'Då lämnar du ut allas adresser till alla. En av dem kan dessutom ha skyddade uppgifter.',
          },
          {
            text: 'Lägger adresserna i fältet för hemlig kopia',
            correct: true,
            why: 'Alla får beskedet, men ingen ser de andras adresser.',
          },
          {
            text: 'Lägger alla adresser i fältet Kopia',
            correct: false,
            why: 'Kopia syns lika mycket som Till. Bara hemlig kopia döljer adresserna.',
          },
          {
            text: 'Skickar en bifogad lista med namn och nya tider',
            correct: false,
            why: 'Då får alla veta de andras namn och tider. Skicka bara det som gäller mottagaren.',
          },
        ],
      },
      {
        kind: 'true-false',
        prompt: 'Det är okej att klistra in ett ärende i en gratis översättningstjänst om du tar bort personnumret.',
        answer: false,
        why: 'Personen kan gå att känna igen på mycket annat, och du vet inte vad tjänsten sparar. Använd bara tjänster som kommunen har godkänt.',
      },
    ],
  },
  {
    title: 'Rättigheter och offentlighet',
    minutes: 6,
    markdown: `## Det är deras uppgifter

Den vars uppgifter ni använder kallas *den registrerade* och har ett antal rättigheter. De viktigaste är att

- **få veta** vilka uppgifter ni använder, och varför
- **få tillgång** till uppgifterna, ofta som ett *registerutdrag*
- **få fel rättade** och ofullständiga uppgifter kompletterade
- **invända** mot en behandling
- **begränsa** behandlingen medan något utreds
- **få uppgifter raderade** i vissa fall.

En begäran kan komma i ett mejl, ett samtal eller en bisats: ”Vad har ni egentligen om mig?” Den behöver inte innehålla ordet GDPR.

> [!VIKTIGT]
> Svaret ska lämnas **utan onödigt dröjsmål och senast inom en månad**. Tiden kan i vissa fall förlängas med två månader. Klockan börjar gå när begäran når kommunen – inte när rätt person har läst den. Skicka den därför vidare samma dag.

## Kan man kräva att bli raderad?

Inte alltid. Kommunen måste spara många uppgifter, till exempel för att ett beslut ska kunna granskas eller för att arkivlagen kräver det. Lova därför aldrig att något ska raderas. Säg att du tar emot begäran, att den kommer att prövas och att personen får ett skriftligt svar.

## Allmänna handlingar

I Sverige har alla rätt att ta del av allmänna handlingar. Offentlighetsprincipen står i grundlag, och dataskyddsreglerna hindrar den inte. De två samverkar så här:

| Fråga | Svar |
| --- | --- |
| Får en handling med personuppgifter lämnas ut? | Ja, om den är allmän och uppgifterna inte omfattas av sekretess. |
| Måste den som ber säga vem hen är? | Nej, normalt inte – bara om det behövs för att pröva sekretess. |
| Hur fort? | Skyndsamt. |
| Får vi själva lägga ut den på webben? | Det är en egen behandling som kräver en egen bedömning. |

Är du osäker på om en uppgift omfattas av sekretess ska du fråga registratorn eller juristen. Ett nej ska personen kunna få som ett skriftligt beslut som går att överklaga.

## Gallra rätt

Att *gallra* är att förstöra allmänna handlingar. Det får du bara göra om det finns ett beslut om det. Er informationshanteringsplan talar om vad som ska sparas, hur länge och var. Lagringsminimering betyder alltså inte att du rensar på egen hand, utan att ni följer planen – i tid.`,
    questions: [
      {
        kind: 'single',
        prompt: 'En man ringer och säger: ”Radera allt ni har om mig!” Han har fått ett beslut om försörjningsstöd. Vad svarar du?',
        options: [
          {
            text: '”Det ordnar jag direkt.”',
            correct: false,
            why: 'Du får inte lova det. Akten är en allmän handling och kan behöva bevaras enligt lag.',
          },
          {
            text: '”Det går inte, för GDPR gäller inte socialtjänsten.”',
            correct: false,
            why: 'Dataskyddsreglerna gäller även socialtjänsten, tillsammans med särskilda regler.',
          },
          {
            text: '”Jag tar emot din begäran och skickar den vidare. Vi prövar den, och du får ett skriftligt svar.”',
            correct: true,
            why: 'Begäran ska tas på allvar och prövas. Svaret kan bli nej, men det ska i så fall motiveras.',
          },
          {
            text: '”Du måste fylla i en blankett först, annars kan jag inte göra något.”',
            correct: false,
            why: 'En begäran kan göras muntligt. En blankett kan underlätta, men får inte vara ett krav.',
          },
        ],
      },
    ],
  },
  {
    title: 'När något går fel',
    minutes: 6,
    markdown: `## Alla kan göra fel

Det du gör i början av en incident betyder mer än misstaget. Den som säger till direkt skyddar människor. Den som tiger gör skadan större.

## Vad är en personuppgiftsincident?

Det är en säkerhetsincident som leder till att personuppgifter

- **kommer i orätta händer** – ett mejl till fel person, en borttappad mobil, en nyfiken kollega
- **förstörs eller förloras** – en raderad fil utan säkerhetskopia, en brand i ett arkiv
- **ändras** av misstag eller av någon som inte får
- **inte går att komma åt** när de behövs, till exempel när ett system är kapat.

Det spelar ingen roll om det var med avsikt eller inte.

## Gör så här

1. **Larma direkt.** Ring chefen eller den funktion som er rutin pekar ut. Vänta inte tills du vet allt.
2. **Begränsa skadan.** Be mottagaren radera mejlet, spärra mobilen, byt lösenord, ta bort länken.
3. **Bevara spåren.** Radera inte loggar och mejl för att städa. De behövs i utredningen.
4. **Skriv ner** vad som hände, när, vilka uppgifter det gäller och ungefär hur många personer.
5. **Hjälp till** när incidenten utreds, och ta lärdom tillsammans.

> [!VIKTIGT]
> Den personuppgiftsansvariga ska anmäla incidenten till IMY **inom 72\u00a0timmar** från det att den upptäcktes, om det inte är osannolikt att den medför en risk för människors fri- och rättigheter. Helger räknas in.

## Vem bedömer?

Det gör inte du ensam. Chefen, dataskyddsombudet och andra som er rutin pekar ut avgör om incidenten ska anmälas och om de drabbade ska informeras. Är risken *hög* ska de drabbade få veta det utan onödigt dröjsmål. Alla incidenter ska dokumenteras, även de som inte anmäls.

## Tre exempel

| Händelse | Incident? |
| --- | --- |
| Ett mejl med en elevs utredning går till fel förälder | Ja. Larma direkt. |
| Du glömmer en krypterad dator på tåget | Ja. Risken är lägre, men larma ändå. |
| Lunchmenyn skickas till fel lista, med mottagarna i hemlig kopia | Nej. Inga personuppgifter har röjts. |

> ”Jag skickade listan till fel Andersson och ville sjunka genom golvet. Chefen sade: Tack för att du ringde på en gång. Tio minuter senare var den raderad.”
> – Jonas, skoladministratör

## Gör det här i dag

Ta reda på numret eller adressen dit du larmar. Spara det så att du hittar det även när datorn är nere.`,
    questions: [
      {
        kind: 'order',
        prompt: 'Du har mejlat en lista med elever till fel person. Ordna det du gör.',
        items:
          'Ber mottagaren ta bort mejlet\nAnmäler det internt enligt rutinen\nDokumenterar vad som hände\nFöreslår hur det inte händer igen',
        why: 'Först minskar du skadan. Den interna anmälan brådskar, för verksamheten har högst 72 timmar på sig att bedöma och anmäla.',
      },
      {
        kind: 'blanks',
        prompt: 'Fyll i tidsgränsen.',
        cloze:
          'En personuppgiftsincident ska i regel anmälas till Integritetsskyddsmyndigheten inom [[72|sjuttiotvå]] timmar, om det inte är [[*osannolikt|säkert|troligt]] att den medför en risk.',
        why: 'Så står det i artikel 33. Tiden räknas från det att den ansvarige fick vetskap om incidenten.',
      },
      {
        kind: 'number',
        prompt: 'Inom hur många timmar från upptäckten ska en personuppgiftsincident anmälas till IMY, när den ska anmälas?',
        answer: 72,
        tolerance: 0,
        unit: 'timmar',
        why: 'Gränsen är 72\u00a0timmar, och helger räknas in. Därför ska du larma internt direkt.',
      },
      {
        kind: 'single',
        prompt: 'Fredag kl.\u00a015.40 märker du att du har mejlat en utredning till fel person. Vad gör du först?',
        options: [
          {
            text: 'Raderar mejlet ur skickat och hoppas att mottagaren inte öppnar det',
            correct: false,
            why: 'Mejlet finns kvar hos mottagaren, och spåren som behövs för utredningen försvinner hos dig.',
          },
          {
            text: 'Skriver ett utförligt underlag och lämnar det till chefen på måndag',
            correct: false,
            why: 'Tiden går även under helgen. Ring först, skriv sedan.',
          },
          {
            text: 'Larmar enligt rutinen och ber mottagaren radera mejlet',
            correct: true,
            why: 'Då börjar utredningen i tid, och skadan begränsas.',
          },
          {
            text: 'Anmäler händelsen direkt till IMY på egen hand',
            correct: false,
            why: 'Det är den personuppgiftsansvariga som bedömer och anmäler. Din uppgift är att larma internt.',
          },
        ],
      },
    ],
  },
];
