import type { ComponentChildren } from 'preact';
import { FileList, type ListedFile } from '../../../ui/file-list.tsx';

/** A message as it is read: its words, and below them what came with it. */
export function withFiles(body: string, files: readonly ListedFile[] = [], hrefOf: (id: string) => string): ComponentChildren {
  if (files.length === 0) return body;
  return (
    <>
      {body}
      <FileList files={files} hrefOf={hrefOf} />
    </>
  );
}
