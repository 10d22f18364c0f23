import type { ComponentChildren } from 'preact';

type ButtonLinkProps = { href: string; children: ComponentChildren; kind?: 'primary' | 'quiet'; download?: boolean };

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, children, kind = 'primary', download }: ButtonLinkProps) {
  return (
    <a class={`button ${kind}`} href={href} download={download}>
      {children}
    </a>
  );
}
