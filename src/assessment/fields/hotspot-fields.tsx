import { href } from '../../routes.ts';
import { Choices } from '../../ui/form.tsx';
import type { FieldsProps } from '../question-fields.tsx';
import type { QuestionOf, Region } from '../question.ts';
import { words } from '../words.ts';

/** An image with numbered regions, and the same numbers to choose from: the list is enough for whoever does not see or point. */
export function HotspotFields({ question, prompt, own, locale, customer, name, id, values, error }: FieldsProps<QuestionOf<'hotspot'>>) {
  const { regions } = question.body;
  return (
    <div class="hotspot" data-hotspot>
      <Choices
        kind="radio"
        legend={own(prompt)}
        hint={
          <>
            {words[locale].question.hotspot}
            <RegionImage body={question.body} customer={customer} own={own} />
          </>
        }
        options={regions.map((region, index) => ({
          value: region.id,
          text: (
            <>
              {index + 1}. {own(region.label)}
            </>
          ),
        }))}
        selected={values}
        name={name}
        id={id}
        {...(error === undefined ? {} : { error })}
      />
    </div>
  );
}

type RegionImageProps = {
  body: Pick<QuestionOf<'hotspot'>['body'], 'file' | 'alt' | 'width' | 'height' | 'regions'>;
  customer: string;
  own?: FieldsProps<QuestionOf<'hotspot'>>['own'];
  grid?: boolean;
};

/** The image with its regions drawn on it; with a numbered grid for whoever places them. */
export function RegionImage({ body, customer, grid }: RegionImageProps) {
  const { file, alt, width, height, regions } = body;
  const unit = Math.max(width, height) / 100;
  return (
    <svg class="hotspot-image" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={alt}>
      <image href={href('courseFile', { customer, file })} width={width} height={height} />
      {grid && <Grid width={width} height={height} unit={unit} />}
      {regions.map((region, index) => (
        <RegionMark key={region.id} region={region} order={index + 1} width={width} height={height} unit={unit} />
      ))}
    </svg>
  );
}

type Scale = { width: number; height: number; unit: number };

function RegionMark({ region, order, width, height, unit }: Scale & { region: Region; order: number }) {
  const [x, y] = [(region.x * width) / 100, (region.y * height) / 100];
  const radius = unit * 2.4;
  const frame = { x, y, width: (region.width * width) / 100, height: (region.height * height) / 100 };
  return (
    <g data-region={region.id}>
      {/* The image is the same by day and by night: the frame stands out from what is dark and from what is light. */}
      <rect class="region-edge" {...frame} stroke-width={unit} />
      <rect class="region" {...frame} stroke-width={unit / 2.5} />
      <circle class="region-dot" cx={x + radius} cy={y + radius} r={radius} />
      <text class="region-number" x={x + radius} y={y + radius} font-size={unit * 3} text-anchor="middle" dominant-baseline="central">
        {order}
      </text>
    </g>
  );
}

const tens = [10, 20, 30, 40, 50, 60, 70, 80, 90];

function Grid({ width, height, unit }: Scale) {
  return (
    <g class="grid" stroke-width={unit / 6} font-size={unit * 2.2}>
      {tens.map((at) => (
        <g key={at}>
          <line x1={(at * width) / 100} x2={(at * width) / 100} y1={0} y2={height} />
          <line x1={0} x2={width} y1={(at * height) / 100} y2={(at * height) / 100} />
          <text x={(at * width) / 100 + unit / 2} y={unit * 2.4}>
            {at}
          </text>
          <text x={unit / 2} y={(at * height) / 100 - unit / 2}>
            {at}
          </text>
        </g>
      ))}
    </g>
  );
}
