import { attributes, people, randomFrom, zipfOver, type Attribute } from './record.ts';

export type Workload = 'processor' | 'customer' | 'regulator' | 'controller';
export const workloads: Workload[] = ['processor', 'customer', 'regulator', 'controller'];

type By = 'key' | 'purpose' | 'person' | 'shared';
/** One query of GDPRbench; `at` is the benchmark's own time in milliseconds from the load, `number` its place in the run. */
export type Operation = { number: number; at: number } & (
  | { query: 'create'; record: number }
  | { query: 'delete'; by: 'key' | 'purpose' | 'expiry' | 'person'; value: string }
  | { query: 'update data'; value: string; record: number }
  | { query: 'read data'; by: 'key' | 'purpose' | 'person' | 'objection' | 'decision'; value: string }
  | { query: 'update metadata'; by: By; value: string; attribute: Attribute; record: number }
  | { query: 'read metadata'; by: 'key' | 'person'; value: string }
  | { query: 'read log'; from: number; to: number }
  | { query: 'verify deletion'; value: string }
);
type Choice = Operation extends infer One ? (One extends Operation ? Omit<One, 'number' | 'at'> : never) : never;

/** Between two operations pass so many milliseconds of the benchmark's time: after 30 seconds, or 150 operations, a tenth expires. */
export const stepMs = 200;

/**
 * The reference mix. Within braces all are as likely (our choice). Zipf is over the keys of the load and those made since, by
 * their age, so that some are gone when they are asked for: what a deleted or expired record answers is part of the test.
 */
export function operationsOf(workload: Workload, loaded: number, count: number, seed: number): Operation[] {
  const random = randomFrom(seed);
  const rank = zipfOver(loaded, random);
  const any = (n: number) => Math.floor(random() * n);
  let made = loaded;
  const hot = () => (rank() * 7919) % loaded; // spread over the table, as a scrambled Zipf is
  const pick = <Value>(...values: Value[]): Value => values[any(values.length)]!;
  const key = () => `key${hot()}`;
  const change = (by: By, value: string): Choice => ({
    query: 'update metadata',
    by,
    value,
    attribute: pick(...attributes),
    record: any(loaded),
  });
  const mixes: Record<Workload, [number, (number: number) => Choice][]> = {
    controller: [
      [25, () => ({ query: 'create', record: made++ })],
      [
        25,
        () =>
          pick<Choice>(
            { query: 'delete', by: 'purpose', value: `purpose${any(25)}` },
            { query: 'delete', by: 'expiry', value: '' },
            { query: 'delete', by: 'person', value: `user${any(Math.min(people, loaded))}` },
          ),
      ],
      [
        50,
        () =>
          pick(
            change('purpose', `purpose${any(25)}`),
            change('person', `user${any(Math.min(people, loaded))}`),
            change('shared', `shr${any(10)}`),
          ),
      ],
    ],
    customer: [
      [20, () => ({ query: 'read data', by: 'person', value: `user${hot() % people}` })],
      [20, () => ({ query: 'read metadata', by: 'key', value: key() })],
      [20, () => ({ query: 'update data', value: key(), record: any(loaded) })],
      [20, () => change('key', key())],
      [20, () => ({ query: 'delete', by: 'key', value: key() })],
    ],
    processor: [
      [80, () => ({ query: 'read data', by: 'key', value: key() })],
      [
        20,
        () =>
          pick<Choice>(
            { query: 'read data', by: 'purpose', value: `purpose${any(25)}` },
            { query: 'read data', by: 'objection', value: `obj${any(100)}` },
            { query: 'read data', by: 'decision', value: '' },
          ),
      ],
    ],
    regulator: [
      [46, () => ({ query: 'read metadata', by: 'person', value: `user${hot() % people}` })],
      [
        31,
        (number) => {
          const from = any(Math.max(1, number));
          return { query: 'read log', from, to: from + 1 + any(1000) };
        },
      ],
      [23, () => ({ query: 'verify deletion', value: key() })],
    ],
  };
  return Array.from({ length: count }, (_, number) => {
    let drawn = random() * 100;
    const [, choose] = mixes[workload].find(([share]) => (drawn -= share) < 0) ?? mixes[workload].at(-1)!;
    return { ...choose(number), number, at: (number + 1) * stepMs };
  });
}

/** The query's name in the report. */
export const nameOf = (operation: Operation): string => ('by' in operation ? `${operation.query} by ${operation.by}` : operation.query);

const keyQueries = new Set([
  'read data by key',
  'read data by person',
  'read metadata by key',
  'read metadata by person',
  'verify deletion',
  'update data',
]);

/** What is asked of one key or one person, whatever the number of records. */
export const byKeyOrPerson = (operation: Operation): boolean => keyQueries.has(nameOf(operation));
