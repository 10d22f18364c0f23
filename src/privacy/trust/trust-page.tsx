import { href } from '../../routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { Disclosure } from '../../ui/dialog.tsx';
import { formatDateTime } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { Proof } from './prove.ts';
import type { ShownPromise } from './promise-state.ts';
import { trustWords } from './words.ts';

const states = ['broken', 'kept', 'partly', 'not-yet'] as const;
const badges = { broken: 'problem', kept: 'accent', partly: 'caution', 'not-yet': 'plain' } as const;
const proofBadges = { holds: 'accent', broken: 'problem', unknown: 'caution' } as const;

type Props = { promises: readonly ShownPromise[]; proofs: readonly Proof[]; locale: Locale };

/** Every promise, with how far it is kept and what its proofs show now: nothing here claims more than that. */
export function TrustPage({ promises, proofs, locale }: Props) {
  const text = trustWords[locale];
  const byState = Object.groupBy(promises, ({ state }) => state);
  const many = (state: (typeof states)[number]) => String(byState[state]?.length ?? 0);
  const broken = proofs.filter(({ state }) => state === 'broken');
  const holding = proofs.filter(({ state }) => state === 'holds').length;
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      {broken.length > 0 && (
        <Notice kind="problem" title={text.brokenTitle}>
          <p>{text.broken}</p>
          <ul>
            {broken.map(({ probe }) => (
              <li key={probe.id}>
                <a href={href('proof', { proof: probe.id })}>{probe.title[locale]}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p>
        {text.count(many('kept'), many('partly'), many('not-yet'))} {text.proofsNow(String(holding), String(proofs.length))}
      </p>
      {states.map((state) => byState[state] && <Group key={state} title={text.groups[state]} promises={byState[state]} locale={locale} />)}
      <ReadMore locale={locale} />
    </>
  );
}

function Group({ title, promises, locale }: { title: string; promises: readonly ShownPromise[]; locale: Locale }) {
  return (
    <section>
      <h2>{title}</h2>
      {promises.map((shown) => (
        <OnePromise key={shown.promise.id} shown={shown} locale={locale} />
      ))}
    </section>
  );
}

function OnePromise({ shown: { promise, state, proofs }, locale }: { shown: ShownPromise; locale: Locale }) {
  const text = trustWords[locale];
  return (
    <div id={promise.id.toLowerCase()} class="promise">
      <p>
        {promise[locale]} <Badge kind={badges[state]}>{text.state[state]}</Badge>
      </p>
      {promise.state === 'partly' && <p class="hint">{text.missing(promise.missing[locale])}</p>}
      {promise.state !== 'not-yet' && proofs.map((proof) => <OneProof key={proof.probe.id} proof={proof} locale={locale} />)}
      {promise.state !== 'not-yet' && (
        <Disclosure summary={`${text.shown} (${promise.id})`}>
          <p>{promise.control[locale]}</p>
          <p>
            {text.test}:{' '}
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

/** The live proof: the figures, when they were worked out, and whether that is recent enough to count. */
export function OneProof({ proof: { probe, state, figures, at }, locale }: { proof: Proof; locale: Locale }) {
  const text = trustWords[locale];
  return (
    <p class="proof">
      <Badge kind={proofBadges[state]}>{text.proof[state]}</Badge> <a href={href('proof', { proof: probe.id })}>{probe.title[locale]}</a>
      {figures && Object.keys(figures).length > 0 && `: ${probe.says(figures)[locale]}`}. {state === 'unknown' && `${text.unknown} `}
      <span class="hint">{at ? `${text.at(formatDateTime(at, locale))}.` : `${text.never}.`}</span>
    </p>
  );
}

function ReadMore({ locale }: { locale: Locale }) {
  const { readMore, pages } = trustWords[locale];
  const links = [
    { to: href('storageRegister'), text: pages.storage },
    { to: href('supplierRegister'), text: pages.suppliers },
    { to: href('privacyPolicy'), text: pages.policy },
    { to: href('documents'), text: pages.documents },
  ];
  return (
    <section>
      <h2>{readMore}</h2>
      <ul>
        {links.map(({ to, text }) => (
          <li key={to}>
            <a href={to}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
