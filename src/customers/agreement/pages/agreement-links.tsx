import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { useLocale } from '../../../ui/language.ts';
import { agreementWords } from '../words.ts';

type To = 'agreement' | 'seats' | 'dataProcessing' | 'ownRecord' | 'customerContact' | 'takeAll';
/** Rooms that are no more when the agreement has ended. */
const whileItLasts = new Set<To>(['seats', 'customerContact']);

/** Between the rooms of a customer's agreement. */
export function AgreementLinks({ customer, to }: { customer: { slug: string; endedAt?: string | null }; to: readonly To[] }) {
  const text = agreementWords[useLocale()].nav;
  return (
    <>
      {to
        .filter((name) => !customer.endedAt || !whileItLasts.has(name))
        .map((name) => (
          <ButtonLink key={name} href={href(name, { customer: customer.slug })} kind="quiet">
            {text[name]}
          </ButtonLink>
        ))}
    </>
  );
}
