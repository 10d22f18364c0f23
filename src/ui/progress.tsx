import { formatPercent } from './format.ts';
import { useLocale, useWords } from './language.ts';

type ProgressBarProps = { value: number; max: number; label: string };

export function ProgressBar({ value, max, label }: ProgressBarProps) {
  const share = formatPercent(max > 0 ? value / max : 0, useLocale());
  return (
    <label class="progress">
      <span class="progress-label">
        {label} <span>{share}</span>
      </span>
      <progress value={value} max={max}>
        {share}
      </progress>
    </label>
  );
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
