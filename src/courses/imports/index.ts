import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { importPages, previewPages, saveImportedPages } from './documents/pages.actions.tsx';
import { importQuestions, previewQuestions, saveImportedQuestions } from './questions.actions.tsx';

export { pagesFromMarkdown } from './documents/read-markdown.ts';

/** What was written elsewhere, brought into a draft. */
export const importActions = {
  importQuestions,
  previewQuestions,
  saveImportedQuestions,
  importPages,
  previewPages,
  saveImportedPages,
} satisfies Partial<Record<RouteName, Action>>;
