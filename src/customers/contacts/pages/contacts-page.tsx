import type { FieldError } from '../../../platform/read-body.ts';
import { ErrorSummary, Form, Submit, TextArea, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { faultOf } from '../../agreement/pages/terms-fields.tsx';
import { contactWords } from '../words.ts';

type ContactsPageProps = {
  locale: Locale;
  action: string;
  over: { href: string; text: string };
  typed: Record<string, string>;
  errors: readonly FieldError[];
};

export function ContactsPage({ locale, action, over, typed, errors }: ContactsPageProps) {
  const text = contactWords[locale];
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <PageHeading over={<a href={over.href}>{over.text}</a>} title={text.title} lead={text.lead} />
      <p>{text.minimise}</p>
      <Form action={action}>
        <PartFields locale={locale} typed={typed} errors={errors} />
        <Submit text={text.save} />
      </Form>
    </>
  );
}

function PartFields({ locale, typed, errors }: Pick<ContactsPageProps, 'locale' | 'typed' | 'errors'>) {
  const text = contactWords[locale];
  const { controller, officer, representative } = text.parts;
  const of = (name: string) => ({ value: typed[name] ?? '', autocomplete: 'off', ...faultOf(errors, name) });
  const phone = { label: text.phone, hint: text.phoneHint, type: 'tel', required: false, maxlength: 30 } as const;
  return (
    <>
      <h2>{controller.title}</h2>
      <p>{controller.lead}</p>
      <TextArea name="contact_address" label={text.address} rows={3} {...of('contact_address')} />
      <TextField name="contact_email" type="email" label={text.email} maxlength={254} {...of('contact_email')} />
      <TextField name="contact_phone" {...phone} {...of('contact_phone')} />
      <TextField name="contact_name" label={text.person} required={false} maxlength={200} {...of('contact_name')} />
      <h2>{officer.title}</h2>
      <p>{officer.lead}</p>
      <TextField name="officer_name" label={text.name} required={false} maxlength={200} {...of('officer_name')} />
      <TextField name="officer_email" type="email" label={text.email} required={false} maxlength={254} {...of('officer_email')} />
      <TextField name="officer_phone" {...phone} {...of('officer_phone')} />
      <h2>{representative.title}</h2>
      <p>{representative.lead}</p>
      <TextField name="representative_name" label={text.name} required={false} maxlength={200} {...of('representative_name')} />
      <TextArea name="representative_address" label={text.address} rows={3} required={false} {...of('representative_address')} />
      <TextField
        name="representative_email"
        type="email"
        label={text.email}
        required={false}
        maxlength={254}
        {...of('representative_email')}
      />
    </>
  );
}
