import { EmailField, kept, OpenForm, type OpenFormState } from '../../../desk/index.ts';
import type { CustomerInScope } from '../../../platform/visit.ts';
import { href } from '../../../routes.ts';
import { Submit, TextField } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { ForSale } from '../for-sale.queries.ts';
import { buyingWords } from '../words.ts';
import { PurchaseTerms, SaleFacts } from './sale-facts.tsx';

type BuyPageProps = {
  locale: Locale;
  course: ForSale;
  customer: CustomerInScope;
  ownEmail: string | undefined;
  form: OpenFormState;
  contact: string;
};

export function BuyPage({ locale, course, customer, ownEmail, form, contact }: BuyPageProps) {
  const text = buyingWords[locale];
  const to = { customer: customer.slug, course: course.slug };
  return (
    <>
      <PageHeading
        over={
          <a href={href('course', to)} lang={course.language}>
            {course.title}
          </a>
        }
        title={text.buy.title}
        lead={text.buy.lead}
      />
      <section>
        <h2>{text.buy.what}</h2>
        <SaleFacts locale={locale} course={course} contact={contact} />
      </section>
      <OpenForm action={href('fillInOrder', to)} form={form} locale={locale}>
        <TextField name="givenName" label={text.buy.givenName} autocomplete="given-name" maxlength={100} {...kept(form, 'givenName')} />
        <TextField name="familyName" label={text.buy.familyName} autocomplete="family-name" maxlength={100} {...kept(form, 'familyName')} />
        {ownEmail ? (
          <p>{text.buy.ownEmail(ownEmail)}</p>
        ) : (
          <EmailField label={text.buy.email} hint={text.buy.emailHint} {...kept(form, 'email')} />
        )}
        <Submit text={text.buy.go} />
        <p class="hint">{text.buy.goHint}</p>
        <p class="hint">{text.buy.kept}</p>
      </OpenForm>
      <section>
        <h2>{text.order.rights}</h2>
        <PurchaseTerms locale={locale} />
      </section>
    </>
  );
}
