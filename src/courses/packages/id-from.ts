import { sha256 } from '../../platform/secrets.ts';

/** The id that a piece of an import gets: sent twice it is the same piece. `seed` is the sending's own, never another's. */
export function idFrom(seed: string, name: string): string {
  const hex = sha256(`${seed}\n${name}`).toString('hex');
  // Version 8 of RFC 9562: an id made in a way of our own.
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

export type Numbered = 'section' | 'page' | 'question' | 'pool' | 'file';
const digits: Record<Numbered, string> = { section: '1', page: '2', question: '3', pool: '4', file: '5' };

/** Ids of a package: they only count, so that the same course makes the same package wherever it is. */
export class Numbers {
  readonly #known = new Map<string, string>();
  readonly #next: Partial<Record<Numbered, number>> = {};

  knows(what: Numbered, id: string): boolean {
    return this.#known.has(`${what} ${id}`);
  }

  /** The number of an id, given when it is first asked for. */
  of(what: Numbered, id: string): string {
    const key = `${what} ${id}`;
    const known = this.#known.get(key);
    if (known) return known;
    const number = (this.#next[what] ?? 0) + 1;
    this.#next[what] = number;
    const made = `00000000-0000-4000-8000-${digits[what]}${String(number).padStart(11, '0')}`;
    this.#known.set(key, made);
    return made;
  }
}
