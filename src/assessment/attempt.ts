export type Attempt = {
  id: string;
  number: number;
  startedAt: Date;
  deadlineAt: Date | null;
  submittedAt: Date | null;
  points: number | null;
  maxPoints: number | null;
  /** Null until the result is the student's: also after handing in, while a person marks it. */
  passed: boolean | null;
  seed: string;
  questionIds: string[];
};

export type AnswersShown = 'never' | 'after-pass' | 'after-last';

/** When the test may be taken, and for how long. */
export type TestTimes = {
  timeLimitMinutes: number | null;
  waitHours: number | null;
  opensAt: Date | null;
  closesAt: Date | null;
  extraMinutes: number;
};

// What is sent in the last second is still on its way when the clock strikes.
const graceMs = 30_000;

/** Whether the time is out. From then on nothing more counts. */
export function isOver({ deadlineAt }: Pick<Attempt, 'deadlineAt'>, now: Date): boolean {
  return deadlineAt !== null && now.getTime() > deadlineAt.getTime() + graceMs;
}

/** When the attempt must be handed in: when its time is out or the test closes. Extra time is added to both. */
export function deadlineOf(startedAt: Date, { timeLimitMinutes, closesAt, extraMinutes }: TestTimes): Date | null {
  const limit = timeLimitMinutes === null ? null : later(startedAt, timeLimitMinutes + extraMinutes);
  const close = closesAt && later(closesAt, extraMinutes);
  return limit && close ? (limit < close ? limit : close) : (limit ?? close);
}

const later = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000);

export function secondsLeft(deadlineAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((deadlineAt.getTime() - now.getTime()) / 1_000));
}

/** The fewest points that pass. */
export function pointsToPass(passPercent: number, maxPoints: number): number {
  return Math.ceil((passPercent * maxPoints) / 100);
}

export type Standing = 'open' | 'passed' | 'being-marked' | 'exhausted' | 'not-yet' | 'closed' | 'waiting' | 'pages-first' | 'may-start';

type Tried = Pick<Attempt, 'startedAt' | 'submittedAt' | 'passed'>;
type Rules = TestTimes & { maxAttempts: number; renewalFrom: Date | null; pagesFirst: boolean };

/** The attempts that count: when a certificate is to be renewed, those since then. */
export function countedAttempts<Any extends Pick<Attempt, 'startedAt'>>(
  attempts: readonly Any[],
  { renewalFrom }: Pick<Rules, 'renewalFrom'>,
  now: Date,
): readonly Any[] {
  return renewalFrom && renewalFrom <= now ? attempts.filter(({ startedAt }) => startedAt >= renewalFrom) : attempts;
}

/** Where someone stands with the final test. */
export function standingOf(all: readonly Tried[], test: Rules, now: Date): Standing {
  const attempts = countedAttempts(all, test, now);
  if (attempts.some((attempt) => attempt.passed)) return 'passed';
  if (attempts.some((attempt) => attempt.submittedAt === null)) return 'open';
  if (attempts.some((attempt) => attempt.passed === null)) return 'being-marked';
  if (attempts.length >= test.maxAttempts) return 'exhausted';
  if (test.closesAt && now >= test.closesAt) return 'closed';
  if (test.opensAt && now < test.opensAt) return 'not-yet';
  const from = nextStart(attempts, test);
  if (from && now < from) return 'waiting';
  return test.pagesFirst ? 'pages-first' : 'may-start';
}

/** When the waiting time after the latest attempt is over; null when there is nothing to wait for. */
export function nextStart(attempts: readonly Pick<Attempt, 'submittedAt'>[], { waitHours }: Pick<TestTimes, 'waitHours'>): Date | null {
  const last = Math.max(...attempts.map(({ submittedAt }) => submittedAt?.getTime() ?? 0));
  return waitHours !== null && last > 0 ? later(new Date(last), waitHours * 60) : null;
}

/** Whether the right answers may be shown. A key given away before the last try would make the test a copying exercise. */
export function showsKey(answersShown: AnswersShown, standing: Standing): boolean {
  if (answersShown === 'never') return false;
  return standing === 'passed' || (answersShown === 'after-last' && standing === 'exhausted');
}
