import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { ErrorSummary, Form, Submit, TextArea } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { canAppeal, endsAccount, isOpen, stateOf, type Decision } from './decision.ts';
import { decisionWords } from './words.ts';

export type TypedAppeal = { decision: string; appeal: string };
type Props = { locale: Locale; now: Date; decisions: Decision[]; dueAt: Date | null; typed: TypedAppeal | undefined };

/** Open to whoever it is about, though their account is closed: what was decided, why, and the way to appeal. */
export function OwnDecisionsPage({ locale, now, decisions, dueAt, typed }: Props) {
  const text = decisionWords[locale];
  const errors: (FieldError & { field: string })[] = typed
    ? [{ name: 'appeal', text: text.wrong.appeal, field: `appeal-${typed.decision}` }]
    : [];
  const ending = decisions.find(({ kind, outcome }) => endsAccount(kind) && outcome !== 'lifted');
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={text.ownTitle} lead={decisions.length > 0 ? text.ownLead : text.ownNone} />
      {ending && (
        <Notice kind="warning">
          {`${text.ended} ${isOpen(ending) || !dueAt ? text.waiting : text.endsOn(formatDate(dueAt, locale))}`}
        </Notice>
      )}
      {decisions.map((decision) => (
        <One key={decision.id} decision={decision} locale={locale} now={now} typed={typed?.decision === decision.id ? typed : undefined} />
      ))}
    </>
  );
}

type OneProps = { decision: Decision; locale: Locale; now: Date; typed: TypedAppeal | undefined };

function One({ decision, locale, now, typed }: OneProps) {
  const text = decisionWords[locale];
  const appealed: { term: string; description: string }[] = [
    ...(decision.appeal ? [{ term: text.yours, description: decision.appeal }] : []),
    ...(decision.answer ? [{ term: text.theirs, description: decision.answer }] : []),
  ];
  return (
    <section>
      <h2>{text.kinds[decision.kind]}</h2>
      <DefinitionList
        items={[
          { term: text.when, description: formatDate(decision.decided_at, locale) },
          { term: text.state, description: text.states[stateOf(decision)] },
          { term: text.rule, description: decision.rule },
          { term: text.reasonTitle, description: decision.reason },
          { term: text.until, description: formatDate(decision.appeal_until, locale) },
          ...appealed,
        ]}
      />
      {canAppeal(decision, now) && (
        <Form action={href('appealDecision', { decision: decision.id })}>
          <h3>{text.appealTitle}</h3>
          <TextArea
            name="appeal"
            id={`appeal-${decision.id}`}
            label={text.appealText}
            hint={text.appealHint}
            maxlength={5000}
            value={typed?.appeal ?? ''}
            {...(typed ? { error: text.wrong.appeal } : {})}
          />
          <Submit text={text.send} />
        </Form>
      )}
      {!decision.appealed_at && !canAppeal(decision, now) && <p>{text.tooLate}</p>}
    </section>
  );
}
