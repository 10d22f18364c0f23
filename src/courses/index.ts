import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { authoringActions } from './authoring/index.ts';
import { catalogue, start } from './catalogue.actions.tsx';
import { course, courseFile } from './course.actions.tsx';

export const coursesActions = { start, catalogue, course, courseFile, ...authoringActions } satisfies Partial<Record<RouteName, Action>>;

export { addFilm } from './add-film.ts';
export { publishCourse } from './publish-course.ts';
