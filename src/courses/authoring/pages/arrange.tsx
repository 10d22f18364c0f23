import type { Locale } from '../../../ui/locale.ts';
import { words } from '../words.ts';

type ArrangeProps = { locale: Locale; action: string; title: string; place: number; places: number };

/** Up, down and away, each a button that says of what. Where it would go nowhere it is not there. */
export function Arrange({ locale, action, title, place, places }: ArrangeProps) {
  const text = words[locale].outline;
  const what = <span class="unseen"> ”{title}”</span>;
  return (
    <form class="arrange" method="post" action={action}>
      {place > 1 && (
        <button class="as-link" name="to" value={place - 1}>
          {text.up}
          {what}
        </button>
      )}
      {place < places && (
        <button class="as-link" name="to" value={place + 1}>
          {text.down}
          {what}
        </button>
      )}
      <button class="as-link" name="remove" value="yes">
        {text.remove}
        {what}
      </button>
    </form>
  );
}
