import type { Words } from '../../../ui/locale.ts';

const sv = {
  name: 'Introduktion för nyanställda',
  about: 'Fem sidor om arbetsplatsen, reglerna och vem man frågar. Klar på den första veckan.',
  title: 'Välkommen till oss',
  tagline: 'Det du behöver veta under dina första veckor hos oss',
  description: 'Kursen visar hur vi arbetar, vad som gäller hos oss och vem du frågar. Du går den i din egen takt.',
  audience: 'Du som är ny hos oss.',
  outcomes: 'Du vet vem du frågar om vad.\nDu hittar i våra system och lokaler.\nDu vet vad du gör om det brinner eller någon skadas.',
  text: `# Välkommen

> [!TIPS]
> Byt ut texten i den här rutan mot några rader från chefen. Skriv som du pratar.

## Vilka vi är

Berätta vad ni gör, för vem och varför. Tre korta stycken räcker.

## Dina första veckor

- **Dag 1:** dator, passerkort och en rundtur
- **Vecka 1:** den här kursen och ett samtal med din chef
- **Vecka 4:** uppföljning med din chef

:::skriv
uppgift: Vad är du mest nyfiken på inför ditt nya arbete?
:::

# Så arbetar vi

## En vanlig vecka

Beskriv mötena, hur ni planerar arbetet och hur ni når varandra.

## Arbetstid och frånvaro

Skriv när man arbetar, hur man anmäler att man är sjuk och hur man söker ledigt.

| Det här vill du | Så gör du |
| --- | --- |
| Anmäla att du är sjuk | Ring din chef före klockan 8 |
| Söka ledigt | Fyll i ansökan minst två veckor i förväg |

# Vem du frågar

Skriv vem som svarar på vad. Ange rollen hellre än namnet, så håller sidan längre.

- **Lön och semester:** löneavdelningen
- **Dator och inloggning:** supporten
- **Lokaler och passerkort:** receptionen

# Säkerheten

## Om det brinner

1. Rädda den som är i fara.
2. Varna alla i närheten.
3. Larma 112.
4. Släck om du kan göra det utan risk.

Skriv var utrymningsvägarna och återsamlingsplatsen finns.

## Om någon skadas

Skriv var förbandslådan och hjärtstartaren finns och vem tillbud anmäls till.

# Uppgifter om människor

Skriv vilka personuppgifter ni hanterar, var de får ligga och vem man frågar om man är osäker.

> [!VIKTIGT]
> Har uppgifter hamnat hos fel person? Säg det genast. Det är aldrig fel att säga till.

:::skriv
uppgift: Vilka uppgifter om människor kommer du att arbeta med?
:::
`,
};

const en = {
  name: 'Introduction for new employees',
  about: 'Five pages on the workplace, the rules and whom to ask. Done in the first week.',
  title: 'Welcome to us',
  tagline: 'What you need to know during your first weeks with us',
  description: 'The course shows how we work, what holds here and whom to ask. You take it at your own pace.',
  audience: 'You who are new with us.',
  outcomes:
    'You know whom to ask about what.\nYou find your way in our systems and premises.\nYou know what to do if there is a fire or someone is hurt.',
  text: `# Welcome

> [!TIP]
> Replace the text in this box with a few lines from the manager. Write as you speak.

## Who we are

Tell what you do, for whom and why. Three short paragraphs are enough.

## Your first weeks

- **Day 1:** computer, access card and a tour
- **Week 1:** this course and a talk with your manager
- **Week 4:** a follow-up with your manager

:::write
prompt: What are you most curious about in your new work?
:::

# How we work

## A usual week

Describe the meetings, how you plan the work and how you reach each other.

## Working hours and absence

Write when people work, how to report that one is ill and how to ask for leave.

| You want to | This is how |
| --- | --- |
| Report that you are ill | Call your manager before 8 |
| Ask for leave | Send the form at least two weeks ahead |

# Whom to ask

Write who answers what. Give the role rather than the name, and the page lasts longer.

- **Pay and holidays:** the payroll office
- **Computer and sign-in:** the support desk
- **Premises and access cards:** the reception

# Safety

## If there is a fire

1. Save whoever is in danger.
2. Warn everyone nearby.
3. Call 112.
4. Put the fire out if you can do so without risk.

Write where the escape routes and the assembly point are.

## If someone is hurt

Write where the first aid box and the defibrillator are and to whom incidents are reported.

# Information about people

Write which personal data you handle, where it may be kept and whom to ask when in doubt.

> [!IMPORTANT]
> Has data reached the wrong person? Say so at once. It is never wrong to speak up.

:::write
prompt: Which information about people will you work with?
:::
`,
} satisfies Words<typeof sv>;

export const introductionWords = { sv, en };
