export type Option = { id: string; text: string; correct: boolean; why: string };

/** Words that are missing in a text: typed, or chosen among options. */
export type Gap = { accepted: string[] } | { options: { id: string; text: string; correct: boolean }[] };
/** `right` is the id of what belongs with it; the two ids say nothing of each other. */
export type Left = { id: string; text: string; right: string };
/** A rectangle in an image, in percent of its width and height. */
export type Region = { id: string; label: string; x: number; y: number; width: number; height: number; correct: boolean };
export type Level = { id: string; title: string; points: number };
export type Criterion = { id: string; title: string; levels: Level[] };

/** Whether each right part gives its share of the points, or only the whole gives them. Each kind has its own default. */
type Scored = { scoring?: 'whole' | 'parts' };

type Kinds =
  | { kind: 'single' | 'multiple'; body: { options: Option[] } & Scored }
  | { kind: 'true-false'; body: { answer: boolean; why: string } }
  | { kind: 'number'; body: { answer: number; tolerance: number; unit?: string; why: string } }
  | { kind: 'short'; body: { accepted: string[]; why: string } }
  | { kind: 'blanks'; body: { text: (string | Gap)[]; why: string } & Scored }
  | { kind: 'match'; body: { lefts: Left[]; rights: { id: string; text: string }[]; why: string } & Scored }
  | { kind: 'order'; body: { items: { id: string; text: string }[]; why: string } & Scored }
  | { kind: 'hotspot'; body: { file: string; alt: string; width: number; height: number; regions: Region[]; why: string } }
  | { kind: 'free'; body: { longest: number; criteria: Criterion[]; why: string } }
  | { kind: 'file'; body: { types: FileType[]; megabytes: number; criteria: Criterion[]; why: string } };

export const fileTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  jpg: 'image/jpeg',
  png: 'image/png',
} as const;
export type FileType = keyof typeof fileTypes;

/** A question as it is stored: what is asked, what is right, and why. */
export type Question = { id: string; prompt: string; points: number } & Kinds;
export type QuestionKind = Question['kind'];
export type QuestionOf<Kind extends QuestionKind> = Question & { kind: Kind };

/** What a person answered, as it is stored. */
export type Reply =
  | { choice: string }
  | { choices: string[] }
  | { value: boolean }
  | { number: number }
  | { text: string }
  | { gaps: string[] }
  | { pairs: Record<string, string> }
  | { places: Record<string, number> }
  | { region: string }
  | { file: string };

/** Questions that a person marks, and no rule. */
export const isMarkedByHand = (question: Question): question is QuestionOf<'free' | 'file'> =>
  question.kind === 'free' || question.kind === 'file';

export const gapsOf = ({ body }: QuestionOf<'blanks'>): Gap[] => body.text.filter((part) => typeof part !== 'string');

/** The most points that a rubric gives. */
export const rubricPoints = (criteria: readonly Criterion[]): number =>
  criteria.reduce((sum, { levels }) => sum + Math.max(0, ...levels.map(({ points }) => points)), 0);
