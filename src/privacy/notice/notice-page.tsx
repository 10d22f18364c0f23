import { href } from '../../routes.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Disclosure } from '../../ui/dialog.tsx';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Linked } from '../documents/document-page.tsx';
import type { Explained } from '../explain.ts';
import type { OwnNotice } from './own-notice.ts';
import { noticeWords } from './words.ts';

export function NoticePage({ notice, operatorName, locale }: { notice: OwnNotice; operatorName: string; locale: Locale }) {
  const text = noticeWords[locale];
  return (
    <>
      <PageHeading title={text.title} lead={text.lead} />
      <section class="notice info" aria-labelledby="in-short">
        <h2 id="in-short" class="notice-title">
          {text.inShort}
        </h2>
        <ul>
          {notice.short.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text.reachedTitle}</h2>
        {notice.reached.map((sentences) => (
          <ul key={sentences[0]}>
            {sentences.map((sentence) => (
              <li key={sentence}>
                <Linked text={sentence} />
              </li>
            ))}
          </ul>
        ))}
      </section>
      <Held title={text.operatorTitle(operatorName)} held={notice.held.controller} locale={locale} />
      <Held title={text.customerTitle} held={notice.held.processor} locale={locale} />
      <p>
        <a href={href('privacyPolicy')}>{text.more}</a>
      </p>
      <p>
        <a href={href('ownChoices')}>{text.choices}</a>
      </p>
    </>
  );
}

function Held({ title, held, locale }: { title: string; held: Explained[]; locale: Locale }) {
  const { labels, none } = noticeWords[locale];
  return (
    <section>
      <h2>{title}</h2>
      {held.length === 0 && <p>{none}</p>}
      {held.map((one) => (
        <Disclosure key={one.title} summary={<strong>{one.title}</strong>}>
          <DefinitionList
            items={(Object.keys(labels) as (keyof typeof labels)[]).flatMap((name) => {
              const description = one[name];
              return description ? [{ term: labels[name], description }] : [];
            })}
          />
        </Disclosure>
      ))}
    </section>
  );
}
