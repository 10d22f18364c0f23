import type { Document } from '../../document.ts';

/** A page as it came out of a file, before anyone has said yes to it. */
export type BroughtPage = { title: string; document: Document };

/** What of a file could not come along, each said by its own sentence. */
export type FileLoss = 'pictures' | 'picture-links' | 'footnotes' | 'no-headings';
/** `empty` are headings with nothing beneath: no page comes of them. */
export type BroughtPages = { pages: BroughtPage[]; empty: string[]; losses: FileLoss[] };

/** Why no page can be made of a file. */
export type FileProblem = 'not-known' | 'old-word' | 'unreadable' | 'not-text' | 'nothing' | 'too-many' | 'too-long';
export class FileRefused extends Error {
  override name = 'FileRefused';
  readonly problem: FileProblem;
  constructor(problem: FileProblem) {
    super(problem);
    this.problem = problem;
  }
}

export const mostPages = 100;
const longestTitle = 200;

/** A title on one line, as long as a page's may be. */
export const titleFrom = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, longestTitle);

/** The title of what stands before the first heading: what the file is called, without its ending. */
export const titleOfFile = (name: string): string =>
  titleFrom(
    name
      .split(/[/\\]/)
      .at(-1)!
      .replace(/\.[^.]{1,9}$/, '')
      .replaceAll('_', ' '),
  );
