import { z } from 'zod';
import { idPattern } from '../../routes.ts';

export const formatName = 'kursiv-course';
/** Raised when an older reader could not understand what is written. */
export const formatVersion = 1;

// Closed: what the format does not know is told, and never lost in silence.
const shape = <Fields extends z.core.$ZodShape>(fields: Fields) => z.strictObject(fields);
const text = (most: number) => z.string().max(most);
const id = z.string().regex(idPattern);
const whole = (most: number) => z.number().int().min(1).max(most);
const language = z.enum(['sv', 'en']);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const path = z.string().max(200);

/** Read first and loosely: a later version is told by its number, whatever else it says. */
const head = { format: z.string(), version: z.number() };
export const manifestHead = z.looseObject(head);
export const manifestShape = shape({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  digests: z.record(path, digest),
});

const why = text(4000);
const scoring = z.enum(['whole', 'parts']).optional();
const short = text(2000);
const option = shape({ id: short, text: short, correct: z.boolean(), why });
const gap = z.union([
  shape({ accepted: z.array(short).max(200) }),
  shape({ options: z.array(shape({ id: short, text: short, correct: z.boolean() })).max(200) }),
]);
const part = shape({ id: short, text: short });
const percent = z.number().min(0).max(100);
const region = shape({ id: short, label: short, x: percent, y: percent, width: percent, height: percent, correct: z.boolean() });
const criteria = z
  .array(
    shape({
      id: short,
      title: short,
      levels: z.array(shape({ id: short, title: short, points: z.number().int().min(0).max(99) })).max(50),
    }),
  )
  .max(50);

/** What is right of each kind. A draft's question may lack its right answer until it is published. */
const bodies = {
  single: shape({ options: z.array(option).max(50), scoring }),
  multiple: shape({ options: z.array(option).max(50), scoring }),
  'true-false': shape({ answer: z.boolean().optional(), why }),
  number: shape({ answer: z.number().optional(), tolerance: z.number().min(0), unit: text(100).optional(), why }),
  short: shape({ accepted: z.array(short).max(200), why }),
  blanks: shape({ text: z.array(z.union([text(8000), gap])).max(500), why, scoring }),
  match: shape({
    lefts: z.array(shape({ id: short, text: short, right: short })).max(200),
    rights: z.array(part).max(400),
    why,
    scoring,
  }),
  order: shape({ items: z.array(part).max(200), why, scoring }),
  hotspot: shape({
    file: id,
    alt: short,
    width: whole(100_000),
    height: whole(100_000),
    regions: z.array(region).max(100),
    why,
  }),
  free: shape({ longest: whole(100_000), criteria, why }),
  file: shape({ types: z.array(z.enum(['pdf', 'docx', 'odt', 'jpg', 'png'])).max(5), megabytes: whole(100), criteria, why }),
};

const place = { id, page: id.nullable(), pool: id.nullable(), prompt: text(4000), points: whole(1000) };
const questionOf = <Kind extends keyof typeof bodies>(kind: Kind) => shape({ ...place, kind: z.literal(kind), body: bodies[kind] });
export const questionShape = z.discriminatedUnion('kind', [
  questionOf('single'),
  questionOf('multiple'),
  questionOf('true-false'),
  questionOf('number'),
  questionOf('short'),
  questionOf('blanks'),
  questionOf('match'),
  questionOf('order'),
  questionOf('hotspot'),
  questionOf('free'),
  questionOf('file'),
]);

const size = whole(100_000).nullable();
const mediaShape = shape({
  id,
  /** The picture, film or sound that it belongs to. */
  of: id.nullable(),
  path,
  name: text(200),
  type: text(200),
  kind: z.enum(['image', 'film', 'sound', 'document', 'width', 'captions', 'poster']),
  state: z.enum(['ready', 'waiting', 'failed']),
  bytes: z.number().int().min(0),
  width: size,
  height: size,
  seconds: whole(1_000_000).nullable(),
  language: language.nullable(),
});

export const courseShape = shape({
  title: z.string().trim().min(1).max(120),
  tagline: text(400),
  description: text(8000),
  audience: text(2000),
  outcomes: z.array(text(2000)).max(100),
  /** Said only of a course whose pages are not opened freely. */
  pageOrder: z.enum(['read', 'answered']).optional(),
  language,
  sections: z.array(shape({ id, title: text(200) })).max(500),
  pages: z
    .array(shape({ id, section: id.nullable(), title: text(400), minutes: whole(10_000).nullable(), document: path, markdown: path }))
    .max(1000),
  pools: z.array(shape({ id, name: text(200), draw: whole(100) })).max(200),
  finalTest: shape({
    passPercent: whole(100),
    maxAttempts: whole(1000),
    timeLimitMinutes: whole(100_000).nullable(),
    waitHours: whole(2160).nullable(),
    answersShown: z.enum(['never', 'after-pass', 'after-last']),
    shuffleQuestions: z.boolean(),
    shuffleOptions: z.boolean(),
  }).nullable(),
  intro: shape({
    file: id,
    poster: id.nullable(),
    title: text(400),
    seconds: whole(1_000_000),
    texts: z.array(shape({ language, captions: id, transcript: text(200_000) })).max(2),
  }).nullable(),
  media: z.array(mediaShape).max(5000),
});

export type CourseRecord = z.output<typeof courseShape>;
export type QuestionRecord = z.output<typeof questionShape>;
export type MediaRecord = z.output<typeof mediaShape>;
export const questionsShape = z.array(questionShape).max(5000);
