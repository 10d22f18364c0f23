import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { authoringActions } from './authoring/index.ts';
import { catalogue, start } from './catalogue.actions.tsx';
import { course, courseFile } from './course.actions.tsx';
import { importActions } from './imports/index.ts';
import { mediaActions } from './media/index.ts';
import { templateActions } from './templates/templates.actions.ts';
import { packageActions } from './packages/index.ts';

export const coursesActions = {
  start,
  catalogue,
  course,
  courseFile,
  ...authoringActions,
  ...mediaActions,
  ...packageActions,
  ...templateActions,
  ...importActions,
} satisfies Partial<Record<RouteName, Action>>;

export { copyCourseTo } from './authoring/copy-course-to.ts';
export { addTemplate } from './templates/begin-from-template.ts';
export { ourTemplates } from './templates/ours/index.ts';
export { addFilm, type NewFilm } from './add-film.ts';
export { publishCourse } from './publish-course.ts';
export { fillPlaces, inPieces, renderDocument } from './render-document.ts';
export { prepareFilm } from './media/film-job.ts';
export { makeMissingStream, makeStreamsTask } from './media/make-missing-stream.ts';
export { filmsAlone, findLateStreams, withStreams } from './media/late-streams.ts';
export { toMarkdown } from './to-markdown.ts';
export { fromMarkdown } from './markdown.ts';
export type { PageOrder } from './page-order.ts';
export type { Document } from './document.ts';
