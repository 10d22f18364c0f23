import type { NameRow, Places } from '../../../customers/index.ts';
import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Choices, ErrorSummary, Form, HiddenField, Submit, TextArea, TextField } from '../../../ui/form.tsx';
import { formatDate, formatDateTime } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { Table } from '../../../ui/table.tsx';
import { requestDeskWords } from '../desk-words.ts';
import { letterOf, toldStep } from '../letter.ts';
import { clockOf, holdsData, isOver, latestAnswerBy, reachesNames, stepsFrom, type DataRequest, type RequestEvent } from '../request.ts';
import { requestWords } from '../words.ts';
import { ContactNames } from './contact-names.tsx';
import { Due } from './desk-list-page.tsx';
import { RestrictionPart } from './restriction-part.tsx';
import { LetterText } from './letter-text.tsx';

type Props = {
  locale: Locale;
  now: Date;
  /** Who reads. */
  me: string;
  request: DataRequest;
  steps: readonly RequestEvent[];
  /** The customers that answer for some of the data. */
  places: Places;
  /** Who holds data for us and is told of a restriction by hand (Art. 19). */
  suppliers: readonly string[];
  typed: Record<string, string>;
  errors: FieldError[];
  /** The contact details in which the name that was searched for stands. */
  names: readonly NameRow[] | undefined;
};

export function DeskRequestPage(props: Props) {
  const { locale, now, request, errors, steps } = props;
  const text = requestDeskWords[locale];
  const open = !isOver(request.state);
  const clock = clockOf(request, now);
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading
        over={<a href={href('dataRequests')}>{text.title}</a>}
        title={text.one}
        lead={requestWords[locale].kinds[request.kind]}
      />
      <DefinitionList
        items={[
          { term: text.from, description: request.email },
          { term: text.came, description: formatDate(request.received_at, locale) },
          { term: text.state, description: requestWords[locale].states[request.state] },
          { term: text.by, description: <Due row={request} now={now} locale={locale} /> },
        ]}
      />
      {open && <ProgressBar value={clock.gone} max={clock.all} label={text.clock} />}
      <section>
        <h2>{text.wrote}</h2>
        <p class="message-text">{request.body || text.noWords}</p>
      </section>
      {stepsFrom(request, now).length > 0 && <Next {...props} />}
      {request.state !== 'identity' && <Customers {...props} />}
      {reachesNames(request) && <ContactNames {...props} />}
      <RestrictionPart locale={locale} request={request} suppliers={props.suppliers} />
      {toldStep(steps) && <TheLetter {...props} />}
      <Steps {...props} />
    </>
  );
}

function Next({ locale, now, request, typed, errors }: Props) {
  const text = requestDeskWords[locale];
  const steps = stepsFrom(request, now);
  const kept = (name: string) => {
    const error = errors.find((one) => one.name === name)?.text;
    return { value: typed[name] ?? '', ...(error ? { error } : {}) };
  };
  const { value: chosen, ...step } = kept('step');
  const latest = formatDate(latestAnswerBy(request.received_at), locale);
  return (
    <section>
      <h2>{text.next}</h2>
      {steps.includes('answered') && <p>{advice(request, locale)}</p>}
      <Form action={href('stepRequest', { request: request.id })}>
        <Choices
          kind="radio"
          name="step"
          legend={text.step}
          options={steps.map((one) => ({ value: one, text: text.choices[one] }))}
          selected={chosen}
          {...step}
        />
        {request.kind === 'rectification' && steps.includes('answered') && <Corrections locale={locale} kept={kept} />}
        <TextArea name="note" label={text.noteLabel} hint={text.noteHint} rows={5} required={false} {...kept('note')} />
        {steps.includes('extended') && (
          <TextField name="until" type="date" label={text.until} hint={text.untilHint(latest)} required={false} {...kept('until')} />
        )}
        <Submit text={text.save} />
      </Form>
    </section>
  );
}

type Kept = (name: string) => { value: string; error?: string };

/** What is right, for whatever of it that stands under the address. */
function Corrections({ locale, kept }: { locale: Locale; kept: Kept }) {
  const text = requestDeskWords[locale].corrections;
  const optional = { hint: text.hint, autocomplete: 'off', required: false } as const;
  return (
    <>
      <TextField name="given_name" label={text.given_name} maxlength={100} {...optional} {...kept('given_name')} />
      <TextField name="family_name" label={text.family_name} maxlength={100} {...optional} {...kept('family_name')} />
      <TextField name="enquirer" label={text.enquirer} maxlength={200} {...optional} {...kept('enquirer')} />
      <TextField name="organisation" label={text.organisation} maxlength={200} {...optional} {...kept('organisation')} />
      <TextField
        name="new_address"
        type="email"
        label={text.new_address}
        maxlength={254}
        {...optional}
        hint={text.addressHint}
        {...kept('new_address')}
      />
    </>
  );
}

/** N-43: who else answers, and a button for each that has not got the request yet. */
function Customers({ locale, request, places }: Props) {
  const text = requestDeskWords[locale];
  const states: Record<string, string> = text.handedStates;
  const canHand = !isOver(request.state);
  return (
    <section>
      <h2>{text.customers}</h2>
      <p>{places.length > 0 ? text.customersLead : text.noCustomers}</p>
      {places.map(({ customer, handed }) => (
        <Form key={customer.id} action={href('handOverRequest', { request: request.id })}>
          <HiddenField name="organisation" value={customer.id} />
          <p>
            <strong>{customer.name}</strong>
            {handed && `: ${text.handed(formatDate(handed.at, locale))}, ${states[handed.state]}`}
          </p>
          {!handed && canHand && <Submit text={text.handOver(customer.name)} kind="quiet" />}
        </Form>
      ))}
    </section>
  );
}

function advice({ kind }: DataRequest, locale: Locale): string {
  const text = requestDeskWords[locale];
  if (kind === 'erasure') return text.erases;
  if (kind === 'rectification') return text.corrects;
  if (kind === 'objection') return text.objects;
  return holdsData(kind) ? text.gives : text.restricts;
}

function TheLetter({ locale, request, steps }: Props) {
  const text = requestDeskWords[locale];
  const letter = letterOf({ request, step: toldStep(steps)!, locale });
  const pdf = href('dataRequestLetter', { request: request.id });
  return (
    <section>
      <h2>{text.letter}</h2>
      <LetterText letter={letter} />
      <p class="actions">
        <ButtonLink href={`${pdf}?sprak=sv`} kind="quiet" download>
          {`${text.pdf}, ${text.inSwedish}`}
        </ButtonLink>{' '}
        <ButtonLink href={`${pdf}?sprak=en`} kind="quiet" download>
          {`${text.pdf}, ${text.inEnglish}`}
        </ButtonLink>
      </p>
    </section>
  );
}

function Steps({ locale, steps, me }: Props) {
  const text = requestDeskWords[locale];
  const who = ({ actor_id }: RequestEvent) => (actor_id === null ? text.person : actor_id === me ? text.you : text.colleague);
  return (
    <section>
      <h2>{text.steps}</h2>
      <Table
        caption={text.steps}
        captionHidden
        rows={[...steps]}
        empty={text.empty}
        columns={[
          { title: text.when, cell: ({ at }: RequestEvent) => formatDateTime(at, locale) },
          { title: text.state, cell: ({ state }) => requestWords[locale].states[state] },
          { title: text.who, cell: who },
          { title: text.note, cell: ({ note }) => note || '–' },
        ]}
      />
    </section>
  );
}
