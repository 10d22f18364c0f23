import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { Checkbox, Choices, ErrorSummary, Form, Select, Submit, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { boxOf, customersEvents, timeZones } from '../choices.ts';
import { channels, events, eventsFor, isChosen, type Channel, type EventName } from '../events.ts';
import type { Allowed } from '../notifications.queries.ts';
import { digests } from '../rhythm.ts';
import { words } from '../words.ts';

type ChoicesPageProps = {
  locale: Locale;
  isStaff: boolean;
  choices: readonly Allowed[];
  typed: Record<string, string>;
  errors: FieldError[];
};

export function ChoicesPage({ locale, isStaff, choices, typed, errors }: ChoicesPageProps) {
  const text = words[locale].choices;
  const field = (name: string) => {
    const error = errors.find((one) => one.name === name)?.text;
    return { name, value: typed[name] ?? '', ...(error ? { error } : {}) };
  };
  const digestError = errors.find(({ name }) => name === 'digest')?.text;
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading over={<a href={href('notifications')}>{words[locale].title}</a>} title={text.title} lead={text.lead} />
      <Form action={href('saveNotificationChoices')}>
        {eventsFor(isStaff).map((event) => (
          <EventChoice
            key={event}
            event={event}
            locale={locale}
            isTicked={(channel) => allowedOf(choices, event, channel) ?? events[event][channel] === 'on'}
          />
        ))}
        <Choices
          kind="radio"
          name="digest"
          legend={text.rhythm}
          selected={typed['digest'] ?? ''}
          options={digests.map((value) => ({ value, text: text.digest[value] }))}
          {...(digestError ? { error: digestError } : {})}
        />
        <fieldset class="field choices">
          <legend>{text.quiet}</legend>
          <p class="hint">{text.quietHint}</p>
          <div class="in-a-row">
            <TextField type="time" label={text.from} required={false} {...field('quiet_from')} />
            <TextField type="time" label={text.to} required={false} {...field('quiet_to')} />
          </div>
        </fieldset>
        <Select
          name="time_zone"
          label={text.zone}
          selected={typed['time_zone'] ?? ''}
          options={timeZones.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }))}
        />
        <Submit text={text.save} />
      </Form>
    </>
  );
}

const allowedOf = (choices: readonly Allowed[], event: EventName, channel: Channel): boolean | undefined =>
  choices.find((choice) => choice.event === event && choice.channel === channel)?.allowed;

type EventChoiceProps = { event: EventName; locale: Locale; isTicked(channel: Channel): boolean };

/** What cannot be turned off says why and has no box. */
function EventChoice({ event, locale, isTicked }: EventChoiceProps) {
  const text = words[locale];
  return (
    <fieldset class="field choices">
      <legend>{text.events[event].choice}</legend>
      {channels.map((channel) =>
        isChosen(event, channel) ? (
          <Checkbox key={channel} name={boxOf(event, channel)} label={text.choices[channel]} checked={isTicked(channel)} />
        ) : (
          <p key={channel} class="hint">
            {events[event][channel] === 'never' ? text.choices.never : text.choices.always[channel]}
          </p>
        ),
      )}
    </fieldset>
  );
}

type CustomerChoicesPageProps = { locale: Locale; customer: { name: string; slug: string }; choices: readonly Allowed[] };

export function CustomerChoicesPage({ locale, customer, choices }: CustomerChoicesPageProps) {
  const text = words[locale].customer;
  return (
    <>
      <PageHeading over={customer.name} title={text.title} lead={text.lead} />
      <Form action={href('saveCustomerNotifications', { customer: customer.slug })}>
        {customersEvents.map((event) => (
          <EventChoice key={event} event={event} locale={locale} isTicked={(channel) => allowedOf(choices, event, channel) ?? true} />
        ))}
        <Submit text={text.save} />
      </Form>
    </>
  );
}
