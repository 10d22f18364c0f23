import { BarChart } from '../../../ui/chart.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import type { SeatFigures } from '../agreement.queries.ts';
import { agreementWords } from '../words.ts';

/** Used, reserved and free, as a picture with its table. */
export function SeatsPicture({ locale, figures: { seats, used, reserved } }: { locale: Locale; figures: SeatFigures }) {
  const text = agreementWords[locale].seats;
  const free = Math.max(0, seats - used - reserved);
  const written = (number: number) => formatNumber(number, locale);
  return (
    <>
      <p class="lead">{text.description(written(used), written(reserved), written(free), written(seats))}</p>
      <BarChart
        id="seats"
        title={text.picture}
        description={text.description(written(used), written(reserved), written(free), written(seats))}
        figures={[
          { label: text.all, value: seats },
          { label: text.used, value: used },
          { label: text.reserved, value: reserved },
          { label: text.free, value: free },
        ]}
      />
    </>
  );
}
