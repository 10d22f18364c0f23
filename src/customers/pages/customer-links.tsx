import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { useLocale } from '../../ui/language.ts';
import { words } from '../words.ts';

type CustomerLinksProps = {
  customer: string;
  to: readonly (
    | 'members'
    | 'groups'
    | 'keyBatches'
    | 'invitations'
    | 'whoSeesWhom'
    | 'inbox'
    | 'newInvitation'
    | 'customerNotifications'
    | 'agreement'
    | 'seats'
    | 'dataProcessing'
    | 'apiTokens'
    | 'handedRequests'
  )[];
};

/** From one of the rooms of whoever looks after a customer to the others. */
export function CustomerLinks({ customer, to }: CustomerLinksProps) {
  const text = words[useLocale()].nav;
  return (
    <>
      {to.map((name) => (
        <ButtonLink key={name} href={href(name, { customer })} kind="quiet">
          {text[name]}
        </ButtonLink>
      ))}
    </>
  );
}
