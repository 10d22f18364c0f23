import type { FieldError } from '../../platform/read-body.ts';
import { href } from '../../routes.ts';
import { ErrorSummary, Form, HiddenField, Submit } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { Change } from '../changed-paragraphs.ts';
import type { TermsToAnswer } from '../terms.ts';
import { termsWords } from '../terms-words.ts';
import { TermsText } from './terms-text.tsx';

type Props = { shown: TermsToAnswer; locale: Locale; errors: FieldError[]; goOn: string | undefined };

export function TermsGatePage({ shown: { terms, changes, answer }, locale, errors, goOn }: Props) {
  const text = termsWords[locale];
  return (
    <>
      <ErrorSummary errors={errors} locale={locale} />
      <PageHeading title={text.title} over={text.inForce(formatDate(terms.inForceAt, locale))} lead={text.lead} />
      {answer === 'refused' && <Refused locale={locale} />}
      <Changes changes={changes} locale={locale} />
      <section>
        {changes.length > 0 && <h2>{text.wholeTitle}</h2>}
        <TermsText text={terms.text[locale]} />
      </section>
      <section aria-labelledby="field-answer">
        <h2 id="field-answer">{text.question}</h2>
        <Form action={href('answerTerms')}>
          <HiddenField name="version" value={String(terms.version)} />
          {goOn && <HiddenField name="vidare" value={goOn} />}
          <div class="actions">
            <Submit text={text.accept} name="answer" value="accept" />
            <Submit text={text.refuse} kind="quiet" name="answer" value="refuse" />
          </div>
        </Form>
      </section>
    </>
  );
}

function Changes({ changes, locale }: { changes: readonly Change[]; locale: Locale }) {
  const text = termsWords[locale];
  const changed = changes.filter((change) => change.kind !== 'same');
  if (changed.length === 0) return null;
  return (
    <section>
      <h2>{text.changedTitle}</h2>
      <p>{text.changedLead}</p>
      <div class="prose">
        {changed.map(({ kind, text: paragraph }) => (
          <p key={kind + paragraph}>
            <strong>{kind === 'added' ? text.added : text.removed}</strong>{' '}
            {kind === 'added' ? <ins>{plain(paragraph)}</ins> : <del>{plain(paragraph)}</del>}
          </p>
        ))}
      </div>
    </section>
  );
}

const plain = (paragraph: string): string => paragraph.replace(/^#+ /, '');

/** E-05: whoever refuses can still take their data with them, close the account and sign out. */
function Refused({ locale }: { locale: Locale }) {
  const text = termsWords[locale];
  return (
    <Notice kind="important" title={text.refusedTitle}>
      <p>{text.refused}</p>
      <ul>
        <li>
          <a href={href('exportPage')}>{text.export}</a>
        </li>
        <li>
          <a href={href('closing')}>{text.close}</a>
        </li>
        <li>
          <form method="post" action={href('endSession')}>
            <button class="as-link">{text.signOut}</button>
          </form>
        </li>
      </ul>
      <p>{text.changeMind}</p>
    </Notice>
  );
}
