type Gathering = {
  /** How long the first waits for others; nothing waits when it is 0. */
  waitMs: number;
  most: number;
  /** So many askings may be under way; what comes meanwhile is asked together when one of them is answered. */
  atOnce?: number;
};

/**
 * Gathers what is asked within a moment, and asks it all at once: what is heard by ten thousand is answered by the dozen. When the
 * asking fails, all who asked together are told so. The more there is to do, the more is done together.
 */
export function gather<Question, Answer>(
  askAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  { waitMs, most, atOnce = Infinity }: Gathering,
): (question: Question) => Promise<Answer> {
  const waiting: { question: Question; answered(answer: Answer): void; failed(error: unknown): void }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let underWay = 0;

  function ask() {
    clearTimeout(timer);
    timer = undefined;
    while (waiting.length > 0 && underWay < atOnce) {
      const asked = waiting.splice(0, most);
      underWay += 1;
      askAll(asked.map(({ question }) => question))
        .then(
          (answers) => asked.forEach(({ answered }, index) => answered(answers[index]!)),
          (error: unknown) => asked.forEach(({ failed }) => failed(error)),
        )
        .finally(() => {
          underWay -= 1;
          if (!timer) ask();
        });
    }
  }

  return (question) =>
    new Promise((answered, failed) => {
      waiting.push({ question, answered, failed });
      if (waitMs === 0 || waiting.length >= most) ask();
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
