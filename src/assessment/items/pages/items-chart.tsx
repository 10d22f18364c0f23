import { percent } from '../../../ui/chart-frame.tsx';
import { formatNumber, formatPercent } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import type { ItemFigures } from '../items.queries.ts';
import { itemsWords } from '../words.ts';

type ItemsChartProps = { locale: Locale; items: readonly (ItemFigures & { order: number })[] };

const frame = { height: 320, top: 24, bottom: 270, left: 0.08, right: 0.96 };
const levels = [-0.5, 0, 0.5, 1];

/** Each question as a numbered point: to the right the easy ones, high up those that tell people apart. The table says the same. */
export function ItemsChart({ locale, items }: ItemsChartProps) {
  const text = itemsWords[locale];
  const x = (share: number) => percent(frame.left + share * (frame.right - frame.left));
  const y = (value: number) => frame.bottom - ((Math.max(-0.5, value) + 0.5) / 1.5) * (frame.bottom - frame.top);
  return (
    <figure class="chart">
      <figcaption>{text.chart}</figcaption>
      <svg width="100%" height={frame.height} role="img" aria-labelledby="items-title items-description">
        <title id="items-title">{text.chart}</title>
        <desc id="items-description">{text.chartDescription}</desc>
        {levels.map((level) => (
          <g key={level}>
            <line class="chart-axis" x1={x(0)} x2={x(1)} y1={y(level)} y2={y(level)} />
            <text x="0" y={y(level) + 5}>
              {formatNumber(level, locale)}
            </text>
          </g>
        ))}
        {[0, 0.5, 1].map((share) => (
          <text key={share} x={x(share)} y={frame.bottom + 26} text-anchor={share === 1 ? 'end' : 'middle'}>
            {formatPercent(share, locale)}
          </text>
        ))}
        {items.map(({ id, order, difficulty, discrimination }) =>
          difficulty === null || discrimination === null ? null : (
            <g key={id}>
              <circle class="chart-point" cx={x(difficulty)} cy={y(discrimination)} r="4" />
              <text class="chart-value" x={x(difficulty)} y={y(discrimination) - 10} text-anchor={difficulty > 0.9 ? 'end' : 'middle'}>
                {order}
              </text>
            </g>
          ),
        )}
      </svg>
    </figure>
  );
}
