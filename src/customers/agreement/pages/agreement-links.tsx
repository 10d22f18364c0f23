import { href } from '../../../routes.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { useLocale } from '../../../ui/language.ts';
import { agreementWords } from '../words.ts';

type To = 'agreement' | 'seats' | 'dataProcessing' | 'takeAll';

/** Between the rooms of a customer's agreement. When it has ended, seats are no more. */
export function AgreementLinks({ customer, to }: { customer: { slug: string; endedAt?: string | null }; to: readonly To[] }) {
  const text = agreementWords[useLocale()].nav;
  return (
    <>
      {to
        .filter((name) => !customer.endedAt || name !== 'seats')
        .map((name) => (
          <ButtonLink key={name} href={href(name, { customer: customer.slug })} kind="quiet">
            {text[name]}
          </ButtonLink>
        ))}
    </>
  );
}
