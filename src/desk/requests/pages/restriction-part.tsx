import { href } from '../../../routes.ts';
import { Form, Submit } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { requestDeskWords } from '../desk-words.ts';
import type { DataRequest } from '../request.ts';

/** Art. 18(3): how long it has held, and the button that tells the person before it is lifted. */
export function RestrictionPart({ locale, request }: { locale: Locale; request: DataRequest }) {
  const text = requestDeskWords[locale].restriction;
  const { restricted_at: began, lifts_at: lifts, lifted_at: lifted } = request;
  if (!began) return null;
  const told = lifted ? text.lifted(formatDate(lifted, locale)) : lifts ? text.lifts(formatDate(lifts, locale)) : undefined;
  return (
    <section>
      <h2>{text.title}</h2>
      <p>{text.began(formatDate(began, locale))}</p>
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
