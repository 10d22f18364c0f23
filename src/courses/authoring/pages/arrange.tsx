import type { Locale } from '../../../ui/locale.ts';
import type { Step } from '../sections.ts';
import { words } from '../words.ts';

type ArrangeProps = {
  locale: Locale;
  action: string;
  title: string;
  place: number;
  places: number;
  /** Where up and down lead when it is not just one place on. */
  steps?: { up?: Step; down?: Step };
};

const value = ({ to, sectionId }: Step): string => `${to}.${sectionId ?? '-'}`;

/** Up, down and away, each a button that says of what. Where it would go nowhere it is not there. */
export function Arrange({ locale, action, title, place, places, steps }: ArrangeProps) {
  const text = words[locale].outline;
  const up = steps ? steps.up && value(steps.up) : place > 1 && place - 1;
  const down = steps ? steps.down && value(steps.down) : place < places && place + 1;
  const what = <span class="unseen"> ”{title}”</span>;
  return (
    <form class="arrange" method="post" action={action}>
      {up && (
        <button class="as-link" name="to" value={up}>
          {text.up}
          {what}
        </button>
      )}
      {down && (
        <button class="as-link" name="to" value={down}>
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
