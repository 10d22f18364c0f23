import type { Manuscript } from '../making/manuscript.ts';
import { sixPages } from './six-pages.ts';

export const grundlaggandeBrandskydd: Manuscript = {
  slug: 'grundlaggande-brandskydd',
  title: { sv: 'Grundläggande brandskydd', en: 'Basic fire safety' },
  slides: [
    {
      drawing: 'flame',
      heading: { sv: 'Grundläggande brandskydd', en: 'Basic fire safety' },
      words: [{ sv: 'Förebygg, upptäck och gör rätt när det gäller', en: 'Prevent, detect and do right when it counts' }],
      seen: { sv: 'En låga som lugnt växer och krymper.', en: 'A flame that calmly grows and shrinks.' },
      said: [
        { sv: 'Välkommen till Grundläggande brandskydd.', en: 'Welcome to Basic fire safety.' },
        {
          sv: 'Du lär dig att förebygga brand, och att göra rätt om det brinner.',
          en: 'You learn to prevent fires, and what to do if there is one.',
        },
      ],
    },
    {
      drawing: 'triangle',
      heading: { sv: 'Tre saker behövs', en: 'Three things are needed' },
      words: [{ sv: 'Ta bort en av dem, så slocknar elden.', en: 'Take one away, and the fire goes out.' }],
      seen: {
        sv: 'En triangel med en låga i mitten och ett ord vid varje hörn.',
        en: 'A triangle with a flame in it and a word at each corner.',
      },
      drawn: { sv: 'Värme, syre och bränsle.', en: 'Heat, oxygen and fuel.' },
      said: [
        { sv: 'En brand behöver tre saker: bränsle, syre och värme.', en: 'A fire needs three things: fuel, oxygen and heat.' },
        { sv: 'Ta bort en av dem, så slocknar elden.', en: 'Take one of them away, and the fire goes out.' },
      ],
    },
    {
      drawing: 'checklist',
      heading: { sv: 'Förebygg i vardagen', en: 'Prevent every day' },
      words: [{ sv: 'En kort rond räcker långt.', en: 'A short round goes a long way.' }],
      seen: {
        sv: 'En lista med fyra rader som bockas av en efter en.',
        en: 'A list of four lines that are ticked off one by one.',
      },
      said: [
        { sv: 'Mycket går att förebygga i vardagen.', en: 'Much can be prevented in everyday life.' },
        {
          sv: 'Gå en kort rond: maskiner av, dörrar stängda, vägen ut fri.',
          en: 'Do a short round: machines off, doors shut, the way out clear.',
        },
      ],
    },
    {
      drawing: 'door',
      heading: { sv: 'Stäng dörren', en: 'Shut the door' },
      words: [{ sv: 'Röken är det farligaste.', en: 'The smoke is the greatest danger.' }],
      seen: {
        sv: 'En stängd dörr. På ena sidan fylls rummet av rök uppifrån.',
        en: 'A closed door. On one side the room fills with smoke from above.',
      },
      said: [
        { sv: 'Röken är det farligaste. Gå aldrig in i rök.', en: 'Smoke is the greatest danger. Never walk into smoke.' },
        { sv: 'En stängd dörr hindrar röken och ger alla mer tid.', en: 'A closed door holds it back and gives everyone more time.' },
      ],
    },
    {
      drawing: 'exit',
      heading: { sv: 'När larmet går', en: 'When the alarm sounds' },
      words: [
        { sv: 'Gå, spring inte.', en: 'Walk, do not run.' },
        { sv: 'Ta inte hissen.', en: 'Do not take the lift.' },
        { sv: 'Samlas ute.', en: 'Meet outside.' },
      ],
      seen: {
        sv: 'En pil genom en dörr, till en plats där fem prickar samlas.',
        en: 'An arrow through a door, to a place where five dots gather.',
      },
      said: [
        { sv: 'När larmet går tar du med dig dem som är närmast.', en: 'When the alarm sounds, take those nearest to you along.' },
        {
          sv: 'Gå närmaste säkra väg ut, till återsamlingsplatsen.',
          en: 'Walk the nearest safe way out, to the assembly point.',
        },
      ],
    },
    sixPages(35),
    {
      drawing: 'daylight',
      heading: { sv: 'Öva sedan på plats', en: 'Then practise on site' },
      words: [{ sv: 'Kursen ger teorin.', en: 'The course gives the theory.' }],
      seen: { sv: 'Solen står högt över låga kullar.', en: 'The sun stands high above low hills.' },
      said: [
        { sv: 'Kursen ger teorin. Öva sedan på din arbetsplats.', en: 'The course gives the theory. Then practise where you work.' },
        { sv: 'Välkommen att börja när du vill.', en: 'Start whenever you like.' },
      ],
    },
  ],
};
