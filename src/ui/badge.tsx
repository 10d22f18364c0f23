import type { ComponentChildren } from 'preact';

type BadgeProps = { kind?: 'plain' | 'accent' | 'caution' | 'problem'; children: ComponentChildren };

export const Badge = ({ kind = 'plain', children }: BadgeProps) => <span class={`badge ${kind}`}>{children}</span>;
