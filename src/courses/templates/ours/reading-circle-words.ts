import type { Words } from '../../../ui/locale.ts';

const sv = {
  name: 'Läsecirkel',
  about: 'Fyra träffar kring en bok, med frågor att fundera över. Inget prov.',
  title: 'Läsecirkel: bokens titel',
  tagline: 'Vi läser en bok tillsammans och möts fyra gånger',
  description:
    'Inför varje träff läser du en del av boken och skriver ner några tankar. Bara du ser det du skriver, om du inte väljer att berätta.',
  audience: 'Alla som tycker om att läsa.',
  outcomes: 'Du har läst boken.\nDu har hört hur andra läser den.',
  text: `# Så går det till

Vi möts fyra gånger. Skriv dag, tid och plats för varje träff här.

| Träff | Dag | Läs till dess |
| --- | --- | --- |
| 1 | | Kapitel 1–5 |
| 2 | | Kapitel 6–10 |
| 3 | | Kapitel 11–15 |
| 4 | | Resten av boken |

> [!TIPS]
> Berätta var boken finns: på biblioteket, som ljudbok och som talbok för den som behöver det.

# Träff 1: början

Läs kapitel 1–5.

- Vem är det som berättar?
- Vilken mening minns du?

:::skriv
uppgift: Vad tror du att boken kommer att handla om?
:::

# Träff 2: det vänder

Läs kapitel 6–10.

- När ändrade sig något?
- Vem förstår du bäst, och vem förstår du inte?

:::skriv
uppgift: Vad skulle du ha gjort i huvudpersonens ställe?
:::

# Träff 3: på djupet

Läs kapitel 11–15.

- Vad säger boken om sin tid?
- Vad säger den om vår?

:::skriv
uppgift: Vilken fråga vill du ställa till de andra?
:::

# Träff 4: slutet

Läs resten av boken.

- Blev slutet som du trodde?
- Vem vill du ge boken till?

:::skriv
uppgift: Vad tar du med dig från boken?
:::
`,
};

const en = {
  name: 'Reading circle',
  about: 'Four meetings around a book, with questions to think about. No test.',
  title: 'Reading circle: title of the book',
  tagline: 'We read a book together and meet four times',
  description:
    'Before each meeting you read a part of the book and write down some thoughts. Only you see what you write, unless you choose to tell.',
  audience: 'Everyone who likes to read.',
  outcomes: 'You have read the book.\nYou have heard how others read it.',
  text: `# How it works

We meet four times. Write the day, time and place of each meeting here.

| Meeting | Day | Read by then |
| --- | --- | --- |
| 1 | | Chapters 1–5 |
| 2 | | Chapters 6–10 |
| 3 | | Chapters 11–15 |
| 4 | | The rest of the book |

> [!TIP]
> Tell where the book is found: at the library, as an audiobook and in accessible form for those who need it.

# Meeting 1: the beginning

Read chapters 1–5.

- Who is telling the story?
- Which sentence do you remember?

:::write
prompt: What do you think the book will be about?
:::

# Meeting 2: the turn

Read chapters 6–10.

- When did something change?
- Whom do you understand best, and whom not?

:::write
prompt: What would you have done in the place of the main character?
:::

# Meeting 3: deeper

Read chapters 11–15.

- What does the book say about its time?
- What does it say about ours?

:::write
prompt: Which question do you want to ask the others?
:::

# Meeting 4: the end

Read the rest of the book.

- Was the end what you thought?
- To whom do you want to give the book?

:::write
prompt: What do you take with you from the book?
:::
`,
} satisfies Words<typeof sv>;

export const readingCircleWords = { sv, en };
