import { randomFrom } from './record.ts';
import type { Workload } from './workloads.ts';

/** The queries of GDPRbench as they are in a course platform: on notes, messages, enrolments, notifications and accounts. */
export type RealOperation = { who: number } & (
  | { query: 'read data by key'; sequence: number }
  | { query: 'update data' | 'delete by key' | 'create'; page: number }
  | { query: 'update metadata'; restricted: boolean }
  | {
      query:
        | 'read data not objecting'
        | 'read data by person'
        | 'read metadata by key'
        | 'read metadata by person'
        | 'read log'
        | 'verify deletion'
        | 'delete by person'
        | 'delete by expiry';
    }
);
export type Side = (operation: RealOperation) => Promise<number>;
export const notesEach = 20;
export const pagesEach = 40;
export const dueEach = 50;

/** The same mixes as in the reference form. A purpose that ends is here the customer's exit, which is another bench's. */
export function realOperations(workload: Workload, learners: number, count: number, seed: number): RealOperation[] {
  const random = randomFrom(seed);
  const any = (n: number) => Math.floor(random() * n);
  const who = () => any(learners);
  const mixes: Record<Workload, [number, () => RealOperation][]> = {
    processor: [
      [80, () => ({ query: 'read data by key', who: who(), sequence: 1 + 2 * any(30) })],
      [20, () => ({ query: 'read data not objecting', who: who() })],
    ],
    customer: [
      [20, () => ({ query: 'read data by person', who: who() })],
      [20, () => ({ query: 'read metadata by key', who: who() })],
      [20, () => ({ query: 'update data', who: who(), page: any(pagesEach) })],
      [20, () => ({ query: 'update metadata', who: who(), restricted: random() < 0.5 })],
      [20, () => ({ query: 'delete by key', who: who(), page: any(pagesEach) })],
    ],
    regulator: [
      [46, () => ({ query: 'read metadata by person', who: who() })],
      [31, () => ({ query: 'read log', who: who() })],
      [23, () => ({ query: 'verify deletion', who: who() })],
    ],
    controller: [
      [25, () => ({ query: 'create', who: who(), page: any(pagesEach) })],
      [12.5, () => ({ query: 'delete by person', who: who() })],
      [12.5, () => ({ query: 'delete by expiry', who: who() })],
      [50, () => ({ query: 'update metadata', who: who(), restricted: random() < 0.5 })],
    ],
  };
  return Array.from({ length: count }, () => {
    let drawn = random() * 100;
    const [, choose] = mixes[workload].find(([share]) => (drawn -= share) < 0) ?? mixes[workload].at(-1)!;
    return choose();
  });
}

/** What each answer is to be, said without SQL: notes by page, who is restricted, who is gone. */
export class RealOracle {
  readonly #people;
  #looks: number;
  constructor(learners: number, looks: number) {
    this.#looks = looks;
    this.#people = Array.from({ length: learners }, () => ({
      notes: new Set(Array.from({ length: notesEach }, (_, page) => page)),
      restricted: false,
      gone: false,
    }));
  }

  /** `undefined` where nothing is to be asked: who is gone neither writes nor asks for anything. */
  answer(operation: RealOperation): number | undefined {
    const person = this.#people[operation.who]!;
    switch (operation.query) {
      case 'read data by key':
        this.#looks++;
        return person.restricted || person.gone ? 0 : 1;
      case 'read data not objecting':
        this.#looks++;
        return this.#people.filter(({ restricted, gone }) => !restricted && !gone).length;
      case 'read data by person':
      case 'read metadata by key':
      case 'read metadata by person':
        return person.notes.size;
      case 'update data':
        return person.notes.has(operation.page) ? 1 : 0;
      case 'delete by key':
        return person.notes.delete(operation.page) ? 1 : 0;
      case 'create': {
        if (person.gone) return undefined;
        const isNew = !person.notes.has(operation.page);
        person.notes.add(operation.page);
        return isNew ? 1 : 0;
      }
      case 'update metadata':
        if (person.gone) return undefined;
        person.restricted = operation.restricted;
        return 1;
      case 'delete by person':
        if (person.gone) return undefined;
        Object.assign(person, { gone: true, restricted: false, notes: new Set() });
        return 1;
      case 'delete by expiry':
        return dueEach;
      case 'read log':
        return Math.min(1000, this.#looks);
      case 'verify deletion':
        return person.gone ? 0 : 1;
    }
  }
}
