import { z } from 'zod';
import type { Field } from '../../people/index.ts';
import { idPattern } from '../../routes.ts';
import { orderField } from '../../ui/asked-list.ts';

/** Why someone may need help; each is told only to whoever is shown what it is worked out from. */
export const reasons = ['overdue', 'still', 'failed', 'waiting'] as const;
export type Reason = (typeof reasons)[number];
const fieldOf: Record<Reason, Field> = { overdue: 'progress', still: 'progress', failed: 'result', waiting: 'correspondence' };

export const inNeedOrders = ['reasons', 'still', 'due', 'name'] as const;
export type InNeedOrder = (typeof inNeedOrders)[number];

export const reasonsShown = (shown: readonly Field[]): Reason[] => reasons.filter((reason) => shown.includes(fieldOf[reason]));

export const hasNames = (shown: readonly Field[]): boolean => shown.includes('given_name') || shown.includes('family_name');

export const ordersShown = (shown: readonly Field[]): InNeedOrder[] =>
  inNeedOrders.filter((order) => (order === 'name' ? hasNames(shown) : order === 'reasons' || shown.includes('progress')));

/** Where a page ended, as it stood then: whoever was helped since has moved, and nobody is passed over for it. */
export type InNeedPlace = { first: number; second: number; id: string };

const number = z.number().min(-1e18).max(1e18);
const rule = z.tuple([number, number, z.uuid()]);

/** It tells how someone is getting on: it is sent in a form and never stands in an address (E-04). */
export const writePlace = ({ first, second, id }: InNeedPlace): string => JSON.stringify([first, second, id]);

/** Anything we did not write ourselves is the beginning. */
export function readPlace(text: string | undefined): InNeedPlace | undefined {
  try {
    const [first, second, id] = rule.parse(JSON.parse(text ?? ''));
    return { first, second, id };
  } catch {
    return undefined;
  }
}

/** What is asked of the list. A search that is refused reads nobody. */
export type AskedInNeed = {
  name: string;
  reason: Reason | undefined;
  group: string | undefined;
  order: InNeedOrder;
  after: InNeedPlace | undefined;
  error?: string;
};

type Chosen = Pick<AskedInNeed, 'reason' | 'group' | 'order'>;

/** What is chosen, as an address and a form have it; what is not one of ours chooses nothing. */
export function readChosen(fields: { get(name: string): string | null }): Chosen {
  const group = fields.get('grupp') ?? '';
  return {
    reason: reasons.find((reason) => reason === fields.get('skal')),
    group: idPattern.test(group) ? group : undefined,
    order: inNeedOrders.find((order) => order === fields.get(orderField)) ?? 'reasons',
  };
}

/** The list as it was, to come back to after something has been done for one of those in it. */
export function writeChosen({ reason, group, order }: Chosen): [name: string, value: string][] {
  const chosen = { skal: reason, grupp: group, [orderField]: order === 'reasons' ? undefined : order };
  return Object.entries(chosen).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
}

/** Without what the reader is not shown: who stands in a list, and where, would tell. */
export function withinShown(asked: AskedInNeed, shown: readonly Field[]): AskedInNeed {
  return {
    ...asked,
    name: hasNames(shown) ? asked.name : '',
    reason: reasonsShown(shown).find((reason) => reason === asked.reason),
    order: ordersShown(shown).find((order) => order === asked.order) ?? 'reasons',
  };
}
