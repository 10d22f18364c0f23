import type { Words } from '../../ui/locale.ts';

const sv = {
  title: (course: string) => `Frågorna i slutprovet, kurs ”${course}”`,
  lead: 'Se vilka frågor som är för lätta, för svåra eller behöver skrivas om.',
  emptyTitle: 'För få försök än',
  empty: (least: string) => `Siffrorna visas när minst ${least} försök är klara.`,
  small: (least: string) => `Siffror om färre än ${least} försök visas inte.`,
  chart: 'Lösningsandel och särskiljning',
  chartDescription:
    'Varje punkt är en fråga med sitt nummer. Längre till höger är frågan lättare. Högre upp skiljer den bättre mellan dem som kan mycket och dem som kan mindre. Tabellen visar samma siffror.',
  table: 'Fråga för fråga',
  question: 'Fråga',
  answered: 'Försök',
  few: (least: string) => `färre än ${least}`,
  difficulty: 'Lösningsandel',
  discrimination: 'Särskiljning',
  advice: 'Råd',
  verdict: {
    unknown: 'För få försök',
    good: 'Bra som den är',
    easy: 'Mycket lätt',
    hard: 'Mycket svår: läs igenom frågan',
    weak: 'Skiljer svagt: se över svaren',
    check: 'Kontrollera facit: de som kan mest svarar oftare fel',
  },
};

const en = {
  title: (course) => `The questions of the final test, course “${course}”`,
  lead: 'See which questions are too easy, too hard or need rewriting.',
  emptyTitle: 'Too few attempts yet',
  empty: (least) => `The figures are shown when at least ${least} attempts are done.`,
  small: (least) => `Figures about fewer than ${least} attempts are not shown.`,
  chart: 'Difficulty and discrimination',
  chartDescription:
    'Each point is a question with its number. Further to the right the question is easier. Higher up it better tells those who know much from those who know less. The table shows the same figures.',
  table: 'Question by question',
  question: 'Question',
  answered: 'Attempts',
  few: (least) => `fewer than ${least}`,
  difficulty: 'Share of points',
  discrimination: 'Discrimination',
  advice: 'Advice',
  verdict: {
    unknown: 'Too few attempts',
    good: 'Good as it is',
    easy: 'Very easy',
    hard: 'Very hard: read the question through',
    weak: 'Weak at telling apart: look at the answers',
    check: 'Check the key: those who know most are wrong more often',
  },
} satisfies Words<typeof sv>;

export const itemsWords = { sv, en };
