/** The ids with one of them at another place; undefined when it is not among them. */
export function moved(ids: readonly string[], id: string, to: number): string[] | undefined {
  if (!ids.includes(id)) return undefined;
  const others = ids.filter((other) => other !== id);
  const place = Math.min(Math.max(1, to), ids.length) - 1;
  return [...others.slice(0, place), id, ...others.slice(place)];
}
