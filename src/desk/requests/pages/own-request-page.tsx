import { href } from '../../../routes.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Form, Submit } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { isOver, type DataRequest } from '../request.ts';
import { requestWords } from '../words.ts';

type Props = { locale: Locale; token: string; request: DataRequest };

/** Where the request is. What was written and answered stands only behind the link that is sent to the address. */
export function OwnRequestPage({ locale, token, request }: Props) {
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
        ]}
      />
      {(isOver(state) || state === 'extended') && (
        <Form action={href('askForAnswerLink', { token })}>
          <p>{text.read}</p>
          <Submit text={text.sendLink} />
        </Form>
      )}
    </>
  );
}
