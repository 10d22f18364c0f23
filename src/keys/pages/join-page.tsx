import { href } from '../../routes.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { ErrorSummary, Form, Submit } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ResponsibleList, type Controller } from '../../privacy/index.ts';
import { shownToAdministrators, whatOthersSee, type Matrix } from '../../people/index.ts';
import { whatAdministratorsSee, type SeenCategory } from '../what-they-see.ts';
import { words } from '../words.ts';

export type JoinFacts = {
  course: string;
  customer: string;
  /** Who is responsible for what belongs to the course, and how they are reached (Art. 13(1)(a) and (b)). */
  controller: Controller | undefined;
  isBound: boolean;
  /** What the customer shows to whom. */
  matrix: Matrix;
  administrators: string[];
  ownName: string;
  ownEmail: string;
};
type JoinPageProps = { facts: JoinFacts; token: string; locale: Locale; error: string | undefined };

/** What others will see, who they are, and two ways on that weigh the same. */
export function JoinPage({ facts, token, locale, error }: JoinPageProps) {
  const text = words[locale].join;
  return (
    <>
      <PageHeading over={facts.customer} title={text.title(facts.course)} lead={text.lead} />
      <ErrorSummary errors={error ? [{ name: 'choice', text: error }] : []} locale={locale} />
      <section>
        <h2>{text.seenTitle}</h2>
        <DefinitionList
          items={whatAdministratorsSee(locale, { ...facts, shown: shownToAdministrators(facts.matrix) }).map((line) => ({
            term: line.title,
            description: <Seen line={line} facts={facts} />,
          }))}
        />
        <p>{text.notSeen}</p>
        <h3>{text.othersTitle}</h3>
        <ul>
          {whatOthersSee(facts.matrix, locale).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text.whoTitle}</h2>
        {facts.administrators.length === 0 ? (
          <p>{text.nobody}</p>
        ) : (
          <ul>
            {facts.administrators.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>{text.responsibleTitle}</h2>
        <p>{text.responsible(facts.customer)}</p>
        {facts.controller && <ResponsibleList controller={facts.controller} />}
        <p>
          <a href={href('privacyPolicy')}>{text.policy}</a>
        </p>
      </section>
      <Notice kind="important" title={text.freeTitle}>
        {text.free}
      </Notice>
      <Form action={href('saveJoin', { token })}>
        <div class="actions" id="field-choice">
          <Submit text={text.join} kind="quiet" name="choice" value="join" />
          <Submit text={text.decline} kind="quiet" name="choice" value="decline" />
        </div>
      </Form>
    </>
  );
}

/** What is known already is shown as it is. */
function Seen({ line, facts }: { line: SeenCategory; facts: JoinFacts }) {
  const known = line.category === 'identity' ? facts.ownName : line.category === 'contact' ? facts.ownEmail : '';
  return (
    <>
      {known && <div>{known}</div>}
      <div class={known ? 'hint' : undefined}>{line.text}</div>
    </>
  );
}
