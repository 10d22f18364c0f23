import type { Operator } from '../../../platform/visit.ts';
import { href } from '../../../routes.ts';
import { Choices } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { deskWords } from '../../enquiries/desk-words.ts';
import type { OpenForm as State } from '../../open-forms/take-form.ts';
import { contactWords } from '../contact-words.ts';
import { removalWords } from '../../removal/removal-words.ts';
import { RemovalForm } from '../../removal/removal-pages.tsx';
import { WriteForm } from './write-form.tsx';

type ContactPageProps = { operator: Operator; signedIn: boolean; form: State; locale: Locale };

export function ContactPage({ operator, signedIn, form, locale }: ContactPageProps) {
  const text = contactWords[locale];
  return (
    <>
      <PageHeading title={text.title} lead={text.lead(operator.name)} />
      <section>
        <h2>{text.write}</h2>
        <WriteForm action={href('sendContact')} form={form} text={text}>
          <Choices
            kind="radio"
            name="to"
            legend={text.to}
            selected={form.typed['to'] ?? 'question'}
            options={[
              { value: 'question', text: text.toDesk },
              { value: 'dpo', text: text.toDpo, hint: text.toDpoHint },
            ]}
          />
        </WriteForm>
      </section>
      <section>
        <h2>{text.questions}</h2>
        <p>
          {text.byMail} <MailLink address={operator.contactEmail} />
        </p>
        <p>
          {text.quoteText} <a href={href('companyServices')}>{text.quoteLink}</a>
        </p>
      </section>
      <section>
        <h2>{text.course}</h2>
        <p>{text.courseText}</p>
      </section>
      <section>
        <h2>{text.purchase}</h2>
        <p>
          {text.purchaseText} <a href={href('findPurchases')}>{text.purchaseLink}</a>
        </p>
      </section>
      <section>
        <h2>{text.data}</h2>
        <p>
          {text.dataText} {signedIn && <a href={href('myData')}>{text.myData}</a>}
        </p>
        {signedIn && (
          <p>
            <a href={href('myEnquiries')}>{deskWords[locale].mine.title}</a>
          </p>
        )}
      </section>
      <section>
        <h2>{text.dpo}</h2>
        <p>
          {operator.dpoName}
          <br />
          <MailLink address={operator.dpoEmail} />
        </p>
        <p>
          {text.dpoText} <a href={href('dpo')}>{text.dpoLink}</a>
        </p>
      </section>
      <section>
        <h2>{removalWords[locale].title}</h2>
        <p>{removalWords[locale].lead}</p>
        <RemovalForm locale={locale} typed="" errors={[]} id="removal-email" />
      </section>
    </>
  );
}

export const MailLink = ({ address }: { address: string }) => <a href={`mailto:${address}`}>{address}</a>;
