import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Choices, Form, Submit } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { OwnChoices } from '../change-subscriptions.ts';
import { words } from '../words.ts';

export function ChoicesPage({ locale, token, choices }: { locale: Locale; token: string; choices: OwnChoices }) {
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.choicesTitle} lead={text.choicesLead} />
      <Form action={href('saveSubscriptions', { token })}>
        <Choices
          kind="checkbox"
          name="topics"
          legend={text.topics}
          selected={choices.subscribed}
          options={choices.topics.map(({ id, title, lead }) => ({ value: id, text: title[locale], hint: lead[locale] }))}
        />
        <Choices
          kind="radio"
          name="language"
          legend={text.language}
          selected={choices.language}
          options={[
            { value: 'sv', text: text.swedish },
            { value: 'en', text: text.english },
          ]}
        />
        <Submit text={text.save} />
      </Form>
      {choices.subscribed.length > 0 && (
        <>
          <p>{text.holdsUntil(formatDate(choices.validUntil, locale))}</p>
          <ButtonLink href={href('subscriptionReceipt', { token })} kind="quiet" download>
            {text.receipt}
          </ButtonLink>
        </>
      )}
    </>
  );
}

export function LeavePage({ locale, token, topic }: { locale: Locale; token: string; topic: string }) {
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.leaveTitle} lead={text.leaveLead(topic)} />
      <Form action={href('oneClickUnsubscribe', { token })}>
        <Submit text={text.leave} />
      </Form>
    </>
  );
}

export function LeftPage({ locale }: { locale: Locale }) {
  const text = words[locale];
  return (
    <>
      <PageHeading title={text.leftTitle} lead={text.left} />
      <p>
        <a href={href('newsletter')}>{text.again}</a>
      </p>
    </>
  );
}
