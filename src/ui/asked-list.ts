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

/** The field of a form and of an address that says in which order a list is shown. */
export const orderField = 'ordning';

/** The order that is asked for; the first of a list's orders is the usual one. */
export const orderIn = <Value extends string>(url: URL, orders: readonly [Value, ...Value[]]): Value =>
  chosenIn(url, orderField, orders) ?? orders[0];

/** The list with what is chosen of it; what is empty is not chosen. */
export function addressOf(here: string, fields: readonly (readonly [name: string, value: string])[]): string {
  const query = new URLSearchParams(fields.filter(([, value]) => value !== '').map(([name, value]) => [name, value])).toString();
  return query ? `${here}?${query}` : here;
}
