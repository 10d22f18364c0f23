import type { Operator } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { words } from '../words.ts';

type ContactPageProps = { operator: Operator; signedIn: boolean; locale: Locale };

export function ContactPage({ operator, signedIn, locale }: ContactPageProps) {
  const text = words[locale].contact;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead(operator.name)} />
      <section>
        <h2>{text.questions}</h2>
        <p>
          <MailLink address={operator.contactEmail} />
        </p>
      </section>
      <section>
        <h2>{text.course}</h2>
        <p>{text.courseText}</p>
      </section>
      <section>
        <h2>{text.data}</h2>
        <p>
          {text.dataText} {signedIn && <a href={href('myData')}>{text.myData}</a>}
        </p>
      </section>
      <section>
        <h2>{text.dpo}</h2>
        <p>
          {operator.dpoName}
          <br />
          <MailLink address={operator.dpoEmail} />
        </p>
        <p>{text.dpoText}</p>
      </section>
    </>
  );
}

export const MailLink = ({ address }: { address: string }) => <a href={`mailto:${address}`}>{address}</a>;
