export type OutlinePage = { position: number; title: string; minutes: number; done: boolean; locked?: boolean; section?: string | null };

export type Progress = { done: number; all: number; minutesLeft: number };

/** How far someone has come: pages marked as done, and the minutes of those that are not. */
export function progressOf(pages: OutlinePage[]): Progress {
  const left = pages.filter((page) => !page.done);
  return { done: pages.length - left.length, all: pages.length, minutesLeft: left.reduce((sum, page) => sum + page.minutes, 0) };
}

export type NextStep = 'page' | 'test' | 'renew' | 'certificate';

/** What there is to do next in a course, as the one button on the home page says it. */
export function nextStepOf(course: {
  pages: OutlinePage[];
  hasTest: boolean;
  testOpen: boolean;
  completed: boolean;
  renewBy?: Date | null;
}): NextStep {
  if (course.completed && !course.renewBy) return 'certificate';
  if (course.testOpen) return 'test';
  if (course.renewBy) return 'renew';
  return course.hasTest && course.pages.every((page) => page.done) ? 'test' : 'page';
}
