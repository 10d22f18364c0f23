import type { Text } from '../../../data-map/index.ts';
import type { House } from '../../platform/house.ts';

/** What a probe found: whether the promise holds, and the figures that show it. */
export type Outcome = { holds: boolean; figures: Record<string, number | string> };

/**
 * One live proof. `live` ones are worked out when the page is asked for; `daily` ones cost more, are worked out
 * by the job, and count as unknown when their answer is older than `staleHours`.
 */
export type Probe = {
  id: string;
  promises: [string, ...string[]];
  when: 'live' | 'daily';
  title: Text;
  /** The figures in a sentence, the same whether it holds or not. */
  says: (figures: Outcome['figures']) => Text;
  run(house: House): Promise<Outcome>;
};

/** The job runs every hour: an answer older than this is not an answer. */
export const staleHours = 3;
