import type { Register } from '../../../platform/register.ts';
import { ExtractRights, ExtractTables, shownRows, type ExtractTable } from '../../../privacy/index.ts';
import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Form, Submit } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { Letter } from '../letter.ts';
import { requestWords } from '../words.ts';
import { LetterText } from './letter-text.tsx';

type Props = {
  locale: Locale;
  token: string;
  letter: Letter;
  /** What is held, when that was asked for and granted. */
  tables: ExtractTable[] | undefined;
  canRemove: boolean;
  register: Register;
  /** The token of the receipt, when something was erased. */
  receipt: string | undefined;
};

export function AnswerPage({ locale, token, letter, tables, canRemove, receipt, register }: Props) {
  const text = requestWords[locale];
  return (
    <>
      <PageHeading title={letter.title} />
      <LetterText letter={letter} />
      <p class="actions">
        <ButtonLink href={href('requestLetter', { token })} kind="quiet" download>
          {text.pdf}
        </ButtonLink>{' '}
        {receipt && (
          <ButtonLink href={href('erasureReceipt', { token: receipt })} kind="quiet">
            {text.receipt}
          </ButtonLink>
        )}
        {tables && (
          <>
            <ButtonLink href={href('requestFolder', { token })} kind="quiet" download>
              {text.folder}
            </ButtonLink>{' '}
            <ButtonLink href={href('requestExtract', { token })} kind="quiet" download>
              {text.file}
            </ButtonLink>
          </>
        )}
      </p>
      {tables && (
        <section>
          <h2>{text.data}</h2>
          {tables.length === 0 && <p>{text.noData}</p>}
          <ExtractTables {...{ tables, register, locale, shownRows }} />
          <ExtractRights locale={locale} />
        </section>
      )}
      {canRemove && (
        <Form action={href('removeRequest', { token })}>
          <p>{text.removeText}</p>
          <Submit text={text.remove} kind="danger" />
        </Form>
      )}
    </>
  );
}
