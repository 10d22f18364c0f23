import { purposes } from '../../../data-map/index.ts';
import { href } from '../../routes.ts';
import { Form, Submit } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import type { ChoiceRow } from './choices.queries.ts';
import { choiceWords } from './words.ts';

type Props = { consents: ChoiceRow[]; choices: ChoiceRow[]; older: boolean; paged: boolean; locale: Locale };

/** What the person has said yes and no to, with the proof of each, and a way back as easy as the way in (Art. 7(3)). */
export function ChoicesPage({ consents, choices, older, paged, locale }: Props) {
  const text = choiceWords[locale];
  const last = choices.at(-1);
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} over={<a href={href('myData')}>{text.backToData}</a>} />
      <section>
        <h2>{text.consents}</h2>
        {consents.length === 0 && <p>{text.noConsents}</p>}
        {consents.map(({ id, about }) => (
          <Form key={id} action={href('withdrawConsent', { choice: id })}>
            <p>{text.toShow(aboutInWords(about, locale))}</p>
            <Submit text={text.withdraw} kind="quiet" />
          </Form>
        ))}
      </section>
      <section>
        <h2>{text.history}</h2>
        <Table
          caption={text.history}
          captionHidden
          rows={choices}
          empty={text.empty}
          columns={[
            { title: text.when, cell: ({ at }) => formatDateTime(at, locale) },
            { title: text.what, cell: ({ state }) => text.events[state as keyof typeof text.events] ?? state },
            { title: text.about, cell: ({ about }) => aboutInWords(about, locale) },
            { title: text.version, cell: ({ version }) => String(version) },
            {
              title: text.receipt,
              cell: ({ id }) => (
                <a href={href('choiceReceipt', { choice: id })} download>
                  {text.getReceipt}
                </a>
              ),
            },
          ]}
        />
        {older && last && (
          <p>
            <a href={`${href('ownChoices')}?fore=${last.id}`}>{text.older}</a>
          </p>
        )}
        {paged && (
          <p>
            <a href={href('ownChoices')}>{text.newest}</a>
          </p>
        )}
      </section>
    </>
  );
}

/** A purpose or a text, as a person would name it. */
export function aboutInWords(about: string, locale: Locale): string {
  if (about in purposes) return purposes[about as keyof typeof purposes][locale];
  return (choiceWords[locale].abouts as Record<string, string>)[about] ?? about;
}
