import { dataMap } from '../../../../data-map/index.ts';
import { explain, LooksByLink, type LookByLink } from '../../../privacy/index.ts';
import { href } from '../../../routes.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Form, Submit } from '../../../ui/form.tsx';
import type { Locale } from '../../../ui/locale.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import type { NamedContact } from '../contacts.queries.ts';
import { namedWords } from '../named-words.ts';

type NamedPageProps = { locale: Locale; token: string; customer: string; contact: NamedContact; looks: readonly LookByLink[] };

const entry = dataMap.customer_contact;

/** What a customer has stated of whoever reads at the address, and what applies to it (Art. 14(1) and (2)). */
export function NamedPage({ locale, token, customer, contact, looks }: NamedPageProps) {
  const text = namedWords[locale];
  const { why, basis, howLong, source } = explain(entry, locale);
  const seenBy = (entry.columns.name.seenBy ?? []).map((viewer) => text.seenBy[viewer] ?? '').join('; ');
  return (
    <>
      <PageHeading title={text.title} lead={text.lead(customer)} />
      <section>
        <h2>{text.which}</h2>
        <DefinitionList
          items={[
            { term: text.as, description: text.parts[contact.part] },
            { term: text.name, description: contact.name || text.noName },
            { term: text.email, description: contact.email ?? '–' },
            ...(contact.phone ? [{ term: text.phone, description: contact.phone }] : []),
          ]}
        />
        {contact.name !== '' && (
          <Form action={href('removeContactName', { token })}>
            <p>{text.removeLead}</p>
            <Submit text={text.remove} kind="quiet" />
          </Form>
        )}
      </section>
      <section>
        <h2>{text.applies}</h2>
        <DefinitionList
          items={[
            { term: text.seen, description: seenBy },
            { term: text.why, description: why },
            { term: text.basis, description: basis },
            { term: text.howLong, description: howLong },
            { term: text.source, description: source ?? customer },
          ]}
        />
        <p>
          {text.other} <a href={href('requestForm')}>{text.toRequest}</a>.
        </p>
      </section>
      <p>{text.notLogged}</p>
      <LooksByLink looks={looks} at="contact" locale={locale} />
    </>
  );
}
