import type { ParseArgsOptionsConfig } from 'node:util';

export type Given = { values: Record<string, string | boolean | (string | boolean)[] | undefined>; positionals: string[] };

/** One command of the command line. `run` gives the exit code. */
export type Command = { usage: string; means: string; options?: ParseArgsOptionsConfig; run(given: Given): Promise<number> };

/** The value of a text option. */
export function text(given: Given, name: string): string | undefined {
  const value = given.values[name];
  return typeof value === 'string' ? value : undefined;
}
