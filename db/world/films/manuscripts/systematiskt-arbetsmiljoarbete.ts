import type { Manuscript } from '../making/manuscript.ts';
import { sixPages } from './six-pages.ts';

export const systematisktArbetsmiljoarbete: Manuscript = {
  slug: 'systematiskt-arbetsmiljoarbete',
  title: { sv: 'Systematiskt arbetsmiljöarbete', en: 'Systematic work environment management' },
  slides: [
    {
      drawing: 'steps',
      heading: { sv: 'Systematiskt arbetsmiljöarbete', en: 'Systematic work environment management' },
      words: [{ sv: 'Undersök, bedöm, åtgärda och följ upp – året runt', en: 'Examine, assess, act and follow up – all year' }],
      seen: { sv: 'En cirkel i fyra delar som tänds en efter en.', en: 'A circle in four parts that light up one by one.' },
      drawn: { sv: 'Undersök, bedöm, åtgärda, kontrollera.', en: 'Examine, assess, act, check.' },
      said: [
        { sv: 'Välkommen till Systematiskt arbetsmiljöarbete.', en: 'Welcome to Systematic work environment management.' },
        { sv: 'Samma fyra steg går runt, gång på gång.', en: 'The same four steps go round, time after time.' },
      ],
    },
    {
      drawing: 'people',
      heading: { sv: 'Alla har en del', en: 'Everyone has a part' },
      words: [{ sv: 'Ansvaret är arbets\u00ADgivarens.', en: 'The responsibility is the employer’s.' }],
      seen: {
        sv: 'Fem enkla figurer bredvid varandra, olika långa. En sitter i rullstol.',
        en: 'Five simple figures side by side, of different heights. One uses a wheelchair.',
      },
      said: [
        {
          sv: 'Arbetsgivaren ansvarar för att ingen blir sjuk eller skadar sig.',
          en: 'The employer must see that nobody falls ill or is injured.',
        },
        { sv: 'Men alla har en del i arbetet, också du.', en: 'But everyone has a part in the work, you too.' },
      ],
    },
    {
      drawing: 'magnifier',
      heading: { sv: 'Undersök', en: 'Examine' },
      words: [{ sv: 'Gå dit där arbetet görs.', en: 'Go to where the work is done.' }],
      seen: { sv: 'Ett förstoringsglas som glider över en text.', en: 'A magnifying glass that glides over a text.' },
      said: [
        { sv: 'Först undersöker ni hur det ser ut och hur människor mår.', en: 'First you examine how things are and how people feel.' },
        { sv: 'Titta på vardagen, inte på det uppstädade.', en: 'Look at an ordinary day, not at a tidied-up one.' },
      ],
    },
    {
      drawing: 'matrix',
      heading: { sv: 'Bedöm riskerna', en: 'Assess the risks' },
      words: [
        { sv: 'Hur sannolikt?', en: 'How likely?' },
        { sv: 'Hur allvarligt?', en: 'How serious?' },
      ],
      seen: {
        sv: 'Ett rutnät på fem gånger fem rutor. Det mörknar mot det övre högra hörnet.',
        en: 'A grid of five by five squares. It darkens towards the upper right corner.',
      },
      drawn: { sv: 'Sannolikhet och allvar.', en: 'Likelihood and severity.' },
      said: [
        { sv: 'Sedan bedömer ni riskerna, tillsammans.', en: 'Then you assess the risks, together.' },
        {
          sv: 'Hur sannolikt är det att något händer, och hur allvarligt blir det?',
          en: 'How likely is it that something happens, and how serious is it?',
        },
      ],
    },
    {
      drawing: 'plan',
      heading: { sv: 'Åtgärda', en: 'Act' },
      words: [{ sv: 'Och kontrollera att det hjälpte.', en: 'And check that it helped.' }],
      seen: { sv: 'En tabell med tre kolumner som fylls rad för rad.', en: 'A table of three columns that fills row by row.' },
      drawn: { sv: 'Åtgärd, ansvarig, datum.', en: 'Measure, who, date.' },
      said: [
        {
          sv: 'Det ni inte åtgärdar genast skriver ni in i en handlingsplan.',
          en: 'What you do not fix at once goes into an action plan.',
        },
        {
          sv: 'Där står vad ni ska göra, vem som ansvarar och när det ska vara klart.',
          en: 'It says what to do, who is responsible and by when.',
        },
        { sv: 'Till sist kontrollerar ni att åtgärden fungerade.', en: 'Finally you check that the measure worked.' },
      ],
    },
    sixPages(35),
    {
      drawing: 'daylight',
      heading: { sv: 'Börja med en runda', en: 'Start with a round' },
      words: [{ sv: 'Börja när du vill.', en: 'Start whenever you like.' }],
      seen: { sv: 'Solen står högt över låga kullar.', en: 'The sun stands high above low hills.' },
      said: [
        { sv: 'Vilken risk skulle en främling se direkt hos er?', en: 'Which risk would a stranger see at once where you work?' },
        { sv: 'Gå en runda och titta, och börja kursen när du vill.', en: 'Take a walk and look, and start the course when you like.' },
      ],
    },
  ],
};
