import pg from 'pg';

/**
 * Cuts the line to PostgreSQL at the nth statement: what was sent before has been carried out, this one has not, and nobody
 * says goodbye. PostgreSQL meets it as it meets a program that is killed.
 */
export async function cutAtStatement<Result>(nth: number, work: () => Promise<Result>): Promise<{ statements: number; cut: boolean }> {
  const original = pg.Client.prototype.query;
  let statements = 0;
  let cut = false;
  pg.Client.prototype.query = function counted(this: pg.Client & { connection?: { stream: { destroy(): void } } }, ...args: unknown[]) {
    statements++;
    if (statements === nth) {
      cut = true;
      this.connection?.stream.destroy();
    }
    return (original as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof original;
  try {
    await work().catch((error: unknown) => {
      if (!cut) throw error;
    });
  } finally {
    pg.Client.prototype.query = original;
  }
  return { statements, cut };
}
