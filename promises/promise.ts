type Words = { sv: string; en: string };

/**
 * One promise of the policy. `kept` needs a control and a proof that a test checks; `partly` says in
 * `missing` what is not there yet; `not-yet` claims nothing. All of it is read in both languages.
 */
export type Promised = { id: string } & Words &
  (
    | { state: 'kept'; control: Words; proof: [string, ...string[]] }
    | { state: 'partly'; control: Words; proof: [string, ...string[]]; missing: Words }
    | { state: 'not-yet' }
  );
