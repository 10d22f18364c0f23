import { addDays } from '../../src/platform/clock.ts';
import type { Dice } from './dice.ts';
import { familyNames, givenNames } from './names.ts';

/** One purchase of the demo world, before it has rows: how long ago, by whom, and what became of it. */
export type Order = {
  number: string;
  course: number;
  buyer: { email: string; givenName: string; familyName: string };
  /** Who had an account, and has opened the course. */
  accountId: string | undefined;
  orderedAt: Date;
  paidAt: Date | null;
  remindedAt: Date | null;
  withdrawnAt: Date | null;
  cancelledAt: Date | null;
  refundedAt: Date | null;
};

export type Buyer = { accountId: string; email: string; givenName: string; familyName: string; since: Date };

const alphabet = [...'ABCDEFGHJKMNPQRSTUVWXYZ23456789'];
const numberOf = (dice: Dice) => Array.from({ length: 8 }, () => dice.pick(alphabet)).join('');
const plain = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z-]/g, '');

const count = 60;
const days = 420;

/** What may become of a purchase: how old it must be, and what has happened since, in days after the order. */
const fates: Record<string, { paid?: number; reminded?: number; withdrawn?: number; cancelled?: number; refunded?: number }> = {
  'paid early': { paid: 4 },
  paid: { paid: 23 },
  'paid late': { paid: 41, reminded: 35 },
  waiting: {},
  overdue: { reminded: 35 },
  withdrawn: { withdrawn: 3 },
  'withdrawn and refunded': { paid: 2, withdrawn: 9, refunded: 12 },
  'to refund': { paid: 2, withdrawn: 6 },
  cancelled: { cancelled: 75, reminded: 35 },
  'cancelled and refunded': { paid: 5, cancelled: 6, refunded: 8 },
};

/** The newest first to be ordered: who waits is new, and the rest are as a year of selling leaves them. */
function fateOf(age: number, index: number) {
  if (age < 8) return fates['waiting']!;
  if (age < 12) return fates['to refund']!;
  if (age < 25) return index % 2 === 0 ? fates['waiting']! : fates['paid early']!;
  if (age < 50) return index % 3 === 0 ? (age > 36 ? fates['overdue']! : {}) : fates['paid early']!;
  const rare = ['withdrawn', 'withdrawn and refunded', 'cancelled', 'cancelled and refunded'] as const;
  if (age > 80 && index % 7 === 3) return fates[rare[Math.floor(index / 7) % rare.length]!]!;
  return fates[(['paid early', 'paid', 'paid', 'paid late'] as const)[index % 4]!]!;
}

/** Sixty orders over fourteen months, the oldest first; the last but some is by the student of the demo. */
export function drawOrders(dice: Dice, now: Date, { demo, others }: { demo: Buyer; others: readonly Buyer[] }): Order[] {
  const left = [...others];
  const orders = Array.from({ length: count }, (_, index) => {
    const age = Math.max(1, Math.round(days - (index * days) / (count - 1)) + dice.below(3));
    const orderedAt = new Date(addDays(now, -age).getTime() - dice.below(600) * 60_000);
    const known = index % 2 === 0 ? takeFirst(left, ({ since }) => since < orderedAt) : undefined;
    return orderOf(dice, orderedAt, now, known ?? strangerOf(dice, index), fateOf(age, index), index);
  });
  const orderedAt = addDays(now, -16);
  const own = orderOf(dice, orderedAt, now, demo, fates['paid early']!, 0);
  return [...orders.slice(0, -1), own].sort((one, other) => one.orderedAt.getTime() - other.orderedAt.getTime());
}

function orderOf(
  dice: Dice,
  orderedAt: Date,
  now: Date,
  { email, givenName, familyName, ...who }: Omit<Buyer, 'accountId' | 'since'> & { accountId?: string },
  fate: (typeof fates)[string],
  index: number,
): Order {
  const after = (days: number | undefined): Date | null => {
    const at = days === undefined ? undefined : addDays(orderedAt, days);
    return at && at <= now ? at : null;
  };
  const [withdrawnAt, cancelledAt] = [after(fate.withdrawn), after(fate.cancelled)];
  return {
    number: numberOf(dice),
    course: index % 3,
    buyer: { email, givenName, familyName },
    // Who has changed their mind never opened it.
    accountId: withdrawnAt || cancelledAt ? undefined : who.accountId,
    orderedAt,
    paidAt: after(fate.paid),
    remindedAt: after(fate.reminded),
    withdrawnAt,
    cancelledAt,
    refundedAt: withdrawnAt || cancelledAt ? after(fate.refunded) : null,
  };
}

function takeFirst<Value>(from: Value[], fits: (value: Value) => boolean): Value | undefined {
  const index = from.findIndex(fits);
  return index < 0 ? undefined : from.splice(index, 1)[0];
}

function strangerOf(dice: Dice, index: number) {
  const [givenName, familyName] = [dice.pick(givenNames), dice.pick(familyNames)];
  return { givenName, familyName, email: `${plain(givenName)}.${plain(familyName)}.${index + 1}@privat.example` };
}
