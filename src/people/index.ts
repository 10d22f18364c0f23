import type { Action } from '../platform/visit.ts';
import type { RouteName } from '../routes.ts';
import { courseMates, searchMates } from './course-mates.actions.tsx';
import { statistics } from './statistics.actions.tsx';
import { protectMember, protectOwn } from './protection/protection.actions.tsx';
import { searchStudents, students } from './students.actions.tsx';
import { saveWhoSeesWhom, whoSeesWhom } from './who-sees-whom.actions.tsx';

export const peopleActions = {
  students,
  searchStudents,
  statistics,
  whoSeesWhom,
  saveWhoSeesWhom,
  courseMates,
  searchMates,
  protectMember,
  protectOwn,
} satisfies Partial<Record<RouteName, Action>>;

export { answersFor, findMatrix, ifShown, ifShownAtCustomer, readsCorrespondence } from './visibility.queries.ts';
export { peopleMails } from './telling/mails.ts';
export { tellStudents, tellStudentsTask } from './telling/tell-students.ts';
export { seenPeople } from './seen-people.queries.ts';
export { findProtection, type Protection } from './protection/protection.queries.ts';
export { ProtectionSection } from './protection/protection-section.tsx';
export { protectionWords } from './protection/words.ts';
export { showsColumn, type Field, type Matrix } from './visibility.ts';
export { shownToAdministrators, whatOthersSee, whatRoleSees, whoSeesWhat } from './who-sees-what.ts';
export { administersCourse } from './administers-course.queries.ts';
export { courseStatistics, smallestGroup } from './course-statistics.ts';
export { asAdministrator, lookAtStudents } from './as-administrator.ts';
export { studentsInAddress, studentsInForm, type AskedStudents } from './asked-students.ts';
export { FoundStudents } from './pages/found-students.tsx';
export {
  findAdministeredCourse,
  findCourseWithStudents,
  isInCourse,
  type AdministeredCourse,
  type CourseWithStudents,
} from './course.queries.ts';
export { nameOf, studentFields } from './student.ts';
export { listStudents, studentsPerPage, type StudentRow } from './students.queries.ts';
