/**
 * One promise of the policy. `kept` needs a control and a proof that a test checks; `partly` says in
 * `missing` what is not there yet; `not-yet` claims nothing.
 */
export type Promised = { id: string; sv: string; en: string } & (
  | { state: 'kept'; control: string; proof: [string, ...string[]] }
  | { state: 'partly'; control: string; proof: [string, ...string[]]; missing: { sv: string; en: string } }
  | { state: 'not-yet' }
);
