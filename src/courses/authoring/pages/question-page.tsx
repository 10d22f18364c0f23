import type { FieldError, FormValues } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { Choices, ErrorSummary, Form, HiddenField, Select, Submit, TextArea, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { DraftPage } from '../draft.queries.ts';
import type { Kind } from '../question-form.ts';
import { questionWords } from '../question-words.ts';
import type { CourseAt } from './outline-page.tsx';
import { partWords } from '../part-words.ts';
import type { Pool } from '../pool.queries.ts';
import type { DraftQuestion } from '../draft.queries.ts';
import type { ImageFile } from '../question.queries.ts';
import { OptionFields } from './option-fields.tsx';
import {
  ClozeFields,
  FileRuleFields,
  HotspotRuleFields,
  ItemFields,
  LongestField,
  MatchingFields,
  RubricFields,
  ScoringFields,
} from './part-fields.tsx';

type QuestionPageProps = {
  locale: Locale;
  at: CourseAt;
  title: string;
  kind: Kind;
  home: DraftPage | undefined;
  typed: FormValues;
  lists: { pools: readonly Pool[]; images: readonly ImageFile[] };
  /** The question as it is stored, when it is. */
  saved?: DraftQuestion;
  errors?: readonly FieldError[];
  action: string;
  revision?: number;
  conflict?: string;
};

export type Field = (name: string) => { name: string; value: string; error?: string };

export function QuestionPage(props: QuestionPageProps) {
  const { locale, at, title, kind, home, typed, lists, saved, errors = [], action, revision, conflict } = props;
  const text = questionWords[locale].question;
  const field: Field = (name) => {
    const error = errors.find((fault) => fault.name === name)?.text;
    return { name, value: typed.one[name] ?? '', ...(error === undefined ? {} : { error }) };
  };
  const over = home ? (
    <a href={href('draftPage', { ...at, page: home.id })}>{text.onPage(home.title)}</a>
  ) : (
    <a href={href('draftTest', at)}>{text.inTest}</a>
  );
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={over} title={title} lead={text.kind[kind]} />
      {conflict && (
        <Notice kind="warning" title={text.conflictTitle}>
          <p>{text.conflict}</p>
          <p>
            <a href={conflict}>{text.see}</a>
          </p>
        </Notice>
      )}
      <Form action={action}>
        {revision === undefined ? (
          <>
            <HiddenField name="id" value={typed.one['id'] ?? ''} />
            <HiddenField name="kind" value={kind} />
            {home && <HiddenField name="page" value={home.id} />}
          </>
        ) : (
          <HiddenField name="revision" value={String(revision)} />
        )}
        <TextArea {...field('prompt')} label={text.prompt} rows={2} />
        <Answer kind={kind} locale={locale} field={field} typed={typed} images={lists.images} customer={at.customer} saved={saved} />
        {lists.pools.length > 0 && (
          <Select
            name="pool"
            label={partWords[locale].pool}
            selected={typed.one['pool'] ?? ''}
            options={[{ value: '', text: partWords[locale].noPool }, ...lists.pools.map(({ id, name }) => ({ value: id, text: name }))]}
          />
        )}
        {!home && kind !== 'free' && kind !== 'file' && (
          <TextField {...field('points')} value={typed.one['points'] ?? '1'} label={text.points} inputmode="numeric" size={4} />
        )}
        <Submit text={text.save} />
      </Form>
    </>
  );
}

/** The fields that the kind of question asks for. */
type AnswerProps = {
  kind: Kind;
  locale: Locale;
  field: Field;
  typed: FormValues;
  images: readonly ImageFile[];
  customer: string;
  saved: DraftQuestion | undefined;
};

function Answer({ kind, locale, field, typed, images, customer, saved }: AnswerProps) {
  const parts = { locale, field, typed };
  const text = questionWords[locale].question;
  const why = <TextArea {...field('why')} label={text.why} hint={text.whyHint} rows={2} />;
  switch (kind) {
    case 'single':
    case 'multiple':
      return (
        <>
          <OptionFields kind={kind} locale={locale} field={field} typed={typed} />
          {kind === 'multiple' && <ScoringFields locale={locale} typed={typed} usual="whole" />}
        </>
      );
    case 'blanks':
    case 'match':
    case 'order':
      return (
        <>
          {kind === 'blanks' && <ClozeFields {...parts} />}
          {kind === 'match' && <MatchingFields {...parts} />}
          {kind === 'order' && <ItemFields {...parts} />}
          {why}
          <ScoringFields locale={locale} typed={typed} usual="parts" />
        </>
      );
    case 'hotspot':
      return <HotspotRuleFields {...parts} images={images} customer={customer} saved={saved} />;
    case 'free':
    case 'file':
      return (
        <>
          {kind === 'free' ? <LongestField {...parts} /> : <FileRuleFields {...parts} />}
          <RubricFields {...parts} />
        </>
      );
    case 'true-false':
      return (
        <>
          <Choices
            kind="radio"
            name="answer"
            legend={text.trueOrFalse}
            selected={typed.one['answer'] ?? ''}
            options={[
              { value: 'true', text: text.yes },
              { value: 'false', text: text.no },
            ]}
          />
          {why}
        </>
      );
    case 'number':
      return (
        <>
          <TextField {...field('answer')} label={text.number} inputmode="decimal" size={10} autocomplete="off" />
          <TextField
            {...field('tolerance')}
            value={typed.one['tolerance'] ?? '0'}
            label={text.tolerance}
            hint={text.toleranceHint}
            inputmode="decimal"
            size={10}
            autocomplete="off"
          />
          <TextField {...field('unit')} label={text.unit} hint={text.unitHint} size={12} autocomplete="off" required={false} />
          {why}
        </>
      );
    case 'short':
      return (
        <>
          <TextArea {...field('accepted')} label={text.accepted} hint={text.acceptedHint} rows={3} />
          {why}
        </>
      );
  }
}
