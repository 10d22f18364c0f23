import { customerOf, NotFound, type OneTrip } from '../platform/visit.ts';
import { sendFile } from '../platform/send-file.ts';
import { page } from '../ui/page.tsx';
import { isAuthor } from './authoring/may-author.ts';
import { courseBySlug, fileById, type CourseRow, type FileRow } from './courses.queries.ts';
import { CoursePage } from './pages/course-page.tsx';

export const course: OneTrip = {
  queries: ({ house, params }) => [courseBySlug(house.database.build, params['course']!)],
  answer(visit, [rows = []]) {
    const [found] = rows as CourseRow[];
    if (!found) throw new NotFound();
    const { locale, actor } = visit;
    return page(
      visit,
      { title: found.title, description: found.tagline },
      <CoursePage course={found} customer={customerOf(visit)} isStaff={actor?.staff ?? false} isAuthor={isAuthor(visit)} locale={locale} />,
    );
  },
};

/** Course media. What is not public is only for those who learn from it or work with it. */
export const courseFile: OneTrip = {
  queries: ({ house, params }) => [fileById(house.database.build, params['file']!)],
  async answer(visit, [rows = []]) {
    const [file] = rows as FileRow[];
    if (!file) throw new NotFound();
    const { type, bytes, etag, kind, name } = file;
    const key = `${customerOf(visit).id}/${file.id}`;
    const response = await sendFile(visit.house.files, visit.request, {
      key,
      type,
      bytes,
      etag,
      public: file.public ?? false,
      // A document is opened by its own program and never as a page of ours.
      ...(kind === 'document' ? { downloadAs: name } : {}),
    });
    if (!response) throw new NotFound();
    return response;
  },
};
