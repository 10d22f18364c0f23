import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Choices, ErrorSummary, Form, HiddenField, Select, Submit, TextArea, TextField } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ListSteps } from '../../ui/list-steps.tsx';
import { Table } from '../../ui/table.tsx';
import { isOthers } from './decide.ts';
import { isOpen, stateOf, type DecisionKind, type DecisionState } from './decision.ts';
import { decisionStates, type DecisionsWanted, type Listed } from './decisions.queries.ts';
import { decisionWords } from './words.ts';

type Typed = { values: Record<string, string>; errors: FieldError[] };
const kinds: readonly DecisionKind[] = ['warning', 'repeated', 'grave'];

const kept = ({ values, errors }: Typed, name: string) => {
  const error = errors.find((one) => one.name === name)?.text;
  return { name, value: values[name] ?? '', ...(error ? { error } : {}) };
};

type DecisionsPageProps = {
  locale: Locale;
  wanted: DecisionsWanted;
  rows: readonly Listed[];
  next: string | undefined;
  typed: Typed;
  clientId: string;
};

export function DecisionsPage({ locale, wanted, rows, next, typed, clientId }: DecisionsPageProps) {
  const text = decisionWords[locale];
  const here = href('termsDecisions');
  const isFirst = !wanted.after;
  return (
    <>
      <ErrorSummary errors={typed.errors} locale={locale} />
      <PageHeading title={text.title} lead={text.lead} />
      <section>
        <h2>{text.appeals}</h2>
        {(rows.length > 0 || wanted.state || !isFirst) && <Filter locale={locale} state={wanted.state} />}
        <Table
          caption={text.appeals}
          captionHidden
          columns={[
            { title: text.person, cell: ({ id, email }: Listed) => <a href={href('termsDecision', { decision: id })}>{email ?? '–'}</a> },
            { title: text.what, cell: ({ kind }) => text.kinds[kind] },
            { title: text.state, cell: (row) => text.states[stateOf(row)] },
            { title: text.when, cell: ({ decided_at }) => formatDate(decided_at, locale) },
          ]}
          rows={rows}
          empty={wanted.state ? text.noneSuch : text.none}
        />
        <ListSteps here={wanted.state ? `${here}?lage=${wanted.state}` : here} {...{ next, isFirst, text }} />
      </section>
      <NewDecision locale={locale} typed={typed} clientId={clientId} />
    </>
  );
}

function Filter({ locale, state }: { locale: Locale; state: DecisionState | undefined }) {
  const text = decisionWords[locale];
  const options = [{ value: '', text: text.all }, ...decisionStates.map((value) => ({ value, text: text.states[value] }))];
  return (
    <Form action={href('termsDecisions')} method="get">
      <div class="in-a-row">
        <Select name="lage" label={text.state} options={options} selected={state ?? ''} />
        <Submit kind="quiet" text={text.filter} />
      </div>
    </Form>
  );
}

function NewDecision({ locale, typed, clientId }: { locale: Locale; typed: Typed; clientId: string }) {
  const text = decisionWords[locale];
  const { value: chosen, ...kind } = kept(typed, 'kind');
  return (
    <section>
      <h2>{text.new}</h2>
      <Form action={href('decideOnTerms')}>
        <HiddenField name="client_id" value={clientId} />
        <TextField {...kept(typed, 'email')} type="email" label={text.email} autocomplete="off" maxlength={254} />
        <Choices
          {...kind}
          kind="radio"
          legend={text.kind}
          options={kinds.map((one) => ({ value: one, text: text.kinds[one], hint: text.kindHints[one] }))}
          selected={chosen}
        />
        <TextField {...kept(typed, 'rule')} label={text.rule} maxlength={200} />
        <TextArea {...kept(typed, 'reason')} label={text.reason} hint={text.reasonHint} maxlength={2000} />
        <Submit text={text.decide} kind="danger" />
      </Form>
    </section>
  );
}

export function DecisionPage({ locale, decision, me, typed }: { locale: Locale; decision: Listed; me: string; typed: Typed }) {
  const text = decisionWords[locale];
  return (
    <>
      <ErrorSummary errors={typed.errors} locale={locale} />
      <PageHeading over={<a href={href('termsDecisions')}>{text.title}</a>} title={text.one} lead={text.kinds[decision.kind]} />
      <DefinitionList
        items={[
          { term: text.person, description: decision.email ?? '–' },
          { term: text.when, description: formatDate(decision.decided_at, locale) },
          { term: text.state, description: text.states[stateOf(decision)] },
          { term: text.rule, description: decision.rule },
          { term: text.reasonTitle, description: decision.reason },
        ]}
      />
      <section>
        <h2>{text.appealed}</h2>
        <p class="message-text">{decision.appeal || text.notAppealed(formatDate(decision.appeal_until, locale))}</p>
        {decision.answer && <p class="message-text">{`${text.theirs}: ${decision.answer}`}</p>}
        {isOpen(decision) && !isOthers(decision, me) && <p>{text.byAnother}</p>}
        {isOpen(decision) && isOthers(decision, me) && <AnswerForm locale={locale} id={decision.id} typed={typed} />}
      </section>
    </>
  );
}

function AnswerForm({ locale, id, typed }: { locale: Locale; id: string; typed: Typed }) {
  const text = decisionWords[locale];
  const { value: chosen, ...outcome } = kept(typed, 'outcome');
  return (
    <Form action={href('answerAppeal', { decision: id })}>
      <Choices
        {...outcome}
        kind="radio"
        legend={text.outcome}
        options={(['lifted', 'upheld'] as const).map((one) => ({ value: one, text: text.outcomes[one] }))}
        selected={chosen}
      />
      <TextArea {...kept(typed, 'answer')} label={text.answer} maxlength={2000} />
      <Submit text={text.save} />
    </Form>
  );
}
