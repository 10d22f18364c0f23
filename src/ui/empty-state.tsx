import type { ComponentChildren } from 'preact';

type EmptyStateProps = { title: string; children?: ComponentChildren };

export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <p class="empty-title">{title}</p>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
