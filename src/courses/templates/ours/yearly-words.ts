import type { Words } from '../../../ui/locale.ts';

const sv = {
  name: 'Regler eller säkerhet, varje år',
  about: 'Sex sidor som öppnas i ordning. Du skriver frågorna och slutprovet. Intyget gäller i tolv månader och förnyas med ett nytt prov.',
  title: 'Arbeta säkert hos oss',
  tagline: 'Reglerna som gäller, riskerna hos oss och vad du gör när något händer',
  description: 'Kursen går igenom vad lagen kräver, vilka risker som finns hos oss och hur du arbetar säkert. Du gör den varje år.',
  audience: 'Alla som arbetar hos oss.',
  outcomes: 'Du kan de viktigaste reglerna.\nDu känner igen riskerna i ditt arbete.\nDu vet vad du gör när något händer.',
  text: `# Varför du går kursen

Berätta vad som kan hända om reglerna inte följs. Ett verkligt exempel, utan namn, säger mer än en lagtext.

> [!INFO]
> Kursen görs en gång om året. En månad innan intyget går ut får du en påminnelse.

# Vad lagen säger

## Arbetsgivarens ansvar

Skriv vad arbetsgivaren måste göra och länka till lagen eller föreskriften.

## Ditt ansvar

Skriv vad den som arbetar måste göra, med egna ord och inte med lagens.

> [!TIPS]
> Skriv två eller tre frågor till sidan. Nästa sida öppnas när de är rätt besvarade.

# Riskerna hos oss

| Risk | Var | Så undviker du den |
| --- | --- | --- |
| Halka | Lastkajen | Halkfria skor, sanda före klockan 7 |
| Tunga lyft | Lagret | Använd lyftvagnen |

# Så gör du

Beskriv arbetet steg för steg. En lista är lättare att följa än ett långt stycke.

1. Kontrollera utrustningen.
2. Använd skyddet.
3. Ställ tillbaka det du har använt.

# Om något händer

1. Hjälp den som är skadad och larma 112 vid fara för liv.
2. Spärra av platsen.
3. Säg till din chef.
4. Anmäl händelsen eller tillbudet samma dag.

# Det viktigaste

Samla det som aldrig får glömmas i högst fem punkter. Efter den här sidan kommer slutprovet.

:::skriv
uppgift: Vad ska du göra annorlunda från och med i morgon?
:::
`,
};

const en = {
  name: 'Law or safety, every year',
  about:
    'Six pages that open in order. You write the questions and the final test. The certificate holds for twelve months and is renewed by a new test.',
  title: 'Work safely with us',
  tagline: 'The rules that hold, the risks here and what you do when something happens',
  description: 'The course covers what the law requires, which risks there are here and how to work safely. You take it every year.',
  audience: 'Everyone who works with us.',
  outcomes: 'You know the most important rules.\nYou recognise the risks in your work.\nYou know what to do when something happens.',
  text: `# Why you take the course

Tell what may happen when the rules are not followed. A real example, without names, says more than a text of law.

> [!INFO]
> The course is taken once a year. A month before the certificate expires you are reminded.

# What the law says

## The employer's part

Write what the employer must do and link to the act or regulation.

## Your part

Write what whoever works must do, in words of your own and not in those of the law.

> [!TIP]
> Write two or three questions for the page. The next page opens when they are answered right.

# The risks here

| Risk | Where | How you avoid it |
| --- | --- | --- |
| Slipping | The loading dock | Shoes with grip, sand before 7 |
| Heavy lifting | The store | Use the lift trolley |

# What you do

Describe the work step by step. A list is easier to follow than a long paragraph.

1. Check the equipment.
2. Use the protection.
3. Put back what you have used.

# If something happens

1. Help whoever is hurt, and call 112 when a life is in danger.
2. Close off the place.
3. Tell your manager.
4. Report the event or incident the same day.

# What matters most

Gather what must never be forgotten in at most five points. After this page comes the final test.

:::write
prompt: What will you do differently from tomorrow?
:::
`,
} satisfies Words<typeof sv>;

export const yearlyWords = { sv, en };
