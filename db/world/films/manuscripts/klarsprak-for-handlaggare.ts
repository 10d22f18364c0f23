import type { Manuscript } from '../making/manuscript.ts';
import { sixPages } from './six-pages.ts';

export const klarsprakForHandlaggare: Manuscript = {
  slug: 'klarsprak-for-handlaggare',
  title: { sv: 'Klarspråk för handläggare', en: 'Plain language for case officers' },
  slides: [
    {
      drawing: 'letter',
      heading: { sv: 'Klarspråk för handläggare', en: 'Plain language for case officers' },
      words: [{ sv: 'Skriv så att mottagaren förstår – första gången', en: 'Write so that the reader understands – the first time' }],
      seen: {
        sv: 'Ett brev där raderna kommer en efter en. Den första är tjockast.',
        en: 'A letter whose lines come one by one. The first is the thickest.',
      },
      said: [
        { sv: 'Välkommen till Klarspråk för handläggare.', en: 'Welcome to Plain language for case officers.' },
        {
          sv: 'Det är en kurs för dig som skriver beslut, brev och mejl.',
          en: 'A course for you who write decisions, letters and e-mails.',
        },
      ],
    },
    {
      drawing: 'first',
      heading: { sv: 'Det viktigaste först', en: 'The most important first' },
      words: [{ sv: 'Svara i den ordning som läsaren frågar.', en: 'Answer in the order the reader asks.' }],
      seen: {
        sv: 'Fyra frågor under varandra. Den översta är störst.',
        en: 'Four questions below each other. The first is the largest.',
      },
      drawn: {
        sv: 'Vad har ni bestämt? Vad betyder det för mig? Varför? Vad kan jag göra nu?',
        en: 'What have you decided? What does it mean for me? Why? What can I do now?',
      },
      said: [
        { sv: 'Den som läser vill först veta vad ni har bestämt.', en: 'The reader first wants to know what you have decided.' },
        {
          sv: 'Sedan vad det betyder, varför det blev så och vad man kan göra nu.',
          en: 'Then what it means, why it turned out so and what to do now.',
        },
      ],
    },
    {
      drawing: 'swaps',
      heading: { sv: 'Vanliga ord', en: 'Everyday words' },
      words: [{ sv: 'Ord som mottagaren själv använder.', en: 'Words that the readers use themselves.' }],
      seen: {
        sv: 'Tre gamla ord stryks över, och ett vanligt ord står bredvid.',
        en: 'Three old words are crossed out, each with an everyday one beside it.',
      },
      drawn: {
        sv: 'Erhålla blir få. Föreligger blir finns. Tillse blir se till.',
        en: '“Erhålla” (be in receipt of) becomes “få” (get), and so on.',
      },
      said: [
        { sv: 'Du byter kanslispråk mot ord som mottagaren använder.', en: 'You swap officialese for words that the reader uses.' },
        { sv: 'Erhålla blir få, och föreligger blir finns.', en: '“Be in receipt of” becomes “get”.' },
      ],
    },
    {
      drawing: 'shorter',
      heading: { sv: 'Vem gör vad?', en: 'Who does what?' },
      words: [{ sv: 'En sak i taget.', en: 'One thing at a time.' }],
      seen: {
        sv: 'En lång rad blir tre korta.',
        en: 'One long line becomes three short ones.',
      },
      said: [
        { sv: 'Du övar på att skriva tydliga meningar.', en: 'You practise writing clear sentences.' },
        { sv: 'Det ska framgå vem som gör vad, och när.', en: 'They should say who does what, and when.' },
      ],
    },
    {
      drawing: 'checklist',
      heading: { sv: 'Granska innan du skickar', en: 'Check before you send' },
      words: [{ sv: 'En enkel checklista.', en: 'A simple checklist.' }],
      seen: {
        sv: 'En lista med fyra rader som bockas av en efter en.',
        en: 'A list of four lines that are ticked off one by one.',
      },
      said: [
        { sv: 'Och du får en enkel checklista.', en: 'And you get a simple checklist.' },
        { sv: 'Med den granskar du din egen text innan du skickar den.', en: 'With it you check your own text before you send it.' },
      ],
    },
    sixPages(36),
    {
      drawing: 'daylight',
      heading: { sv: 'Börja med din egen text', en: 'Start with a text of your own' },
      words: [{ sv: 'Ta bort alla person\u00ADuppgifter först.', en: 'Remove all personal data first.' }],
      seen: { sv: 'Solen står högt över låga kullar.', en: 'The sun stands high above low hills.' },
      said: [
        { sv: 'Ta fram en text som du själv har skrivit.', en: 'Find a text that you have written yourself.' },
        { sv: 'Ta bort alla personuppgifter, och börja när du vill.', en: 'Remove all personal data, and start whenever you like.' },
      ],
    },
  ],
};
