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
  /** What whoever runs the service does about it, where it is not plain. */
  remedy?: Text;
  run(house: House): Promise<Outcome>;
  /**
   * The same of what has changed since `run` last read everything, and of some of the rest. The job runs it between one whole
   * reading a day and the next; a fault that is open is followed by whole readings until it is mended.
   */
  runPart?(house: House, since: Date): Promise<Outcome>;
};

/** The figure that says when everything was read. */
export const wholeAt = 'wholeAt';

/** The job runs every hour: an answer older than this is not an answer. */
export const staleHours = 3;
