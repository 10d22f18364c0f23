import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { exportCourse, importCourse, saveImportedCourse } from './package.actions.tsx';

/** Courses as files: taken out here, brought in anywhere. */
export const packageActions = { exportCourse, importCourse, saveImportedCourse } satisfies Partial<Record<RouteName, Action>>;
