import type { FieldError } from '../../../platform/read-body.ts';
import { href } from '../../../routes.ts';
import { Disclosure } from '../../../ui/dialog.tsx';
import { ErrorSummary, Form, Submit, TextArea, TextField } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import type { ListOrder } from '../../../ui/list-order.tsx';
import { SearchedList, type ListFilter } from '../../../ui/searched-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { holdStates, type Hold, type HoldState, type HoldsWanted } from '../holds.queries.ts';
import { words } from '../words.ts';

type Typed = { values: Record<string, string>; errors: FieldError[] };
export type FoundHolds = { wanted: HoldsWanted; holds: Hold[]; next: string | undefined; error: string | undefined };
type Props = { locale: Locale; now: Date; actorId: string; found: FoundHolds; form: Typed | undefined };

export function Holds(props: Props) {
  const { locale, form } = props;
  const { wanted, holds, next, error } = props.found;
  const text = words[locale];
  const isNarrowed = wanted.text !== '' || wanted.state !== undefined;
  const isFirst = !wanted.after;
  return (
    <section>
      <h2>{text.holds}</h2>
      <ErrorSummary errors={error ? [{ name: 'sought', text: error }] : (form?.errors ?? [])} locale={locale} />
      <p>{text.holdsLead}</p>
      <SearchedList
        here={href('retention')}
        field="sought"
        searched={wanted.text}
        filters={[stateFilter(wanted, locale)]}
        filtersInAddress
        order={orderOf(wanted, locale)}
        searchable={holds.length > 0 || isNarrowed || !isFirst}
        text={text.list}
        empty={isNarrowed ? { title: text.list.noneTitle, text: text.list.noneFound } : { title: text.noHolds, text: text.list.emptyText }}
        {...{ error, next, isFirst }}
      >
        {holds.length > 0 && <Listed {...props} />}
      </SearchedList>
      {form ? (
        <Ask locale={locale} form={form} />
      ) : (
        <Disclosure summary={text.ask}>
          <Ask locale={locale} form={undefined} />
        </Disclosure>
      )}
    </section>
  );
}

function stateFilter({ state }: HoldsWanted, locale: Locale): ListFilter {
  const text = words[locale];
  const options = [{ value: '', text: text.list.any }, ...holdStates.map((value) => ({ value, text: text.list.states[value] }))];
  return { name: 'lage', label: text.state, options, selected: state ?? '' };
}

function orderOf({ order }: HoldsWanted, locale: Locale): ListOrder {
  const { orders } = words[locale].list;
  return {
    selected: order,
    options: [
      { value: 'latest', text: orders.latest },
      { value: 'ends', text: orders.ends, column: 'until', direction: 'ascending' },
      { value: 'person', text: orders.person, column: 'person', direction: 'ascending' },
    ],
  };
}

function Listed({ locale, now, actorId, found: { holds } }: Props) {
  const text = words[locale];
  return (
    <Table
      caption={text.holds}
      captionHidden
      columns={[
        { title: text.person, order: 'person', cell: ({ email }: Hold) => email ?? '–' },
        { title: text.law, cell: ({ law }) => law },
        { title: text.reason, cell: ({ reason }) => reason },
        { title: text.until, order: 'until', cell: ({ ends_at }) => formatDate(new Date(ends_at.getTime() - 1), locale) },
        { title: text.state, cell: (hold) => <State hold={hold} now={now} actorId={actorId} locale={locale} /> },
      ]}
      rows={holds}
      empty={text.noHolds}
    />
  );
}

export function stateOf(hold: Pick<Hold, 'decision' | 'lifted_at' | 'ends_at'>, now: Date): HoldState {
  if (hold.lifted_at) return 'lifted';
  if (hold.decision === 'refused') return 'refused';
  if (hold.ends_at <= now) return 'ended';
  return hold.decision === 'placed' ? 'placed' : 'waiting';
}

/** Whoever asked sees that another is to decide; whoever it is about has no button either. */
function State({ hold, now, actorId, locale }: { hold: Hold; now: Date; actorId: string; locale: Locale }) {
  const text = words[locale];
  const state = stateOf(hold, now);
  const mine = hold.asked_by === actorId || hold.account_id === actorId;
  return (
    <>
      <p>{text.states[state]}</p>
      {state === 'waiting' && mine && <p>{text.byAnother}</p>}
      {((state === 'waiting' && !mine) || state === 'placed') && (
        <Form action={href('decideHold', { hold: hold.id })}>
          <p class="actions">
            {state === 'placed' ? (
              <Submit text={text.lift} kind="quiet" name="decision" value="lifted" />
            ) : (
              <>
                <Submit text={text.place} name="decision" value="placed" />
                <Submit text={text.refuse} kind="quiet" name="decision" value="refused" />
              </>
            )}
          </p>
        </Form>
      )}
    </>
  );
}

function Ask({ locale, form }: { locale: Locale; form: Typed | undefined }) {
  const text = words[locale];
  const field = (name: string) => {
    const error = form?.errors.find((one) => one.name === name)?.text;
    return { name, value: form?.values[name] ?? '', ...(error ? { error } : {}) };
  };
  return (
    <Form action={href('askForHold')}>
      <TextField {...field('email')} label={text.email} type="email" autocomplete="off" maxlength={254} />
      <TextField {...field('law')} label={text.law} hint={text.lawHint} maxlength={200} />
      <TextArea {...field('reason')} label={text.reason} hint={text.reasonHint} maxlength={2000} />
      <TextField {...field('until')} label={text.until} hint={text.untilHint} type="date" />
      <Submit text={text.askButton} />
    </Form>
  );
}
