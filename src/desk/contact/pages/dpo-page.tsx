import type { Operator } from '../../../platform/visit.ts';
import { href } from '../../../routes.ts';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { dpoWords } from '../dpo-words.ts';
import type { OpenForm as State } from '../../open-forms/take-form.ts';
import { requestWords } from '../../requests/words.ts';
import { contactWords } from '../contact-words.ts';
import { MailLink } from './contact-page.tsx';
import { WriteForm } from './write-form.tsx';

type DpoPageProps = { operator: Operator; signedIn: boolean; form: State; locale: Locale };

export function DpoPage({ operator, signedIn, form, locale }: DpoPageProps) {
  const text = dpoWords[locale];
  return (
    <>
      <PageHeading title={text.title} lead={text.lead(operator.name)} />
      <section>
        <h2>{text.contact}</h2>
        <p>
          {operator.dpoName}
          <br />
          <MailLink address={operator.dpoEmail} />
        </p>
      </section>
      <section>
        <h2>{text.askTitle}</h2>
        <ul>
          {text.ask.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          {text.self} {signedIn && <a href={href('myData')}>{contactWords[locale].myData}</a>}
        </p>
        <p>
          <a href={href('requestForm')}>{requestWords[locale].title}</a>
        </p>
      </section>
      <section>
        <h2>{text.write}</h2>
        <p>{text.alone}</p>
        <WriteForm action={href('askDpo')} form={form} text={text} />
      </section>
      <section>
        <h2>{text.complainTitle}</h2>
        <p>{text.complain}</p>
      </section>
    </>
  );
}
