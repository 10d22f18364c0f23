import { acrossCustomers } from '../../platform/database.ts';
import { addMonths } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import { addJob } from '../../platform/jobs.ts';
import { problemOf } from '../../platform/log.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { findOperator } from '../../platform/find-operator.ts';

import { publishDocuments } from '../documents/publish.ts';
import { formatShortDate } from '../../ui/format.ts';
import { staleHours, wholeAt, type Outcome, type Probe } from './probe.ts';
import { probes } from './probes.ts';
import { closeFault, listLatest, openFault, saveResult, type Result } from './results.queries.ts';

/** `unknown`: the answer is too old, or could not be worked out. It is never shown as holding. */
export type Proof = { probe: Probe; state: 'holds' | 'broken' | 'unknown'; figures: Outcome['figures'] | undefined; at: Date | undefined };

/** Results are kept two years; the map says the same (P2Y). */
const keptMonths = 24;

/** Rings the bell when a fault has come or gone; the bell is a room's, which takes the job. */
export const faultTask = 'ring-proof';

/** One probe's answer; a probe that fails to run proves nothing. */
async function tryProbe(house: House, probe: Probe): Promise<Outcome | undefined> {
  try {
    return await probe.run(house);
  } catch (error) {
    house.log.error({ step: `proof ${probe.id}`, ...problemOf(error) }, 'a proof could not be worked out');
    return undefined;
  }
}

/** The hourly job: publishes texts that have changed, works every proof out, keeps the day's answer and tells of new faults. */
export async function proveAll(house: House, all: readonly Probe[] = probes): Promise<string[]> {
  await house.database.transaction(acrossCustomers('set-up'), (tx) => publishDocuments(tx, house.register, house.clock.now()));
  const latest = await house.database.transaction({ purpose: 'accountability' }, listLatest);
  const broken: string[] = [];
  for (const probe of all) {
    const known = latest.find(({ proof }) => proof === probe.id);
    const outcome = (await tryProbe(house, byTheJob(probe, known, house.clock.now()))) ?? { holds: false, figures: {} };
    if (!outcome.holds) broken.push(probe.id);
    await keep(house, probe, outcome);
  }
  return broken;
}

/** What was being written while everything was read is read again. */
const overlapMs = 3_600_000;

/** Everything once a day, the first time after midnight, and as long as something is wrong; in between what may have changed. */
function byTheJob(probe: Probe, known: Result | undefined, now: Date): Probe {
  const { run, runPart } = probe;
  if (!runPart) return probe;
  const read = typeof known?.figures[wholeAt] === 'string' ? new Date(known.figures[wholeAt]) : undefined;
  const isReadToday = read !== undefined && formatShortDate(read) === formatShortDate(now);
  const at = known?.held_last && isReadToday ? read : undefined;
  return {
    ...probe,
    async run(house) {
      const { holds, figures } = await (at ? runPart(house, new Date(at.getTime() - overlapMs)) : run(house));
      return { holds, figures: { ...figures, [wholeAt]: (at ?? now).toISOString() } };
    },
  };
}

/** The result, the fault, the mail and the bell about it are one transaction: a fault is told once, however often it is seen. */
async function keep(house: House, probe: Probe, { holds, figures }: Outcome): Promise<void> {
  const at = house.clock.now();
  await house.database.transaction(acrossCustomers('proof'), async (tx) => {
    await saveResult(tx, { proof: probe.id, at, holds, figures, dueAt: addMonths(at, keptMonths) });
    const hasChanged = holds ? await closeFault(tx, probe.id) : await openFault(tx, probe.id, at);
    if (!hasChanged) return;
    await addJob(tx, faultTask, { proof: probe.id }, { key: `${faultTask} ${probe.id}` });
    if (holds) return;
    const operator = await findOperator(tx);
    if (!operator) return;
    const { dpoEmail: address, language } = operator;
    await postMail(tx, house.clock, { to: { address }, template: 'proof-broken', language, about: { proof: probe.id } });
  });
}

/** A page that many open at once asks the database once: an answer is given for this long, with its time. */
const sharedMs = 10_000;
const shared = new WeakMap<House['database'], { until: number; proofs: Promise<Proof[]> }>();

/** Every proof as it is now: live ones worked out, daily ones as the job last found them. */
export function proofsNow(house: House): Promise<Proof[]> {
  const now = house.clock.now().getTime();
  const known = shared.get(house.database);
  if (known && known.until > now && known.until <= now + sharedMs) return known.proofs;
  const proofs = workOut(house);
  shared.set(house.database, { until: now + sharedMs, proofs });
  return proofs;
}

async function workOut(house: House): Promise<Proof[]> {
  const now = house.clock.now();
  const latest = await house.database.transaction({ purpose: 'accountability' }, listLatest);
  const proofs: Proof[] = [];
  // One after the other: a page never takes more than one connection of the pool.
  for (const probe of probes) proofs.push(probe.when === 'live' ? await liveProof(house, probe) : keptProof(probe, latest, now));
  return proofs;
}

async function liveProof(house: House, probe: Probe): Promise<Proof> {
  const outcome = await tryProbe(house, probe);
  return { probe, state: stateOf(outcome), figures: outcome?.figures, at: outcome ? house.clock.now() : undefined };
}

function keptProof(probe: Probe, latest: Result[], now: Date): Proof {
  const kept = latest.find(({ proof }) => proof === probe.id);
  const fresh = kept && now.getTime() - kept.computed_at.getTime() <= staleHours * 3_600_000;
  return { probe, state: fresh ? stateOf({ holds: kept.held_last }) : 'unknown', figures: kept?.figures, at: kept?.computed_at };
}

const stateOf = (outcome: { holds: boolean } | undefined): Proof['state'] =>
  outcome === undefined ? 'unknown' : outcome.holds ? 'holds' : 'broken';
