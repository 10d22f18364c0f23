import type { Drawing } from './drawings.ts';

export interface InTwoLanguages {
  sv: string;
  en: string;
}

/** One still picture and what is said over it; a sentence is also one caption. */
export interface Slide {
  drawing: Drawing;
  night?: true;
  heading: InTwoLanguages;
  words: InTwoLanguages[];
  seen: InTwoLanguages;
  /** What stands in the drawing itself. */
  drawn?: InTwoLanguages;
  said: InTwoLanguages[];
}

export interface Manuscript {
  slug: string;
  title: InTwoLanguages;
  slides: Slide[];
}

export interface Cue extends InTwoLanguages {
  start: number;
  end: number;
}

export interface Scene {
  slide: Slide;
  start: number;
  seconds: number;
  cues: Cue[];
}
