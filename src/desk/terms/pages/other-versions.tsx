import { href } from '../../../routes.ts';
import { formatDate } from '../../../ui/format.ts';
import type { Locale } from '../../../ui/locale.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { TermsVersion } from '../terms.queries.ts';
import { termsWords } from '../terms-words.ts';

/** On the terms in force: what is to come, and what changed last. */
export function OtherVersions({ upcoming, version, locale }: { upcoming: TermsVersion | undefined; version: number; locale: Locale }) {
  const text = termsWords[locale];
  return (
    <>
      {upcoming && (
        <Notice kind="important">
          <p>
            {text.upcoming(formatDate(upcoming.inForceAt, locale))}{' '}
            <a href={href('termsVersion', { version: upcoming.version })}>{text.upcomingLink}</a>
          </p>
        </Notice>
      )}
      {version > 1 && (
        <p>
          <a href={href('termsVersion', { version })}>{text.changes}</a>
        </p>
      )}
    </>
  );
}
