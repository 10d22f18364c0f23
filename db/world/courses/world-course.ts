import type { CourseDraft, DraftQuestion } from '../../../src/courses/publish-course.ts';

export type WorldQuestion = DraftQuestion;
export type WorldPage = CourseDraft['pages'][number];
export type WorldCourse = CourseDraft;
