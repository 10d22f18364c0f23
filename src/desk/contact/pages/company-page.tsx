import { dataMap } from '../../../../data-map/index.ts';
import { href } from '../../../routes.ts';
import { Submit, TextArea, TextField } from '../../../ui/form.tsx';
import { periodInWords } from '../../../privacy/index.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { companyWords } from '../company-words.ts';
import { formWords } from '../../open-forms/form-words.ts';
import type { OpenForm as State } from '../../open-forms/take-form.ts';
import { EmailField } from '../../open-forms/email-field.tsx';
import { kept, OpenForm } from '../../open-forms/open-form.tsx';

/** What Kursiv gives an organisation, and the way to ask what it costs. */
export function CompanyPage({ locale, form }: { locale: Locale; form: State }) {
  const text = companyWords[locale];
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      {text.kinds.map(({ title, body }) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>{body}</p>
        </section>
      ))}
      <section>
        <h2>{text.gets.title}</h2>
        <ul>
          {text.gets.each.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>
          <a href={href('catalogue')}>{text.gets.see}</a>
        </p>
      </section>
      <section>
        <h2>{text.data.title}</h2>
        <p>{text.data.body}</p>
      </section>
      <section>
        <h2>{text.form.title}</h2>
        <p>{text.form.lead}</p>
        <QuoteForm locale={locale} form={form} />
      </section>
    </>
  );
}

function QuoteForm({ locale, form }: { locale: Locale; form: State }) {
  const text = companyWords[locale].form;
  const fields = formWords[locale];
  return (
    <OpenForm action={href('askForQuote')} form={form} locale={locale}>
      <TextField
        name="organisation"
        label={text.organisation}
        autocomplete="organization"
        maxlength={200}
        {...kept(form, 'organisation')}
      />
      <TextField name="name" label={text.name} autocomplete="name" maxlength={100} {...kept(form, 'name')} />
      <EmailField {...kept(form, 'email')} />
      <TextField
        name="people_count"
        label={text.people}
        hint={text.peopleHint}
        inputmode="numeric"
        autocomplete="off"
        size={8}
        maxlength={12}
        {...kept(form, 'people_count')}
      />
      <TextField name="courses" label={text.courses} required={false} maxlength={500} autocomplete="off" {...kept(form, 'courses')} />
      <TextArea name="body" label={fields.body} hint={fields.bodyHint} required={false} {...kept(form, 'body')} />
      <p class="hint">{text.kept(periodInWords(dataMap.enquiry.retention.also.period, locale))}</p>
      <Submit text={text.send} />
    </OpenForm>
  );
}
