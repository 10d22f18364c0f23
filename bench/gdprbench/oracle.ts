import { recordNumber, type Attribute, type BenchRecord } from './record.ts';
import type { Operation } from './workloads.ts';

/** What every answer is, in one form, whoever gives it: the model below or the database. */
export type Answer = { rows?: number; page?: string[]; gone?: { present: boolean; tombstone: boolean; backupsUntil: number | null } };

export const pageSize = 1000;
export const backupDays = 7;
type Kept = BenchRecord & { madeAt: number };

/**
 * What GDPRbench is to answer, said with Map and Set and nothing else. It shares with the other side only the record's generator
 * and the form of an answer.
 */
export class Oracle {
  readonly records = new Map<string, Kept>();
  readonly tombstones = new Map<string, number>();
  readonly log: number[] = [];

  load(count: number): void {
    for (let k = 0; k < count; k++) this.records.set(`key${k}`, { ...recordNumber(k), madeAt: 0 });
  }

  answer(operation: Operation): Answer {
    const answer = this.#answer(operation);
    this.log.push(operation.number);
    return answer;
  }

  #answer(operation: Operation): Answer {
    const live = () => {
      const byKey = 'by' in operation && operation.by === 'key' ? this.records.get(operation.value) : undefined;
      const asked = 'by' in operation && operation.by === 'key' ? (byKey ? [byKey] : []) : [...this.records.values()];
      return asked.filter((record) => expiry(record) > operation.at);
    };
    switch (operation.query) {
      case 'create': {
        const record = recordNumber(operation.record);
        this.records.set(record.key, { ...record, madeAt: operation.at });
        return { rows: 1 };
      }
      case 'delete':
        return { rows: this.#remove(operation.by, operation.value, operation.at) };
      case 'update data': {
        const found = this.records.get(operation.value);
        if (!found || expiry(found) <= operation.at) return { rows: 0 };
        found.data = recordNumber(operation.record).data;
        return { rows: 1 };
      }
      case 'read data':
        return pageOf(
          live().filter((record) => reads(record, operation.by, operation.value)),
          (record) => record.data,
        );
      case 'read metadata':
        return pageOf(
          live().filter((record) => (operation.by === 'key' ? record.key : record.person) === operation.value),
          metadata,
        );
      case 'update metadata': {
        const changed = live().filter((record) => matches(record, operation.by, operation.value));
        for (const record of changed) setAttribute(record, operation.attribute, recordNumber(operation.record));
        return { rows: changed.length };
      }
      case 'read log':
        return {
          page: this.log
            .filter((number) => number >= operation.from && number < operation.to)
            .map(String)
            .slice(0, pageSize),
        };
      case 'verify deletion': {
        const deletedAt = this.tombstones.get(operation.value);
        return {
          gone: {
            present: this.records.has(operation.value),
            tombstone: deletedAt !== undefined,
            backupsUntil: deletedAt === undefined ? null : deletedAt + backupDays * 86_400_000,
          },
        };
      }
    }
  }

  #remove(by: 'key' | 'purpose' | 'expiry' | 'person', value: string, at: number): number {
    let touched = 0;
    for (const record of this.records.values()) {
      if (!this.#concerns(record, by, value, at)) continue;
      touched++;
      record.purposes = by === 'purpose' ? record.purposes.filter((purpose) => purpose !== value) : [];
      if (record.purposes.length > 0) continue;
      this.records.delete(record.key);
      this.tombstones.set(record.key, at);
    }
    return touched;
  }

  #concerns(record: Kept, by: 'key' | 'purpose' | 'expiry' | 'person', value: string, at: number): boolean {
    if (by === 'expiry') return expiry(record) <= at;
    return matches(record, by, value);
  }
}

const expiry = (record: Kept): number => record.madeAt + record.seconds * 1000;

function matches(record: Kept, by: 'key' | 'purpose' | 'person' | 'shared', value: string): boolean {
  if (by === 'purpose') return new Set(record.purposes).has(value);
  if (by === 'shared') return new Set(record.shared).has(value);
  return record[by] === value;
}

function reads(record: Kept, by: 'key' | 'purpose' | 'person' | 'objection' | 'decision', value: string): boolean {
  if (by === 'objection') return !new Set(record.objections).has(value);
  if (by === 'decision') return new Set(record.decisions).has('dec0');
  return matches(record, by, value);
}

function setAttribute(record: Kept, attribute: Attribute, from: BenchRecord): void {
  Object.assign(record, { [attribute]: from[attribute] });
}

export function metadata(record: BenchRecord): string {
  const { purposes, seconds, objections, decisions, access, shared, source, category } = record;
  return JSON.stringify([purposes, seconds, objections, decisions, access, shared, source, category]);
}

function pageOf(records: Kept[], told: (record: Kept) => string): Answer {
  const sorted = records.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return { rows: sorted.length, page: sorted.slice(0, pageSize).map((record) => `${record.key} ${told(record)}`) };
}
