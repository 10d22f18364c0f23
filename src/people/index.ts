import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { statistics } from './statistics.actions.tsx';
import { searchStudents, students } from './students.actions.tsx';

export const peopleActions = { students, searchStudents, statistics } satisfies Partial<Record<RouteName, Action>>;

export { administersCourse } from './administers-course.queries.ts';
export { courseStatistics } from './course-statistics.ts';
