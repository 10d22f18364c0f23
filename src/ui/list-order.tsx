import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { orderField } from './asked-list.ts';
import { Select } from './choices.tsx';
import { useWords } from './language.ts';

export type Order<Value extends string = string> = {
  value: Value;
  text: string;
  /** The column that it orders by, when there is one: its heading asks for it, and says so when it is in force. */
  column?: string;
  direction?: 'ascending' | 'descending';
};

/** The orders of a list; the first is the usual one. What its reader is not shown is not an order: places in a list tell. */
export type ListOrder = { options: readonly Order[]; selected: string | undefined };

const usualOf = ({ options }: ListOrder): string => options[0]?.value ?? '';
export const selectedOf = (order: ListOrder): string =>
  order.options.find(({ value }) => value === order.selected)?.value ?? usualOf(order);

/** As a field has it: the empty value is the usual order. */
export const asked = (order: ListOrder, value: string): string => (value === usualOf(order) ? '' : value);

/** How an order is asked for: by an address, or by sending a form anew, where something that is searched for stands. */
export type WayToOrder = { hrefFor: (value: string) => string } | { form: string };

/** Chooses an order in a form: what no column stands for is chosen here too. */
export function OrderField({ order }: { order: ListOrder | undefined }) {
  const { order: label } = useWords();
  if (!order) return null;
  const options = order.options.map(({ value, text }) => ({ value: asked(order, value), text }));
  return <Select name={orderField} label={label} options={options} selected={asked(order, selectedOf(order))} />;
}

const Ordered = createContext<{ order: ListOrder; way: WayToOrder } | undefined>(undefined);

/** Around the table of a list that can be put in order by its headings. */
export const OrderedList = Ordered.Provider;

/** The order that is in force for a column, and the one that its heading asks for. */
export function useOrderOf(column: string | undefined) {
  const ordered = useContext(Ordered);
  if (!ordered || !column) return undefined;
  const { order, way } = ordered;
  const options = order.options.filter((one) => one.column === column);
  const current = options.find(({ value }) => value === selectedOf(order));
  const next = options.find((one) => one !== current);
  return { direction: current?.direction, next: next && { value: asked(order, next.value), text: next.text }, way };
}

/** The heading of a column: a link or a button when the list can be ordered by it. */
export function ColumnHeading({ title, ordered }: { title: string; ordered: ReturnType<typeof useOrderOf> }) {
  if (!ordered?.next) return ordered?.direction ? <span class="ordered">{title}</span> : <>{title}</>;
  const { next, way } = ordered;
  if ('hrefFor' in way) return <a href={way.hrefFor(next.value)}>{title}</a>;
  return (
    <button class="as-link" form={way.form} name={orderField} value={next.value}>
      {title}
    </button>
  );
}
