import { href } from '../../../routes.ts';
import { Form, Submit } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import type { HandedRequest } from '../request.ts';
import { handedWords } from '../words.ts';

/** Art. 18(3): how long it has held, and the button that tells the person before it is lifted. */
export function RestrictionPart({ locale, customer, request }: { locale: Locale; customer: { slug: string }; request: HandedRequest }) {
  const text = handedWords[locale].restriction;
  const { restricted_at: began, lifts_at: lifts, lifted_at: lifted } = request;
  if (!began) return null;
  const told = lifted ? text.lifted(formatDate(lifted, locale)) : lifts ? text.told(formatDate(lifts, locale)) : undefined;
  return (
    <section>
      <h2>{text.title}</h2>
      <p>{text.began(formatDate(began, locale))}</p>
      {told ? (
        <p>{told}</p>
      ) : (
        <Form action={href('liftHanded', { customer: customer.slug, handed: request.id })}>
          <p>{text.lead}</p>
          <Submit text={text.lift} kind="quiet" />
        </Form>
      )}
    </section>
  );
}
