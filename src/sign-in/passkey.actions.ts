import { z } from 'zod';
import { withCookie } from '../platform/cookies.ts';
import { readJson } from '../platform/read-body.ts';
import { json, type Action, type Visit } from '../platform/visit.ts';
import { href, type RouteName } from '../routes.ts';
import { callerOf } from './caller.ts';
import { challengeInCookie, endedCookie } from './challenge.ts';
import { minutesToWait, tooMany } from './limits.ts';
import { confirmationGoodFor, needsConfirming } from './needs-confirming.ts';
import { openNewPasskeyQuestion, registerPasskey } from './register-passkey.ts';
import { afterSignIn, returnField } from './return-path.ts';
import { openPasskeyQuestion, signInWithPasskey } from './sign-in-with-passkey.ts';
import { words } from './words.ts';

// The library judges the rest; here only that it is an answer at all.
const credential = z.looseObject({ id: z.string().min(1).max(1500) });

const problem = (text: string) => json({ problem: text }, 422);

/** The page that the person confirms on, for a script that cannot be redirected. */
function mustConfirm(visit: Visit): Response | undefined {
  const redirected = needsConfirming(visit, confirmationGoodFor, href('account'));
  return redirected && json({ goTo: redirected.headers.get('location') }, 403);
}

export const passkeyActions = {
  async passkeyOptions(visit) {
    const minutes = await minutesToWait(visit, 'passkey');
    if (minutes) return tooMany(json({ problem: words[visit.locale].wait(minutes) }, 429), minutes);
    const { options, setCookie } = await openPasskeyQuestion(visit.house);
    return withCookie(json(options), setCookie);
  },

  async passkeySignIn(visit) {
    const text = words[visit.locale].passkey;
    const body = await readJson(visit.request, z.object({ response: credential, vidare: returnField }));
    const challengeId = challengeInCookie(visit.house, visit.request);
    if (!body || !challengeId) return problem(text.failed);
    const result = await signInWithPasskey(visit.house, challengeId, body.response, callerOf(visit));
    if (result.state === 'unknown' || result.state === 'refused') return problem(result.state === 'unknown' ? text.unknown : text.failed);
    const answer = withCookie(json({ goTo: afterSignIn(body.vidare) }), endedCookie(visit.house));
    return result.state === 'in' ? withCookie(answer, result.setCookie) : answer;
  },

  async registerPasskeyOptions(visit) {
    const refused = mustConfirm(visit);
    if (refused) return refused;
    const { options, setCookie } = await openNewPasskeyQuestion(visit);
    return withCookie(json(options), setCookie);
  },

  async registerPasskey(visit) {
    const refused = mustConfirm(visit);
    if (refused) return refused;
    const body = await readJson(visit.request, z.object({ response: credential }));
    const challengeId = challengeInCookie(visit.house, visit.request);
    const kept = body && challengeId ? await registerPasskey(visit, challengeId, body.response) : false;
    if (!kept) return problem(words[visit.locale].passkey.failed);
    return withCookie(json({ goTo: `${href('account')}?klart=lösennyckel` }), endedCookie(visit.house));
  },
} satisfies Partial<Record<RouteName, Action>>;
