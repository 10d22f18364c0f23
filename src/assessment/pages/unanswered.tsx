import { Submit } from '../../ui/form.tsx';
import type { Locale } from '../../ui/locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { words } from '../words.ts';
import { anchorOf } from './anchor.ts';

/** Asked once before a test with gaps is handed in. */
export function Unanswered({ locale, open }: { locale: Locale; open: number[] }) {
  const text = words[locale].attempt;
  return (
    <>
      <Notice kind="warning" title={text.confirmTitle(open.length)}>
        <p>{text.confirmText}</p>
        <ul>
          {open.map((index) => (
            <li key={index}>
              <a href={`#${anchorOf(index)}`}>{text.question(index + 1)}</a>
            </li>
          ))}
        </ul>
      </Notice>
      <div class="actions">
        <Submit kind="quiet" name="intent" value="save" text={text.save} />
        <Submit name="confirmed" value="yes" text={text.confirm} />
      </div>
    </>
  );
}
