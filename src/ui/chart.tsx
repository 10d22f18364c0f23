import { ChartFrame, percent, useFormat } from './chart-frame.tsx';
import type { ChartProps } from './chart-frame.tsx';

const barRow = 56;

export function BarChart(props: ChartProps) {
  const { figures } = props;
  const format = useFormat(props.format);
  const most = Math.max(...figures.map(({ value }) => value), Number.MIN_VALUE);
  return (
    <ChartFrame {...props} height={figures.length * barRow}>
      {figures.map(({ label, value }, index) => (
        <g key={label}>
          <text x="0" y={index * barRow + 18}>
            {label}
          </text>
          <rect class="chart-track" x="0" y={index * barRow + 28} width="80%" height="12" />
          <rect class="chart-bar" x="0" y={index * barRow + 28} width={percent((value / most) * 0.8)} height="12" />
          <text class="chart-value" x="100%" y={index * barRow + 40} text-anchor="end">
            {format(value)}
          </text>
        </g>
      ))}
    </ChartFrame>
  );
}

const line = { height: 220, top: 28, bottom: 180, left: 0.04, right: 0.96 };

export function LineChart(props: ChartProps) {
  const { figures } = props;
  const format = useFormat(props.format);
  const most = Math.max(...figures.map(({ value }) => value), Number.MIN_VALUE);
  const points = figures.map(({ label, value }, index) => ({
    label,
    value,
    x: figures.length === 1 ? 0.5 : line.left + (index / (figures.length - 1)) * (line.right - line.left),
    y: Math.round(line.bottom - (value / most) * (line.bottom - line.top)),
  }));
  return (
    <ChartFrame {...props} height={line.height}>
      <line class="chart-axis" x1="0" x2="100%" y1={line.bottom} y2={line.bottom} />
      {points.slice(1).map((point, index) => {
        const before = points[index];
        return (
          before && <line key={point.label} class="chart-line" x1={percent(before.x)} y1={before.y} x2={percent(point.x)} y2={point.y} />
        );
      })}
      {points.map(({ label, value, x, y }, index) => (
        <g key={label}>
          <circle class="chart-point" cx={percent(x)} cy={y} r="4" />
          {isNamed(index, points.length) && <PointText label={label} value={format(value)} x={x} y={y} />}
        </g>
      ))}
    </ChartFrame>
  );
}

// Three names fit the narrowest screen; the table has them all.
const isNamed = (index: number, count: number): boolean =>
  index === 0 || index === count - 1 || (count > 4 && index === Math.floor(count / 2));

function PointText({ label, value, x, y }: { label: string; value: string; x: number; y: number }) {
  const anchor = x < 0.2 ? 'start' : x > 0.8 ? 'end' : 'middle';
  const edge = x < 0.2 ? '0' : x > 0.8 ? '100%' : percent(x);
  return (
    <>
      <text class="chart-value" x={edge} y={y - 12} text-anchor={anchor}>
        {value}
      </text>
      <text x={edge} y={line.bottom + 26} text-anchor={anchor}>
        {label}
      </text>
    </>
  );
}
