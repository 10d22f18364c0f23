export type WorldQuestion =
  | {
      kind: 'single' | 'multiple';
      prompt: string;
      options: { text: string; correct: boolean; why: string }[];
      points?: number;
    }
  | { kind: 'true-false'; prompt: string; answer: boolean; why: string; points?: number }
  | {
      kind: 'number';
      prompt: string;
      answer: number;
      tolerance: number;
      unit?: string;
      why: string;
      points?: number;
    }
  | { kind: 'short'; prompt: string; accepted: string[]; why: string; points?: number };

export type WorldPage = {
  title: string;
  minutes: number;
  /** The heading of the section that begins here. */
  section?: string;
  markdown: string;
  questions: WorldQuestion[];
};

export type WorldCourse = {
  slug: string;
  title: string;
  tagline: string;
  description: string;
  audience: string;
  outcomes: string[];
  minutes: number;
  pages: WorldPage[];
  finalTest: {
    passPercent: number;
    maxAttempts: number;
    timeLimitMinutes: number | null;
    questions: WorldQuestion[];
  };
};
