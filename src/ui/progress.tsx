import { formatPercent } from './format.ts';
import { useLocale, useWords } from './language.ts';
import type { Locale } from './locale.ts';
import { markup, nodeOf, type Markup } from './markup.ts';

type ProgressBarProps = { value: number; max: number; label: string };

export const ProgressBar = (props: ProgressBarProps) => nodeOf(progressMarkup(props, useLocale()));

export function progressMarkup({ value, max, label }: ProgressBarProps, locale: Locale): Markup {
  const share = formatPercent(max > 0 ? value / max : 0, locale);
  const bar = markup`<progress value="${value}" max="${max}">${share}</progress>`;
  return markup`<label class="progress"><span class="progress-label">${label} <span>${share}</span></span>${bar}</label>`;
}

type Step = { text: string; state: 'done' | 'current' | 'ahead' };

/** The way through something with an end: joining, buying, the final test. */
export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  const text = useWords();
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step) => (
        <li key={step.text} class={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
          {step.text}
          <span class="unseen"> ({text.step[step.state]})</span>
        </li>
      ))}
    </ol>
  );
}
