export type Option = { id: string; text: string; correct: boolean; why: string };

type Kinds =
  | { kind: 'single' | 'multiple'; body: { options: Option[] } }
  | { kind: 'true-false'; body: { answer: boolean; why: string } }
  | { kind: 'number'; body: { answer: number; tolerance: number; unit?: string; why: string } }
  | { kind: 'short'; body: { accepted: string[]; why: string } };

/** A question as it is stored: what is asked, what is right, and why. */
export type Question = { id: string; prompt: string; points: number } & Kinds;

/** What a person answered, as it is stored. */
export type Reply = { choice: string } | { choices: string[] } | { value: boolean } | { number: number } | { text: string };
