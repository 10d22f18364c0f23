import type { Question } from '../assessment/index.ts';
import { kept } from '../ui/recent.ts';

/** What one page of a published version says: the same for everyone, and never changed (the database refuses it). */
export type PublishedPage = {
  page: {
    id: string;
    position: number;
    title: string;
    minutes: number;
    html: string;
    /** Films that may have a stream which the page does not offer; undefined until someone has looked. */
    awaitedFilms?: string[];
  };
  outline: { position: number; title: string; minutes: number; section: string | null }[];
  /** `lineageId` is what the page's text points at. */
  questions: (Question & { lineageId: string })[];
  hasTest: boolean;
};

// A page is some 20 kB: 20 MB at most. Students at one address are seldom on more than a few versions of the course.
const pagesKept = 1000;
const versionsKept = 4;
const pages = kept<PublishedPage>(pagesKept);
const versions = kept<string[]>(pagesKept);

const pageKey = (versionId: string, position: number): string => `${versionId}/${position}`;

/** The versions whose page at this address is held here. Who may read it is still asked of the database each time. */
export const versionsHeld = (address: string): string[] => versions.get(address) ?? [];

export const heldPage = (versionId: string, position: number): PublishedPage | undefined => pages.get(pageKey(versionId, position));

export function holdPage(address: string, versionId: string, page: PublishedPage): void {
  pages.set(pageKey(versionId, page.page.position), page);
  versions.set(address, [versionId, ...versionsHeld(address).filter((id) => id !== versionId)].slice(0, versionsKept));
}
