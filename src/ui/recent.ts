export type Kept<Value> = { get(key: string): Value | undefined; set(key: string, value: Value): void };

/**
 * Keeps at most `most` values, those that were asked for last: memory that cannot grow. In two halves, of which the older goes
 * as a whole when the younger is full, so that asking for what is in use moves nothing.
 */
export function kept<Value>(most: number): Kept<Value> {
  const half = Math.max(1, Math.floor(most / 2));
  let younger = new Map<string, Value>();
  let older = new Map<string, Value>();
  const set = (key: string, value: Value) => {
    if (younger.size >= half) [older, younger] = [younger, new Map()];
    younger.set(key, value);
  };
  return {
    set,
    get(key) {
      const found = younger.get(key);
      if (found !== undefined) return found;
      const before = older.get(key);
      if (before !== undefined) set(key, before);
      return before;
    },
  };
}

/** Remembers the `most` answers that were asked for last, and makes the others anew. */
export function recent<Value>(most: number): (key: string, make: () => Value) => Value {
  const known = kept<Value>(most);
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    known.set(key, made);
    return made;
  };
}
