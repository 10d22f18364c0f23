import type { ComponentChildren } from 'preact';

type PageHeadingProps = {
  title: ComponentChildren;
  /** A short line above: where this page belongs. */
  over?: ComponentChildren;
  lead?: ComponentChildren;
  /** Buttons and links that belong to the whole page. */
  children?: ComponentChildren;
  size?: 'page' | 'start';
};

export function PageHeading({ title, over, lead, children, size = 'page' }: PageHeadingProps) {
  return (
    <div class={size === 'start' ? 'page-heading start' : 'page-heading'}>
      {over && <p class="over">{over}</p>}
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {children && <div class="actions">{children}</div>}
    </div>
  );
}
