import { href } from '../../../routes.ts';
import { Form, Submit } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { requestDeskWords } from '../desk-words.ts';
import type { DataRequest } from '../request.ts';

type Props = { locale: Locale; request: DataRequest; suppliers: readonly string[] };

/** Art. 18(3) and 19: how long it has held, whom the officer tells of it, and the button that tells the person before it is lifted. */
export function RestrictionPart({ locale, request, suppliers }: Props) {
  const text = requestDeskWords[locale].restriction;
  const { restricted_at: began, lifts_at: lifts, lifted_at: lifted } = request;
  if (!began) return null;
  const told = lifted ? text.lifted(formatDate(lifted, locale)) : lifts ? text.lifts(formatDate(lifts, locale)) : undefined;
  return (
    <section>
      <h2>{text.title}</h2>
      <p>{text.began(formatDate(began, locale))}</p>
      {suppliers.length > 0 && !lifted && <p>{text.suppliers(suppliers.join(', '))}</p>}
      {told ? (
        <p>{told}</p>
      ) : (
        <Form action={href('liftRequest', { request: request.id })}>
          <p>{text.lead}</p>
          <Submit text={text.lift} kind="quiet" />
        </Form>
      )}
    </section>
  );
}
