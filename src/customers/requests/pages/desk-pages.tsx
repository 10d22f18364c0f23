import type { FieldError } from '../../../platform/read-body.ts';
import type { PlanAtCustomer } from '../../../privacy/index.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Choices, ErrorSummary, Form, Submit, TextArea, TextField } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { letterOf } from '../letter.ts';
import { asksRestriction, holdsData, isOver, isTold, latestAnswerBy, stepsFrom, type HandedRequest } from '../request.ts';
import { handedWords } from '../words.ts';
import { Due } from './due.tsx';
import { ErasePart } from './erase-part.tsx';
import { RestrictionPart } from './restriction-part.tsx';

type Customer = { slug: string; name: string };

type OneProps = {
  locale: Locale;
  now: Date;
  customer: Customer;
  request: HandedRequest;
  plan: PlanAtCustomer | undefined;
  /** Where the receipt of what was erased is read. */
  receipt: string | undefined;
  typed: Record<string, string>;
  errors: FieldError[];
};

export function HandedRequestPage(props: OneProps) {
  const { locale, now, customer, request, plan, receipt, errors } = props;
  const text = handedWords[locale];
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading
        over={<a href={href('handedRequests', { customer: customer.slug })}>{text.title}</a>}
        title={text.one}
        lead={text.kinds[request.kind]}
      />
      <DefinitionList
        items={[
          { term: text.from, description: request.email },
          { term: text.came, description: formatDate(request.received_at, locale) },
          { term: text.state, description: text.states[request.state] },
          { term: text.by, description: <Due row={request} now={now} locale={locale} /> },
        ]}
      />
      <section>
        <h2>{text.wrote}</h2>
        <p class="message-text">{request.body || text.noWords}</p>
      </section>
      {receipt && (
        <p>
          {text.receiptText} <a href={receipt}>{text.receipt}</a>
        </p>
      )}
      {plan && <ErasePart locale={locale} customer={customer} request={request} plan={plan} errors={errors} />}
      {!isOver(request.state) && <Next {...props} />}
      <RestrictionPart locale={locale} customer={customer} request={request} />
      {isTold(request.state) && (
        <section>
          <h2>{text.letter}</h2>
          {letterOf(request, customer.name, request.language).parts.map((part) => (
            <p key={part} class="message-text" lang={request.language}>
              {part}
            </p>
          ))}
          <p class="actions">
            <ButtonLink href={href('handedLetter', { customer: customer.slug, handed: request.id })} kind="quiet" download>
              {text.pdf}
            </ButtonLink>
          </p>
        </section>
      )}
    </>
  );
}

function advice(request: HandedRequest, plan: PlanAtCustomer | undefined, locale: Locale): string {
  const text = handedWords[locale];
  if (holdsData(request.kind)) return text.gives;
  if (asksRestriction(request)) return text.restricts;
  return plan?.steps.length ? text.byButton : text.byHand;
}

function Next({ locale, now, customer, request, plan, typed, errors }: OneProps) {
  const text = handedWords[locale];
  const steps = stepsFrom(request, now);
  const kept = (name: string) => {
    const error = errors.find((one) => one.name === name)?.text;
    return { name, value: typed[name] ?? '', ...(error ? { error } : {}) };
  };
  const { value: chosen, ...step } = kept('step');
  return (
    <section>
      <h2>{text.next}</h2>
      <p>{advice(request, plan, locale)}</p>
      <Form action={href('stepHanded', { customer: customer.slug, handed: request.id })}>
        <Choices
          {...step}
          kind="radio"
          legend={text.step}
          options={steps.map((one) => ({ value: one, text: text.choices[one] }))}
          selected={chosen}
        />
        <TextArea {...kept('note')} label={text.note} hint={text.noteHint} rows={5} required={false} />
        {steps.includes('extended') && (
          <TextField
            {...kept('until')}
            type="date"
            label={text.until}
            hint={text.untilHint(formatDate(latestAnswerBy(request.received_at), locale))}
            required={false}
          />
        )}
        <Submit text={text.save} />
      </Form>
    </section>
  );
}
