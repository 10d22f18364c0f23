import { href } from '../../../routes.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Form, HiddenField, Submit } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { CheckoutRow } from '../checkout.queries.ts';
import type { ForSale } from '../for-sale.queries.ts';
import { buyingWords } from '../words.ts';
import { PurchaseTerms, SaleFacts } from './sale-facts.tsx';

type OrderPageProps = {
  locale: Locale;
  checkout: CheckoutRow;
  /** As it is sold now; undefined when it is not. */
  course: ForSale | undefined;
  token: string;
  problem: string | undefined;
  contact: string;
};

/** The whole purchase once more, and the one button that says what it costs to press it (distansavtalslagen 2:7 a). */
export function OrderPage({ locale, checkout, course, token, problem, contact }: OrderPageProps) {
  const text = buyingWords[locale];
  return (
    <>
      <PageHeading title={text.order.title} lead={text.order.lead} />
      {problem && (
        <div role="alert">
          <Notice kind="problem">{problem}</Notice>
        </div>
      )}
      {course && (
        <>
          <SaleFacts locale={locale} course={course} contact={contact} />
          <DefinitionList
            items={[{ term: text.order.buyer, description: `${checkout.given_name} ${checkout.family_name}, ${checkout.email}` }]}
          />
          <Form action={href('placeOrder', { token })}>
            <HiddenField name="shown" value={String(course.ore)} />
            <Submit text={text.order.press} />
          </Form>
          <h2>{text.order.rights}</h2>
          <PurchaseTerms locale={locale} />
        </>
      )}
      <p class="hint">{text.order.hint}</p>
    </>
  );
}
