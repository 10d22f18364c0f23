import type { Manuscript } from '../making/manuscript.ts';

export const maBraPaJobbet: Manuscript = {
  slug: 'ma-bra-pa-jobbet',
  title: { sv: 'Må bra på jobbet', en: 'Feeling well at work' },
  slides: [
    {
      drawing: 'sunrise',
      heading: { sv: 'Må bra på jobbet', en: 'Feeling well at work' },
      words: [
        {
          sv: 'En kurs om stress, återhämtning, sömn och mikropauser',
          en: 'A course about stress, recovery, sleep and micro-breaks',
        },
      ],
      seen: {
        sv: 'En sol går upp över låga kullar.',
        en: 'A sun rises over low hills.',
      },
      said: [
        { sv: 'Välkommen till Må bra på jobbet.', en: 'Welcome to Feeling well at work.' },
        {
          sv: 'Det är en kurs om att orka, i dag och på sikt.',
          en: 'A course about keeping your strength, now and in the long run.',
        },
      ],
    },
    {
      drawing: 'day',
      heading: { sv: 'Stress', en: 'Stress' },
      words: [
        {
          sv: 'Upp när det gäller, och ner igen efteråt.',
          en: 'Up when it counts, and down again afterwards.',
        },
      ],
      seen: {
        sv: 'En kurva över en dag, från klockan 8 till klockan 22. Den går upp två gånger och ner igen efteråt.',
        en: 'A curve across a day, from 8 in the morning to 10 at night. It rises twice and comes down again.',
      },
      said: [
        {
          sv: 'Lite stress är inte farligt. Den hjälper oss när det gäller.',
          en: 'A little stress is not dangerous. It helps us when it counts.',
        },
        {
          sv: 'Men kroppen behöver få varva ner efteråt.',
          en: 'But afterwards the body needs to wind down.',
        },
      ],
    },
    {
      drawing: 'breath',
      heading: { sv: 'Återhämtning', en: 'Recovery' },
      words: [{ sv: 'Det som ger dig ny kraft.', en: 'What gives you new strength.' }],
      seen: {
        sv: 'En cirkel som långsamt växer och krymper, som ett lugnt andetag.',
        en: 'A circle that slowly grows and shrinks, like a calm breath.',
      },
      said: [
        {
          sv: 'Därför handlar kursen om återhämtning.',
          en: 'That is why the course is about recovery.',
        },
        {
          sv: 'Det är allt som ger dig ny kraft, på jobbet och hemma.',
          en: 'That means all that gives you new strength, at work and at home.',
        },
      ],
    },
    {
      drawing: 'moon',
      night: true,
      heading: { sv: 'Sömn', en: 'Sleep' },
      words: [{ sv: 'Så kommer du till ro.', en: 'How to settle down.' }],
      seen: {
        sv: 'Natt. Månen stiger över kullarna och stjärnor tänds.',
        en: 'Night. The moon rises over the hills and stars come out.',
      },
      said: [
        { sv: 'Allra viktigast är sömnen.', en: 'Sleep matters most of all.' },
        {
          sv: 'Du får råd om hur du kommer till ro på kvällen.',
          en: 'You get advice on how to settle down in the evening.',
        },
      ],
    },
    {
      drawing: 'minute',
      heading: { sv: 'Mikropauser', en: 'Micro-breaks' },
      words: [
        { sv: 'Res dig.', en: 'Stand up.' },
        { sv: 'Titta ut.', en: 'Look out.' },
        { sv: 'Andas lugnt.', en: 'Breathe calmly.' },
      ],
      seen: {
        sv: 'En ring av sextio streck som fylls, ett för varje sekund av en minut. I mitten står det ”1 minut”.',
        en: 'A ring of sixty marks that fills, one for each second of a minute; in the middle it says “1 minute”.',
      },
      said: [
        { sv: 'Och så övar du på mikropauser.', en: 'And you practise micro-breaks.' },
        {
          sv: 'Res dig, titta ut, andas lugnt. En minut räcker.',
          en: 'Stand up, look out, breathe calmly. One minute is enough.',
        },
      ],
    },
    {
      drawing: 'people',
      heading: { sv: 'För alla på\u00A0jobbet', en: 'For everyone at work' },
      words: [{ sv: 'Inga förkunskaper behövs.', en: 'No previous knowledge needed.' }],
      seen: {
        sv: 'Fem enkla figurer bredvid varandra, olika långa. En sitter i rullstol.',
        en: 'Five simple figures side by side, of different heights. One uses a wheelchair.',
      },
      said: [
        {
          sv: 'Kursen är för alla på jobbet, vad du än arbetar med.',
          en: 'The course is for everyone at work, whatever you work with.',
        },
        {
          sv: 'Du behöver inte kunna något innan.',
          en: 'You need no previous knowledge.',
        },
      ],
    },
    {
      drawing: 'pages',
      heading: { sv: 'I din egen takt', en: 'At your own pace' },
      words: [
        {
          sv: 'Mindre än en timme, när det passar dig.',
          en: 'Less than an hour, when it suits you.',
        },
      ],
      seen: {
        sv: 'Åtta sidor som fylls en efter en, sedan en bock för slutprovet och sist ett kursintyg.',
        en: 'Eight pages that fill one by one, then a tick for the final test, and last a certificate.',
      },
      said: [
        {
          sv: 'Den har åtta korta sidor och tar mindre än en timme.',
          en: 'It has eight short pages and takes less than an hour.',
        },
        {
          sv: 'Du går den i din egen takt och fortsätter där du slutade.',
          en: 'You take it at your own pace and carry on where you left off.',
        },
        {
          sv: 'Sist kommer ett slutprov. Klarar du det får du ett kursintyg.',
          en: 'Last comes a final test. Pass it, and you get a certificate.',
        },
      ],
    },
    {
      drawing: 'letters',
      heading: { sv: 'Undrar du över något?', en: 'Is there something you wonder about?' },
      words: [{ sv: 'Skriv till kursens administratör.', en: 'Write to the course administrator.' }],
      seen: {
        sv: 'En pratbubbla, och strax efter en till som svarar.',
        en: 'A speech bubble, and soon after it another that answers.',
      },
      said: [
        {
          sv: 'Undrar du över något? Skriv till kursens administratör.',
          en: 'Is there something you wonder about? Write to the course administrator.',
        },
      ],
    },
    {
      drawing: 'daylight',
      heading: { sv: 'Ta ett lugnt andetag', en: 'Take a calm breath' },
      words: [{ sv: 'Börja när du vill.', en: 'Start whenever you like.' }],
      seen: {
        sv: 'Solen står högt över kullarna och andas långsamt.',
        en: 'The sun stands high above the hills and breathes slowly.',
      },
      said: [
        {
          sv: 'Ta ett lugnt andetag. Välkommen att börja när du vill.',
          en: 'Take a calm breath. Start whenever you like.',
        },
      ],
    },
  ],
};
