export type DecisionKind = 'warning' | 'repeated' | 'grave';
export type Decision = {
  id: string;
  account_id: string;
  kind: DecisionKind;
  rule: string;
  reason: string;
  decided_by: string;
  decided_at: Date;
  appeal_until: Date;
  appeal: string;
  appealed_at: Date | null;
  answered_at: Date | null;
  outcome: 'upheld' | 'lifted' | null;
  answer: string;
};

/** How long one may appeal. */
export const appealDays = 30;
/** Time to fetch one's data when there is nothing more to appeal. */
export const erasedAfterDays = 30;

export const endsAccount = (kind: DecisionKind): boolean => kind !== 'warning';
export const isOpen = ({ appealed_at, outcome }: Pick<Decision, 'appealed_at' | 'outcome'>): boolean => appealed_at !== null && !outcome;
export const canAppeal = ({ appealed_at, appeal_until }: Pick<Decision, 'appealed_at' | 'appeal_until'>, now: Date): boolean =>
  appealed_at === null && now <= appeal_until;

export type DecisionState = 'in-force' | 'appealed' | 'upheld' | 'lifted';
export const stateOf = (decision: Pick<Decision, 'appealed_at' | 'outcome'>): DecisionState =>
  decision.outcome ?? (isOpen(decision) ? 'appealed' : 'in-force');
