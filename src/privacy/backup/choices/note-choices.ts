import { stores } from '../../../../data-map/index.ts';
import { addDays } from '../../../platform/clock.ts';
import type { House } from '../../../platform/house.ts';
import { problemOf } from '../../../platform/log.ts';
import { addPeriod } from '../../retention-plan.ts';
import { alone, ensureKeys, isPair, personOf, shardOf, type KeyringHouse } from '../keyring.ts';
import { eachChoiceMade, type Choice, type Whose } from './choices-made.ts';
import { lineOf, readChoices, shardsOfChoices, whichOf, writeChoices, type ChoiceLine, type Noted } from './choice-lines.ts';

export type NotingHouse = KeyringHouse & Pick<House, 'log'>;

const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** Since when a choice is not in the oldest backup that there is. A day more, as the days of the journal are whole. */
export const horizonOf = (now: Date): Date => {
  const { retention } = stores.backups;
  return addDays(now, -1 - (addPeriod(now, retention).getTime() - now.getTime()) / 86_400_000);
};

/**
 * What someone has just chosen against a processing is noted outside the database, once that has it and before they are told: a backup
 * from before must not bring the processing back. A keyring that cannot be written stops nobody's choice: it is told, and made good in the
 * night.
 */
export async function noteChoices(house: NotingHouse, whose: Whose): Promise<void> {
  try {
    await noteMade(house, whose);
  } catch (error) {
    house.log.error({ step: 'choices', ...problemOf(error) }, 'a choice could not be noted beside the database');
  }
}

/** What a crash has kept from the journal, of everyone. Gives how many lines were missing. */
export async function noteMissingChoices(house: NotingHouse): Promise<number> {
  const missing = await noteMade(house);
  if (missing > 0) house.log.error({ step: 'choices', count: missing }, 'choices were missing from the journal, and are there now');
  return missing;
}

async function noteMade(house: KeyringHouse, whose?: Whose): Promise<number> {
  let noted = 0;
  for await (const made of eachChoiceMade(house, { since: horizonOf(house.clock.now()), whose }))
    for (const [shard, choices] of Map.groupBy(made, ({ holder }) => shardOf(holder))) noted += await append(house, shard, choices);
  return noted;
}

/** Someone who is being erased has no key, and gets no line. */
async function append(house: KeyringHouse, shard: string, choices: Choice[]): Promise<number> {
  const holders = choices.flatMap(({ holder }) => (isPair(holder) ? [personOf(holder), holder] : [holder]));
  const keys = await ensureKeys(house, shard, [...new Set(holders)]);
  return alone(house, async () => {
    const there = await readChoices(house, shard);
    const known = new Set(there.map(({ which }) => which));
    const added = choices.flatMap(({ holder, table, row, at }): ChoiceLine[] => {
      const key = keys.get(holder)?.key;
      const noted: Noted = { table, row };
      return key && !known.has(whichOf(key, noted)) ? [lineOf(key, noted, dayOf(at))] : [];
    });
    if (added.length > 0) await writeChoices(house, shard, [...there, ...added]);
    return added.length;
  });
}

/** Lines that every backup there is was made after. */
export async function forgetOldChoices(house: KeyringHouse): Promise<number> {
  const before = dayOf(horizonOf(house.clock.now()));
  let removed = 0;
  for (const shard of await shardsOfChoices(house)) {
    removed += await alone(house, async () => {
      const lines = await readChoices(house, shard);
      const kept = lines.filter(({ day }) => day >= before);
      if (kept.length < lines.length) await writeChoices(house, shard, kept);
      return lines.length - kept.length;
    });
  }
  return removed;
}
