import { addFullLearners, addLearners, makeWorld, type World } from '../privacy/world.ts';
import type { BenchHouse } from '../support/house.ts';
import { floor, kursiv, makeDue, type Learner } from './real-tables.ts';
import { dueEach, realOperations, RealOracle, type RealOperation, type Side } from './real-workloads.ts';
import { workloads, type Workload } from './workloads.ts';

export type RealResult = {
  workload: Workload;
  answers: number;
  right: number;
  wrong: Record<string, number>;
  onMs: number[];
  floorMs: number[];
  /** By query: median milliseconds of Kursiv and of the floor. */
  each: Record<string, { on: number[]; floor: number[] }>;
};
type Sizes = { learners: number; others: number; count: number; rounds: number };

/** The second form: records are notes, messages, enrolments and people, and their metadata is read from the map. */
export async function realTables(open: BenchHouse, sizes: Sizes, tell: (line: string) => void): Promise<RealResult[]> {
  const world = await makeWorld(open);
  await addLearners(open.owner, world.place, sizes.others);
  const { rows } = await open.owner.query<{ id: string }>(
    'select id from course_page where customer_id = $1 and version_id = $2 order by position',
    [world.place.customerId, world.place.versionId],
  );
  const pages = rows.map(({ id }) => id);
  const results: RealResult[] = [];
  for (const workload of workloads) {
    const result: RealResult = { workload, answers: 0, right: 0, wrong: {}, onMs: [], floorMs: [], each: {} };
    for (let round = 0; round < sizes.rounds; round++) {
      const operations = realOperations(workload, sizes.learners, sizes.count, 500 + round);
      await measure(open, world, pages, operations, sizes.learners, result);
    }
    results.push(result);
    tell(`real tables, ${workload}: ${result.right} of ${result.answers} right`);
  }
  return results;
}

async function measure(
  open: BenchHouse,
  world: World,
  pages: string[],
  operations: RealOperation[],
  learners: number,
  result: RealResult,
): Promise<void> {
  const mine = await findLearners(open, await addFullLearners(open.owner, world, learners));
  const theirs = await findLearners(open, await addFullLearners(open.owner, world, learners));
  const { rows } = await open.owner.query<{ looks: number }>('select count(*) as looks from access_log where actor_id = $1', [
    world.adminId,
  ]);
  const oracle = new RealOracle(learners, rows[0]!.looks);
  const expected = operations.map((operation) => oracle.answer(operation));
  const sides: ['on' | 'floor', Side][] = [
    ['on', await kursiv(open, world, mine, pages)],
    ['floor', floor(open, world, theirs, pages)],
  ];
  for (const [name, side] of sides) {
    let total = 0;
    for (const [number, operation] of operations.entries()) {
      if (expected[number] === undefined) continue;
      if (operation.query === 'delete by expiry') await makeDue(open, world, dueEach);
      const began = performance.now();
      const answer = await side(operation);
      const took = performance.now() - began;
      total += took;
      (result.each[operation.query] ??= { on: [], floor: [] })[name].push(took);
      if (name === 'floor') continue;
      result.answers++;
      if (answer === expected[number]) result.right++;
      else result.wrong[operation.query] = (result.wrong[operation.query] ?? 0) + 1;
    }
    result[`${name}Ms`].push(total);
  }
}

async function findLearners({ owner }: BenchHouse, ids: string[]): Promise<Learner[]> {
  const { rows } = await owner.query<Learner>(
    `select e.account_id as id, e.id as enrolment, c.id as thread from enrolment e
       join correspondence c on c.customer_id = e.customer_id and c.enrolment_id = e.id where e.account_id = any($1::uuid[])`,
    [ids],
  );
  return rows;
}
