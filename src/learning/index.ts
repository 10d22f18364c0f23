import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { saveAnswer } from './answer.actions.tsx';
import { coursePage, savePageVisit } from './course-page.actions.tsx';
import { deadlineActions } from './deadlines/deadlines.actions.tsx';
import { followUpActions } from './follow-up/follow-up.actions.tsx';
import { notesActions } from './notes/notes.actions.tsx';
import { saveReflection } from './reflection.actions.ts';
import { wholeCourseActions } from './whole-course/whole-course.actions.tsx';
import { continueCourse, home } from './home.actions.tsx';

export const learningActions = {
  home,
  continueCourse,
  coursePage,
  visitPage: savePageVisit,
  answerQuestion: saveAnswer,
  saveReflection,
  ...notesActions,
  ...wholeCourseActions,
  ...followUpActions,
  ...deadlineActions,
} satisfies Partial<Record<RouteName, Action>>;
export { learningMails } from './deadlines/mails.ts';
export { remindOfDeadlines } from './deadlines/remind-of-deadlines.ts';
export { coursePageQuery } from './course-page.queries.ts';
