import type { Register } from '../../../platform/register.ts';
import { ExtractTables, LooksByLink, shownRows, type ExtractTable } from '../../../privacy/index.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Form, Submit } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { OwnHanded } from '../hand-over.ts';
import { letterOf } from '../letter.ts';
import { isOver, isTold } from '../request.ts';
import { handedWords } from '../words.ts';

/** Who has the request, how far it is and who has read it. What was answered stands only behind the link that is sent to the address. */
export function OwnHandedPage({ locale, token, request, looks }: OwnHanded & { locale: Locale; token: string }) {
  const text = handedWords[locale];
  return (
    <>
      <PageHeading title={text.ownTitle} lead={text.ownLead(request.customer)} />
      <DefinitionList
        items={[
          { term: text.what, description: text.kinds[request.kind] },
          { term: text.came, description: formatDate(request.received_at, locale) },
          { term: text.state, description: text.states[request.state] },
          ...(isOver(request.state) ? [] : [{ term: text.by, description: formatDate(request.answer_by, locale) }]),
        ]}
      />
      {isTold(request.state) && (
        <Form action={href('askForHandedLink', { token })}>
          <p>{text.read}</p>
          <Submit text={text.sendLink} />
        </Form>
      )}
      <LooksByLink looks={looks} at="request" locale={locale} />
    </>
  );
}

type AnswerProps = {
  locale: Locale;
  token: string;
  request: OwnHanded['request'];
  tables: ExtractTable[] | undefined;
  receipt: string | undefined;
  register: Register;
};

export function HandedAnswerPage({ locale, token, request, tables, receipt, register }: AnswerProps) {
  const text = handedWords[locale];
  const { title, parts } = letterOf(request, request.customer, locale);
  return (
    <>
      <PageHeading title={title} over={request.customer} />
      {parts.map((part) => (
        <p key={part} class="message-text">
          {part}
        </p>
      ))}
      <p class="actions">
        <ButtonLink href={href('handedAnswerLetter', { token })} kind="quiet" download>
          {text.ownPdf}
        </ButtonLink>{' '}
        {tables && (
          <>
            <ButtonLink href={href('handedFolder', { token })} kind="quiet" download>
              {text.folder}
            </ButtonLink>{' '}
            <ButtonLink href={href('handedExtract', { token })} kind="quiet" download>
              {text.file}
            </ButtonLink>
          </>
        )}
      </p>
      {receipt && (
        <p>
          {text.receiptText} <a href={receipt}>{text.receipt}</a>
        </p>
      )}
      {tables && (
        <section>
          <h2>{text.data}</h2>
          {tables.length === 0 && <p>{text.noData}</p>}
          <ExtractTables {...{ tables, register, locale, shownRows }} />
        </section>
      )}
    </>
  );
}

export function HandedLinkEndedPage({ locale }: { locale: Locale }) {
  return <PageHeading title={handedWords[locale].endedTitle} lead={handedWords[locale].ended} />;
}
