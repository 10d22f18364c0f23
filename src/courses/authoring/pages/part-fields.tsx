import { fileTypes, RegionImage, type Question } from '../../../assessment/index.ts';
import type { FormValues } from '../../../platform/read-body.ts';
import { Choices, Select, TextArea, TextField } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { partWords } from '../part-words.ts';
import { questionWords } from '../question-words.ts';
import type { ImageFile } from '../question.queries.ts';
import { mostRegions } from '../read-hotspot.ts';
import type { Field } from './question-page.tsx';

type PartFieldsProps = { locale: Locale; field: Field; typed: FormValues };

/** Whether right parts give points, for the kinds that have parts. */
export function ScoringFields({ locale, typed, usual }: Omit<PartFieldsProps, 'field'> & { usual: 'parts' | 'whole' }) {
  const text = partWords[locale];
  return (
    <Choices
      kind="radio"
      name="scoring"
      legend={text.scoring}
      hint={text.scoringHint}
      selected={typed.one['scoring'] ?? usual}
      options={[
        { value: 'parts', text: text.parts },
        { value: 'whole', text: text.whole },
      ]}
    />
  );
}

export function ClozeFields({ locale, field }: PartFieldsProps) {
  const text = partWords[locale];
  return <TextArea {...field('cloze')} label={text.cloze} hint={text.clozeHint} rows={5} />;
}

export function MatchingFields({ locale, field }: PartFieldsProps) {
  const text = partWords[locale];
  return (
    <>
      <TextArea {...field('pairs')} label={text.pairs} hint={text.pairsHint} rows={5} />
      <TextArea {...field('decoys')} label={text.decoys} hint={text.decoysHint} rows={2} required={false} />
    </>
  );
}

export function ItemFields({ locale, field }: PartFieldsProps) {
  const text = partWords[locale];
  return <TextArea {...field('items')} label={text.items} hint={text.itemsHint} rows={5} />;
}

export function RubricFields({ locale, field }: PartFieldsProps) {
  const text = partWords[locale];
  return (
    <>
      <TextArea {...field('rubric')} label={text.rubric} hint={text.rubricHint} rows={6} />
      <TextArea {...field('why')} label={text.guidance} hint={text.guidanceHint} rows={3} />
    </>
  );
}

export function LongestField({ locale, field, typed }: PartFieldsProps) {
  const text = partWords[locale];
  return <TextField {...field('longest')} value={typed.one['longest'] ?? '2000'} label={text.longest} inputmode="numeric" size={6} />;
}

export function FileRuleFields({ locale, field, typed }: PartFieldsProps) {
  const text = partWords[locale];
  const { error } = field('types');
  return (
    <>
      <Choices
        kind="checkbox"
        name="types"
        legend={text.types}
        options={Object.keys(fileTypes).map((type) => ({ value: type, text: type.toUpperCase() }))}
        selected={typed.all['types'] ?? ['pdf']}
        {...(error ? { error } : {})}
      />
      <TextField {...field('megabytes')} value={typed.one['megabytes'] ?? '10'} label={text.megabytes} inputmode="numeric" size={4} />
    </>
  );
}

type HotspotProps = PartFieldsProps & { images: readonly ImageFile[]; customer: string; saved: Question | undefined };

export function HotspotRuleFields({ locale, field, typed, images, customer, saved }: HotspotProps) {
  const text = partWords[locale];
  const correct = new Set(typed.all['correct']);
  const { value, error } = field('file');
  return (
    <>
      {images.length === 0 && <p>{text.noImages}</p>}
      <Select
        name="file"
        label={text.image}
        hint={text.imageHint}
        selected={value}
        options={[{ value: '', text: '–' }, ...images.map(({ id, name }) => ({ value: id, text: name }))]}
        {...(error ? { error } : {})}
      />
      <TextArea {...field('alt')} label={text.alt} hint={text.altHint} rows={2} />
      {saved?.kind === 'hotspot' && <RegionImage body={saved.body} customer={customer} grid />}
      <fieldset class="field options">
        <legend>{text.regions}</legend>
        <p class="hint">{text.regionsHint}</p>
        {Array.from({ length: mostRegions }, (_, index) => index + 1).map((row) => (
          <fieldset key={row} class="field option">
            <legend>{text.region(formatNumber(row, locale))}</legend>
            <TextField {...field(`label-${row}`)} label={text.label} autocomplete="off" required={false} />
            {(['x', 'y', 'width', 'height'] as const).map((measure) => (
              <TextField
                key={measure}
                {...field(`${measure}-${row}`)}
                label={text[measure]}
                inputmode="decimal"
                size={5}
                autocomplete="off"
                required={false}
              />
            ))}
            <div class="choice">
              <input type="checkbox" id={`correct-${row}`} name="correct" value={String(row)} checked={correct.has(String(row))} />
              <label for={`correct-${row}`}>{text.isRight}</label>
            </div>
          </fieldset>
        ))}
      </fieldset>
      <TextArea {...field('why')} label={questionWords[locale].question.why} hint={questionWords[locale].question.whyHint} rows={2} />
    </>
  );
}
