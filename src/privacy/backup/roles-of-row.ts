import type { Edge } from '../../../data-map/index.ts';
import type { Catalog } from '../catalog.ts';
import { keyOf, MapFault, ownEdge, type Map as DataMap } from '../paths.ts';

/**
 * Whom a row of one table is about. A role is one way of being in the row; `people` has the SQL of who
 * plays each: an account's id, `@` and an address without an account, or null. Each parent is joined
 * once, so that row-level security is asked once for it and not once for each row that hangs on it.
 */
export type RolesOfRow = {
  readonly people: string[];
  /** The number of a role, from 1. */
  add(person: string): number;
  of(edge: Edge): number;
  /** What to read from: the table as t, and the parents on the way to its people. */
  from(): string;
  /** Columns of t that are not the table's own. */
  helping(): string[];
};

export function rolesOfRow(map: DataMap, catalog: Catalog, table: string): RolesOfRow {
  const people: string[] = [];
  const conditions: string[] = [];
  const joins = new Map<string, string>();
  const add = (person: string) => numberIn(people, person);

  /** The alias of a join; `@` stands for it in the SQL. */
  const join = (sql: string): string => {
    const alias = joins.get(sql) ?? `_j${joins.size + 1}`;
    joins.set(sql, alias);
    return alias;
  };
  const addressee = (alias: string, column: string) =>
    `coalesce(${join(`left join account @ on @.email = ${alias}.${column}`)}.id::text, '@' || ${alias}.${column})`;
  const person = (edge: Edge): string => {
    let [name, step, alias]: [string, Edge, string] = [table, edge, 't'];
    for (;;) {
      // A path may end in the address of someone without an account.
      if (step.address) return addressee(alias, step.by);
      const key = keyOf(catalog, name, step);
      if (!key || key.parent === 'account') break;
      const on = key.columns.map((column, index) => `@.${key.parentColumns[index]} = ${alias}.${column}`).join(' and ');
      alias = join(`left join ${key.parent} @ on ${on}`);
      [name, step] = [key.parent, ownEdge(map, key.parent)];
      if (step.when) throw new MapFault(`A path leads through ${name}, whose owner depends on the row.`);
    }
    return `${join(`left join account @ on @.kind <> 'pseudonym' and @.id = ${alias}.${step.by}`)}.id::text`;
  };
  return {
    people,
    add,
    of(edge) {
      if (edge.through) throw new MapFault(`A backup cannot seal rows of ${table} for people that ${edge.through.table} gives it.`);
      const sql = person(edge);
      // A condition is asked of the table alone, where no other table's columns can be meant.
      return add(edge.when ? `case when t._when${numberIn(conditions, edge.when)} then ${sql} end` : sql);
    },
    from() {
      const asked = conditions.map((sql, index) => `, (${sql}) as _when${index + 1}`).join('');
      return `(select t.*${asked} from ${table} t) t ${[...joins].map(([sql, alias]) => sql.replaceAll('@', alias)).join(' ')}`;
    },
    helping: () => ['_roles', '_people', ...conditions.map((_, index) => `_when${index + 1}`)],
  };
}

function numberIn(list: string[], item: string): number {
  const known = list.indexOf(item);
  return known < 0 ? list.push(item) : known + 1;
}
