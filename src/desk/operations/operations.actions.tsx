import { keysAreGuessed } from '../../keys/index.ts';
import { countDead } from '../../platform/mail/dead-letters.ts';
import { actorOf, scopeOf, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { CardList } from '../../ui/card-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { page } from '../../ui/page.tsx';
import { TermsDiffer } from '../terms/pages/terms-differ.tsx';
import { prepareTerms } from '../terms/prepared.ts';
import { operatorOnly } from './operator-only.ts';
import { words } from './words.ts';

/** What someone of the operator's people may look after, by their roles. */
export async function operations(visit: Visit): Promise<Response> {
  operatorOnly(visit, 'support', 'executive');
  const text = words[visit.locale].operations;
  const roles = actorOf(visit).operatorRoles;
  const { mails, jobs } = await countDead(visit.house.database);
  const isGuessing = await keysAreGuessed(visit.house);
  const now = visit.house.clock.now();
  const prepared = await visit.house.database.transaction(scopeOf(visit, 'inform'), (tx) => prepareTerms(tx, now));
  const cards = [
    ...(roles.includes('support') ? [{ href: href('newsletterIssues'), title: text.newsletters, text: text.newslettersText }] : []),
    ...(roles.includes('executive') ? [{ href: href('termsVersions'), title: text.terms, text: text.termsText }] : []),
    { href: href('termsDecisions'), title: text.decisions, text: text.decisionsText },
    { href: href('deadLetters'), title: text.dead, text: text.deadText, facts: text.deadCount(mails + jobs) },
  ];
  return page(
    visit,
    { title: text.title },
    <>
      <PageHeading title={text.title} lead={text.lead} />
      {isGuessing && (
        <Notice kind="warning" title={text.guessing}>
          {text.guessingText}
        </Notice>
      )}
      {prepared && <TermsDiffer prepared={prepared} mayPublish={roles.includes('executive')} locale={visit.locale} />}
      <CardList cards={cards} />
    </>,
  );
}
