import type { ComponentChildren } from 'preact';
import { useWords } from './language.ts';

type DialogProps = {
  id: string;
  title: string;
  /** The text of the button that opens it. */
  open: string;
  kind?: 'primary' | 'quiet' | 'danger';
  children: ComponentChildren;
};

/** A native dialog opened by the browser itself, without script. A browser too old for that shows it in its place on the page. */
export function Dialog({ id, title, open, kind = 'quiet', children }: DialogProps) {
  const text = useWords();
  return (
    <>
      <button type="button" class={kind} popovertarget={id} aria-haspopup="dialog">
        {open}
      </button>
      <dialog id={id} popover="auto" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
        <button type="button" class="as-link dialog-close" popovertarget={id} popovertargetaction="hide">
          {text.close}
        </button>
      </dialog>
    </>
  );
}

type DisclosureProps = { summary: ComponentChildren; children: ComponentChildren; open?: boolean };

export function Disclosure({ summary, children, open }: DisclosureProps) {
  return (
    <details class="disclosure" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
