import type { ComponentChildren } from 'preact';
import { FileList, type ListedFile } from '../../../ui/file-list.tsx';

/** A message as it is read: its words, line by line, and below them what came with it. */
export function withFiles(body: string, files: readonly ListedFile[] = [], hrefOf: (id: string) => string): ComponentChildren {
  return (
    <>
      {body && <div class="message-text">{body}</div>}
      <FileList files={files} hrefOf={hrefOf} />
    </>
  );
}
