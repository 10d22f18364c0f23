import { LooksByLink } from '../../../privacy/index.ts';
import { href } from '../../../routes.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Form, Submit } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { isOver } from '../request.ts';
import type { OwnRequest } from '../send-request.ts';
import { requestWords } from '../words.ts';

/** Art. 18: since when, and from when not. */
function restriction({ restricted_at: began, lifts_at: lifts, lifted_at: lifted }: OwnRequest['request'], locale: Locale) {
  const text = requestWords[locale].restriction;
  if (!began) return [];
  return [
    { term: text.began, description: formatDate(began, locale) },
    ...(lifted || lifts ? [{ term: lifted ? text.lifted : text.lifts, description: formatDate((lifted ?? lifts)!, locale) }] : []),
  ];
}

type Props = OwnRequest & { locale: Locale; token: string };

/** Where the request is and who has read it. What was written and answered stands only behind the link that is sent to the address. */
export function OwnRequestPage({ locale, token, request, looks }: Props) {
  const text = requestWords[locale];
  const { state } = request;
  return (
    <>
      <PageHeading title={text.ownTitle} lead={text.keep} />
      <DefinitionList
        items={[
          { term: text.what, description: text.kinds[request.kind] },
          { term: text.came, description: formatDate(request.received_at, locale) },
          { term: text.state, description: text.states[state] },
          ...(isOver(state) ? [] : [{ term: text.by, description: formatDate(request.answer_by, locale) }]),
          ...restriction(request, locale),
        ]}
      />
      {(isOver(state) || state === 'extended') && (
        <Form action={href('askForAnswerLink', { token })}>
          <p>{text.read}</p>
          <Submit text={text.sendLink} />
        </Form>
      )}
      <LooksByLink looks={looks} at="request" locale={locale} />
    </>
  );
}
