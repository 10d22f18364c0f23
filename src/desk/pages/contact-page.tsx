import type { Operator } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { Choices, Submit, TextArea, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { deskWords } from '../desk-words.ts';
import { formWords } from '../form-words.ts';
import type { OpenForm as State } from '../take-form.ts';
import { words } from '../words.ts';
import { sentWords } from '../sent-words.ts';
import { kept, OpenForm } from './open-form.tsx';
import { RemovalForm } from './removal-pages.tsx';

type ContactPageProps = { operator: Operator; signedIn: boolean; form: State; locale: Locale };

export function ContactPage({ operator, signedIn, form, locale }: ContactPageProps) {
  const text = words[locale].contact;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead(operator.name)} />
      <section>
        <h2>{text.write}</h2>
        <ContactForm form={form} locale={locale} />
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
        <h2>{sentWords[locale].removal.title}</h2>
        <p>{sentWords[locale].removal.lead}</p>
        <RemovalForm locale={locale} typed="" errors={[]} id="removal-email" />
      </section>
    </>
  );
}

function ContactForm({ form, locale }: { form: State; locale: Locale }) {
  const text = words[locale].contact;
  const fields = formWords[locale];
  return (
    <OpenForm action={href('sendContact')} form={form} locale={locale}>
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
      <TextField
        name="email"
        type="email"
        label={fields.email}
        hint={fields.emailHint}
        autocomplete="email"
        inputmode="email"
        spellcheck={false}
        maxlength={254}
        {...kept(form, 'email')}
      />
      <TextArea name="body" label={fields.body} hint={fields.bodyHint} rows={8} {...kept(form, 'body')} />
      <p class="hint">{text.kept}</p>
      <Submit text={text.send} />
    </OpenForm>
  );
}

export const MailLink = ({ address }: { address: string }) => <a href={`mailto:${address}`}>{address}</a>;
