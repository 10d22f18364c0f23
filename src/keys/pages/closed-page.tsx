import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { words } from '../words.ts';

type ClosedPageProps = { locale: Locale; title: string; text: string; signedIn: boolean };

export function ClosedPage({ locale, title, text, signedIn }: ClosedPageProps) {
  const { again, signIn } = words[locale].closed;
  return (
    <>
      <PageHeading title={title} lead={text} />
      <p class="actions">
        <ButtonLink href={href('key')}>{again}</ButtonLink>
        {!signedIn && (
          <ButtonLink href={href('signIn')} kind="quiet">
            {signIn}
          </ButtonLink>
        )}
      </p>
    </>
  );
}
