import type { Manuscript } from '../making/manuscript.ts';
import { sixPages } from './six-pages.ts';

export const kallkritikAk7Till9: Manuscript = {
  slug: 'kallkritik-ak-7-9',
  title: { sv: 'Källkritik åk 7–9', en: 'Source criticism, years 7–9' },
  slides: [
    {
      drawing: 'magnifier',
      heading: { sv: 'Källkritik', en: 'Source criticism' },
      words: [{ sv: 'Lär dig avgöra vad du kan lita på', en: 'Learn to judge what you can trust' }],
      seen: {
        sv: 'Ett förstoringsglas som glider över en text.',
        en: 'A magnifying glass that glides over a text.',
      },
      said: [
        { sv: 'Välkommen till Källkritik för årskurs sju till nio.', en: 'Welcome to Source criticism for years seven to nine.' },
        {
          sv: 'Varje dag möter du hundratals påståenden. Vilka kan du lita på?',
          en: 'Every day you meet hundreds of claims. Which can you trust?',
        },
      ],
    },
    {
      drawing: 'chain',
      heading: { sv: 'Vem visste först?', en: 'Who knew first?' },
      words: [{ sv: 'Leta dig bakåt.', en: 'Trace it back.' }],
      seen: {
        sv: 'Fyra figurer på rad. Pratbubblan över dem ändrar form för varje led.',
        en: 'Four figures in a row. The bubble above them changes shape with each.',
      },
      said: [
        { sv: 'Varje gång en uppgift förs vidare kan något ändras.', en: 'Each time a claim is passed on, something can change.' },
        { sv: 'Leta dig bakåt, mot den som visste först.', en: 'Trace it back, to whoever knew first.' },
      ],
    },
    {
      drawing: 'questions',
      heading: { sv: 'Fyra frågor', en: 'Four questions' },
      words: [{ sv: 'Ett verktyg som alltid fungerar.', en: 'A tool that always works.' }],
      seen: { sv: 'Fyra kort med ett ord på varje.', en: 'Four cards with a word on each.' },
      drawn: { sv: 'Äkthet, tid, beroende, tendens.', en: 'Authenticity, time, dependence, bias.' },
      said: [
        { sv: 'Du får fyra frågor. Är det äkta? När gjordes det?', en: 'You get four questions. Is it genuine? When was it made?' },
        {
          sv: 'Står källan på egna ben? Vill någon påverka mig?',
          en: 'Does the source stand on its own? Does anyone want to sway me?',
        },
      ],
    },
    {
      drawing: 'feed',
      heading: { sv: 'Flödet väljer åt dig', en: 'The feed chooses for you' },
      words: [{ sv: 'Det visar det som får dig att stanna kvar.', en: 'It shows what makes you stay.' }],
      seen: {
        sv: 'En mobil där inläggen rullar uppåt.',
        en: 'A phone where the posts scroll upwards.',
      },
      said: [
        { sv: 'Du får veta hur ett flöde väljer vad du ser.', en: 'You learn how a feed chooses what you see.' },
        {
          sv: 'Det visar inte det viktigaste, utan det som får dig att stanna.',
          en: 'It does not show what matters most, but what makes you stay.',
        },
      ],
    },
    {
      drawing: 'minute',
      heading: { sv: 'Innan du delar', en: 'Before you share' },
      words: [
        { sv: 'Stanna.', en: 'Stop.' },
        { sv: 'Sök avsändaren.', en: 'Look up the sender.' },
        { sv: 'Hitta fler källor.', en: 'Find more sources.' },
      ],
      seen: {
        sv: 'En ring av sextio streck som fylls. I mitten står det ”1 minut”.',
        en: 'A ring of sixty marks that fills; in the middle it says “1 minute”.',
      },
      said: [
        { sv: 'Och du lär dig fyra steg att ta innan du delar något.', en: 'And you learn four steps to take before you share anything.' },
        { sv: 'De tar en minut. Hittar du inget svar delar du inte.', en: 'They take a minute. If you find no answer, you do not share.' },
      ],
    },
    sixPages(32),
    {
      drawing: 'daylight',
      heading: { sv: 'Hur mycket kan du lita på det?', en: 'How far can you trust it?' },
      words: [{ sv: 'Börja när du vill.', en: 'Start whenever you like.' }],
      seen: { sv: 'Solen står högt över låga kullar.', en: 'The sun stands high above low hills.' },
      said: [
        { sv: 'Att vara källkritisk är inte att misstro allt.', en: 'To be critical of sources is not to distrust everything.' },
        {
          sv: 'Det är att ta reda på hur mycket du kan lita på en källa.',
          en: 'It is to find out how far you can trust a source.',
        },
      ],
    },
  ],
};
