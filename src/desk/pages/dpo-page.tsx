import type { Operator } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { Submit, TextArea, TextField } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { dpoWords } from '../dpo-words.ts';
import { formWords } from '../form-words.ts';
import type { OpenForm as State } from '../take-form.ts';
import { requestWords } from '../requests/words.ts';
import { words } from '../words.ts';
import { MailLink } from './contact-page.tsx';
import { kept, OpenForm } from './open-form.tsx';

type DpoPageProps = { operator: Operator; signedIn: boolean; form: State; locale: Locale };

export function DpoPage({ operator, signedIn, form, locale }: DpoPageProps) {
  const text = dpoWords[locale];
  return (
    <>
      <PageHeading title={text.title} lead={text.lead(operator.name)} />
      <section>
        <h2>{text.contact}</h2>
        <p>
          {operator.dpoName}
          <br />
          <MailLink address={operator.dpoEmail} />
        </p>
      </section>
      <section>
        <h2>{text.askTitle}</h2>
        <ul>
          {text.ask.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          {text.self} {signedIn && <a href={href('myData')}>{words[locale].contact.myData}</a>}
        </p>
        <p>
          <a href={href('requestForm')}>{requestWords[locale].title}</a>
        </p>
      </section>
      <section>
        <h2>{text.write}</h2>
        <p>{text.alone}</p>
        <DpoForm form={form} locale={locale} />
      </section>
      <section>
        <h2>{text.complainTitle}</h2>
        <p>{text.complain}</p>
      </section>
    </>
  );
}

function DpoForm({ form, locale }: { form: State; locale: Locale }) {
  const text = dpoWords[locale];
  const fields = formWords[locale];
  return (
    <OpenForm action={href('askDpo')} form={form} locale={locale}>
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
