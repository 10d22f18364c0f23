import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { check, savePublish } from './check.actions.tsx';
import { courseDetails, newCourse, saveCourseDetails, saveNewCourse } from './details.actions.tsx';
import { draftTest, saveDraftTest } from './final-test.actions.tsx';
import { pageHistory, restoreText } from './history.actions.tsx';
import { coursesToRun, saveDuplicate, saveListing } from './list.actions.tsx';
import { arrangePage, draft, saveBeginDraft, saveBringBack, saveNewPage } from './outline.actions.tsx';
import { draftPage, saveDraftPage, showDraftText } from './page.actions.tsx';
import { saveQuestionPool } from './pool.actions.ts';
import { previewPage, previewTest, tryPreview } from './preview.actions.tsx';
import { saveNewSection, saveSection } from './section.actions.tsx';
import { arrangeQuestion, createQuestion, draftQuestion, newQuestion, saveDraftQuestion } from './question.actions.tsx';

/** Writing courses: the part of the room that only a course's administrators see. */
export const authoringActions = {
  coursesToRun,
  newCourse: (visit) => newCourse(visit),
  createCourse: saveNewCourse,
  duplicateCourse: saveDuplicate,
  courseDetails,
  saveCourseDetails,
  listCourse: saveListing,
  draft: (visit) => draft(visit),
  beginDraft: saveBeginDraft,
  addPage: saveNewPage,
  addSection: saveNewSection,
  saveSection,
  arrangePage,
  bringBack: saveBringBack,
  draftPage,
  saveDraftPage,
  showDraftText,
  pageHistory,
  restoreText,
  newQuestion,
  createQuestion,
  draftQuestion,
  saveDraftQuestion,
  arrangeQuestion,
  draftTest: (visit) => draftTest(visit),
  saveDraftTest,
  saveQuestionPool,
  previewPage: (visit) => previewPage(visit),
  previewTest,
  tryPreview,
  checkDraft: (visit) => check(visit),
  publishDraft: savePublish,
} satisfies Partial<Record<RouteName, Action>>;
