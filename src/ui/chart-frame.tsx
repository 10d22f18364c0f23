import type { ComponentChildren } from 'preact';
import { formatNumber } from './format.ts';
import { useLocale, useWords } from './language.ts';

export type Figure = { label: string; value: number };

export type ChartProps = {
  id: string;
  title: string;
  /** What the chart shows, in a sentence: read out in place of the picture. */
  description: string;
  figures: readonly Figure[];
  format?: (value: number) => string;
};

// Widths are shares of the room there is and text keeps its size, so that a chart reads as well on a phone.
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

export function useFormat(format: ChartProps['format']): (value: number) => string {
  const locale = useLocale();
  return format ?? ((value) => formatNumber(value, locale));
}

export function ChartFrame({
  id,
  title,
  description,
  figures,
  format,
  height,
  children,
}: ChartProps & { height: number; children: ComponentChildren }) {
  const text = useWords();
  const asText = useFormat(format);
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg width="100%" height={height} role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {children}
      </svg>
      <details class="disclosure">
        <summary>{text.chartTable}</summary>
        <table class="plain">
          <caption class="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.chartLabel}</th>
              <th scope="col" class="numeric">
                {text.chartValue}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td class="numeric">{asText(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
