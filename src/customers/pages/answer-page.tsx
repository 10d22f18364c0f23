import { ErrorSummary, Form, Submit } from '../../ui/form.tsx';
import { ResponsibleList, type Controller } from '../../privacy/index.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { InvitationRow } from '../invitation.queries.ts';
import { words } from '../words.ts';

type AnswerPageProps = {
  locale: Locale;
  action: string;
  invitation: InvitationRow;
  sender: string;
  told: readonly string[];
  /** Who is responsible for what belongs to its courses (Art. 13(1)(a) and (b)). */
  controller: Controller | undefined;
  error?: string;
};

/** Who invites to what and what it lets one see, and two ways on that weigh the same. */
export function AnswerPage({ locale, action, invitation, sender, told, controller, error }: AnswerPageProps) {
  const text = words[locale].answer;
  return (
    <>
      <ErrorSummary errors={error ? [{ name: 'choice', text: error }] : []} locale={locale} />
      <PageHeading
        over={invitation.customer_name}
        title={text.title(invitation.customer_name)}
        lead={sender ? text.from(sender, invitation.customer_name) : text.fromCustomer(invitation.customer_name)}
      />
      <section>
        <h2>{text.meansTitle}</h2>
        <ul>
          {told.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      {controller && (
        <section>
          <h2>{text.responsibleTitle}</h2>
          <ResponsibleList controller={controller} />
        </section>
      )}
      <Form action={action}>
        <div class="actions" id="field-choice">
          <Submit text={text.accept} kind="quiet" name="choice" value="accept" />
          <Submit text={text.decline} kind="quiet" name="choice" value="decline" />
        </div>
      </Form>
    </>
  );
}
