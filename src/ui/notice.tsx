import type { ComponentChildren } from 'preact';
import { useWords } from './language.ts';

type NoticeProps = {
  kind: 'info' | 'tip' | 'warning' | 'important' | 'done' | 'problem';
  title?: string;
  children: ComponentChildren;
};

/** Its kind is said in words, since a colour is not seen by everyone. */
export function Notice({ kind, title, children }: NoticeProps) {
  const text = useWords();
  return (
    <div class={`notice ${kind}`} role="note">
      <p class="notice-title">{title ?? text.noticeTitle[kind]}</p>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
