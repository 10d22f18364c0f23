import type pg from 'pg';

type Answered = (error: Error | undefined, text: string) => void;

/**
 * A statement that answers with one value. Of all that the driver makes of an answer (results, columns, rows, a promise for each step) the
 * page that is opened most often needs one text, and making the rest took as long as drawing half the page.
 */
class OneAnswer {
  private readonly statement: string;
  private readonly answered: Answered;
  private text: string | undefined;
  constructor(statement: string, answered: Answered) {
    this.statement = statement;
    this.answered = answered;
  }
  submit(connection: pg.Connection): void {
    connection.query(this.statement);
  }
  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (fields.length === 1) this.text = fields[0] ?? undefined;
  }
  handleError(error: Error): void {
    this.answered(error, '');
  }
  handleReadyForQuery(): void {
    if (this.text === undefined) this.answered(new Error('The statement did not answer with one value.'), '');
    else this.answered(undefined, this.text);
  }
  // Told by the server as well, and of no use here.
  handleRowDescription(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
}

/** Runs a statement on a connection of its own and gives the one value of its one row, as text. */
export const oneAnswer = (pool: pg.Pool, statement: string): Promise<string> =>
  new Promise((resolve, reject) => {
    pool.connect((refused, client, release) => {
      if (!client) {
        reject(refused!);
        return;
      }
      client.query(
        new OneAnswer(statement, (error, text) => {
          // A failed statement has ended its transaction, and a fatal fault the connection: that one must serve nobody more.
          release(error && isFatal(error) ? error : undefined);
          if (error) reject(error);
          else resolve(text);
        }),
      );
    });
  });

const isFatal = (error: Error): boolean => 'severity' in error && error.severity !== 'ERROR';
