import { href } from '../../../routes.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { webhookWords } from '../words.ts';

type SecretPageProps = { locale: Locale; customer: string; webhook: string | undefined; secret: string | undefined; rotated?: boolean };

/** The one page that shows a secret. Its address says nothing of it. */
export function SecretPage({ locale, customer, webhook, secret, rotated }: SecretPageProps) {
  const text = webhookWords[locale];
  return (
    <>
      <PageHeading title={text.secretTitle} lead={secret ? text.secretText : text.secretPast} />
      {secret && (
        <p>
          {text.secretLabel}: <code>{secret}</code>
        </p>
      )}
      {rotated && <p>{text.rotatedText}</p>}
      <p>
        {webhook ? (
          <a href={href('webhook', { customer, webhook })}>{text.toWebhook}</a>
        ) : (
          <a href={href('webhooks', { customer })}>{text.back}</a>
        )}
      </p>
    </>
  );
}
