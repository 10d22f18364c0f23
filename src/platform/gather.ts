type Gathering = { waitMs: number; most: number };

/**
 * Gathers what is asked within a moment, and asks it all at once: what is heard by ten thousand is answered by the dozen. When the
 * asking fails, all who asked together are told so.
 */
export function gather<Question, Answer>(
  askAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  { waitMs, most }: Gathering,
): (question: Question) => Promise<Answer> {
  let waiting: { question: Question; answered(answer: Answer): void; failed(error: unknown): void }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function ask() {
    clearTimeout(timer);
    timer = undefined;
    const asked = waiting;
    waiting = [];
    askAll(asked.map(({ question }) => question)).then(
      (answers) => asked.forEach(({ answered }, index) => answered(answers[index]!)),
      (error: unknown) => asked.forEach(({ failed }) => failed(error)),
    );
  }

  return (question) =>
    new Promise((answered, failed) => {
      waiting.push({ question, answered, failed });
      if (waiting.length === most) ask();
      else timer ??= setTimeout(ask, waitMs);
    });
}

/** One for each owner, made when it is first needed. */
export function oneFor<Owner extends object, Thing>(make: (owner: Owner) => Thing): (owner: Owner) => Thing {
  const made = new WeakMap<Owner, Thing>();
  return (owner) => {
    const there = made.get(owner) ?? make(owner);
    made.set(owner, there);
    return there;
  };
}
