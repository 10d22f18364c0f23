import { idPattern } from '../routes.ts';

const longest = 100;

/** What an address asks of a list. Whatever we did not write is taken as nothing. */
export const searchedIn = ({ searchParams }: URL): string => (searchParams.get('sok') ?? '').replaceAll('\0', '').trim().slice(0, longest);

/** The key of the row that the page before ended with. */
export function afterIn({ searchParams }: URL): string | undefined {
  const after = searchParams.get('efter') ?? '';
  return idPattern.test(after) ? after : undefined;
}

/** One of the values that a filter of the list has. */
export const chosenIn = <Value extends string>({ searchParams }: URL, name: string, values: readonly Value[]): Value | undefined =>
  values.find((value) => value === searchParams.get(name));
