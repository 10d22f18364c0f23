export type Kept<Value> = { get(key: string): Value | undefined; set(key: string, value: Value): void };

/** Keeps the `most` values that were asked for last: memory that cannot grow. */
export function kept<Value>(most: number): Kept<Value> {
  const known = new Map<string, Value>();
  const set = (key: string, value: Value) => {
    // Last in a Map is newest: what is used moves there.
    known.delete(key);
    known.set(key, value);
    if (known.size > most) known.delete(known.keys().next().value!);
  };
  return {
    set,
    get(key) {
      const found = known.get(key);
      if (found !== undefined) set(key, found);
      return found;
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
