import { CompiledQuery, type QueryResult } from 'kysely';
import type { Tx } from '../platform/database.ts';

/** Runs a statement of a plan. Plans share one numbering of parameters; each statement gets those it names. */
export function runPlanned<Row = Record<string, unknown>>(tx: Tx, text: string, values: unknown[]): Promise<QueryResult<Row>> {
  const used = [...new Set([...text.matchAll(/\$(\d+)/g)].map((match) => Number(match[1])))].sort((a, b) => a - b);
  const renumbered = text.replace(/\$(\d+)/g, (_, number: string) => `$${used.indexOf(Number(number)) + 1}`);
  return tx.executeQuery<Row>(
    CompiledQuery.raw(
      renumbered,
      used.map((number) => values[number - 1]),
    ),
  );
}
