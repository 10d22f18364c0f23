import type { Promised } from '../../../promises/index.ts';
import { Badge } from '../../ui/badge.tsx';
import { Disclosure } from '../../ui/dialog.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { words } from '../words.ts';

const states = ['kept', 'partly', 'not-yet'] as const;
const badges = { kept: 'accent', partly: 'caution', 'not-yet': 'plain' } as const;

/** Every promise, with how far it is kept: nothing here claims more than a test shows. */
export function PromisesPage({ promises, locale }: { promises: readonly Promised[]; locale: Locale }) {
  const text = words[locale].promises;
  const byState = Object.groupBy(promises, ({ state }) => state);
  const [kept, partly, notYet] = states.map((state) => String(byState[state]?.length ?? 0)) as [string, string, string];
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <p>{text.count(kept, partly, notYet)}</p>
      {states.map((state) => byState[state] && <Group key={state} title={text.groups[state]} promises={byState[state]} locale={locale} />)}
    </>
  );
}

function Group({ title, promises, locale }: { title: string; promises: readonly Promised[]; locale: Locale }) {
  return (
    <section>
      <h2>{title}</h2>
      {promises.map((promise) => (
        <OnePromise key={promise.id} promise={promise} locale={locale} />
      ))}
    </section>
  );
}

function OnePromise({ promise, locale }: { promise: Promised; locale: Locale }) {
  const text = words[locale].promises;
  return (
    <div id={promise.id.toLowerCase()}>
      <p>
        {promise[locale]} <Badge kind={badges[promise.state]}>{text.state[promise.state]}</Badge>
      </p>
      {promise.state === 'partly' && <p class="hint">{text.missing(promise.missing[locale])}</p>}
      {promise.state !== 'not-yet' && (
        <Disclosure summary={`${text.shown} (${promise.id})`}>
          <p lang={locale === 'en' ? undefined : 'en'}>{promise.control}</p>
          <p>
            {text.proof}:{' '}
            {promise.proof.map((file, index) => (
              <>
                {index > 0 && ', '}
                <code>{file}</code>
              </>
            ))}
          </p>
        </Disclosure>
      )}
    </div>
  );
}
