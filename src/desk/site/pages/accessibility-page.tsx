import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { words } from '../words.ts';
import { MailLink } from '../../contact/pages/contact-page.tsx';

export function AccessibilityPage({ contactEmail, locale }: { contactEmail: string; locale: Locale }) {
  const text = words[locale].accessibility;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <Lines title={text.doesTitle} lines={text.does} />
      <section>
        <h2>{text.testedTitle}</h2>
        <p>{text.tested}</p>
      </section>
      <Lines title={text.knownTitle} lines={text.known} />
      <section>
        <h2>{text.tellTitle}</h2>
        <p>{text.tell}</p>
        <p>
          <MailLink address={contactEmail} />
        </p>
        <p>{text.authority}</p>
      </section>
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
