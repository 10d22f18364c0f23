import { href } from '../../routes.ts';
import { CardList } from '../../ui/card-list.tsx';
import type { Locale } from '../../ui/locale.ts';
import { InLanguage } from '../pages/in-language.tsx';
import { ourTemplates } from './ours/index.ts';
import type { Template } from './template.queries.ts';
import { templateWords } from './words.ts';

type TemplateChoiceProps = { locale: Locale; customer: string; own: readonly Template[]; chosen: string | undefined };

/** What a new course may begin from: the customer's own templates first, then ours. */
export function TemplateChoice({ locale, customer, own, chosen }: TemplateChoiceProps) {
  const text = templateWords[locale];
  const start = href('newCourse', { customer });
  if (chosen) {
    return (
      <p>
        {text.chosen(chosen)} <a href={start}>{text.another}</a>
      </p>
    );
  }
  const ownCards = own.map(({ id, title, tagline, language }) => ({
    href: `${start}?mall=${id}`,
    title: (
      <InLanguage language={language} locale={locale}>
        {title}
      </InLanguage>
    ),
    text: tagline,
    facts: text.own,
  }));
  const ours = ourTemplates.map(({ key, words }) => ({
    href: `${start}?mall=${key}`,
    title: words[locale].name,
    text: words[locale].about,
  }));
  return (
    <>
      <section aria-labelledby="templates">
        <h2 id="templates">{text.begin}</h2>
        <CardList level={3} cards={[...ownCards, ...ours]} />
      </section>
      <h2>{text.fromNothing}</h2>
    </>
  );
}
