/** Plans are compared word by word, however their lines are broken. */
export function flat(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ');
  if (Array.isArray(value)) return value.map((one) => flat(one));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, flat(one)]));
  return value;
}
