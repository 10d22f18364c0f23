import { addDays } from '../../src/platform/clock.ts';
import type { Dice } from './dice.ts';

/** How much begins in each month, January first: people begin when a term does, and in July they do not. */
const rhythm = [9, 6, 5, 4, 3, 1, 0.3, 8, 10, 6, 5, 2];
const weekend = 0.15;

/** Days of the year past and a little more, in the rhythm of the autumn and spring terms; the work is done in the daytime. */
export function termDays(now: Date, days: number): (dice: Dice) => Date {
  const weights: number[] = [];
  let sum = 0;
  for (let ago = 1; ago <= days; ago++) {
    const day = addDays(now, -ago);
    const isWeekend = day.getUTCDay() % 6 === 0;
    weights.push((sum += rhythm[day.getUTCMonth()]! * (isWeekend ? weekend : 1)));
  }
  return (dice) => {
    const drawn = dice.share() * sum;
    const day = addDays(now, -(weights.findIndex((reached) => drawn < reached) + 1));
    day.setUTCHours(6 + dice.below(10), dice.below(60), 0, 0);
    return day;
  };
}
