import { z } from 'zod';
import { openAccountFor } from '../keys/index.ts';
import { withCookie } from '../platform/cookies.ts';
import { acrossCustomers } from '../platform/database.ts';
import { readForm, type FieldError } from '../platform/read-body.ts';
import { actorOf, redirect, type Visit } from '../platform/visit.ts';
import { findMatrix } from '../people/index.ts';
import { controllerOf, looksAt, recordLook } from '../privacy/index.ts';
import { href } from '../routes.ts';
import { emailField } from '../sign-in/index.ts';
import { page } from '../ui/page.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { acceptInvitation } from './accept-invitation.ts';
import { accountForm } from './account-form.ts';
import { invitationState, isInDomains } from './invitation-state.ts';
import { isListed } from './invitation.queries.ts';
import { mailInvitation } from './invite.ts';
import { minutesToWait } from './limits.ts';
import { nameOf } from './name-of.ts';
import { noticeOf, whatItGives } from './notice.ts';
import { AnswerPage } from './pages/answer-page.tsx';
import { InvitedAccountPage } from './pages/invited-account-page.tsx';
import { AskAddressPage, ClosedInvitationPage, OtherAddressPage, SignInFirstPage } from './pages/before-answer-page.tsx';
import { readInvitation, type Opened } from './read-invitation.ts';
import { words } from './words.ts';

/** Changes with the form, so that the proof tells which form the person answered. */
const form = 'invitation 1: choice=accept, choice=decline; two equal buttons, nothing chosen beforehand';

export async function invitation(visit: Visit): Promise<Response> {
  const opened = await readInvitation(visit);
  return wayOut(visit, opened) ?? (visit.actor ? answerPage(visit, opened!, 200) : beforeSigningIn(visit, opened!, {}));
}

export async function answerInvitation(visit: Visit): Promise<Response> {
  const opened = await readInvitation(visit);
  const out = wayOut(visit, opened);
  if (out) return out;
  if (!visit.actor) return opened!.proven ? redirect(here(visit)) : sendLink(visit, opened!);
  const answer = await readForm(visit.request, z.object({ choice: z.enum(['accept', 'decline']) }));
  if (!answer.ok) return answerPage(visit, opened!, 422);
  if (answer.value.choice === 'decline') return redirect(`${href('myRoles')}?besked=avstod`);
  const { locale, house } = visit;
  const { invitation: offered, email } = opened!;
  const matrix = await house.database.transaction(acrossCustomers('invitation'), (tx) => findMatrix(tx, offered.customer_id));
  const controller = await controllerOf(house, offered.customer_id);
  const notice = { language: locale, text: noticeOf(offered, { matrix, controller }, locale).join('\n'), form };
  const accepted = await acceptInvitation(house, { invitation: offered, accountId: actorOf(visit).accountId, email: email!, notice });
  if (accepted === 'accepted') return redirect(offered.role === 'student' ? href('home') : `${href('myRoles')}?besked=med`);
  if (accepted === 'no seat') return full(visit);
  // Someone was quicker, or this was a second press: the invitation tells which.
  return wayOut(visit, await readInvitation(visit)) ?? closed(visit);
}

/** Opens an account for the address that the mailed link has proven, and signs its owner in. */
export async function openInvitedAccount(visit: Visit): Promise<Response> {
  const opened = await readInvitation(visit);
  const out = wayOut(visit, opened);
  if (out) return out;
  const proven = opened!.proven;
  if (visit.actor || !proven || proven.hasAccount) return redirect(here(visit));
  const { house, request } = visit;
  const filled = await readForm(request, accountForm(visit.locale, proven.address));
  if (!filled.ok) return accountPage(visit, proven, filled.typed.one, filled.errors);
  const session = await openAccountFor(house, { ...filled.value, email: proven.address, userAgent: request.headers.get('user-agent') });
  return session ? withCookie(redirect(here(visit)), session.setCookie) : redirect(here(visit));
}

const here = ({ params }: Visit) => href('invitation', { token: params['token']! });

/** What has ended opens nothing; what has been accepted leads to one's roles; what is another's says so. */
function wayOut(visit: Visit, opened: Opened | undefined): Response | undefined {
  if (opened?.hasAccepted) return redirect(href('myRoles'));
  if (!opened || invitationState(opened.invitation, visit.house.clock.now()) !== 'open') return closed(visit);
  return visit.actor && !opened.isForActor ? otherAddress(visit) : undefined;
}

async function answerPage(visit: Visit, { invitation: offered }: Opened, status: 200 | 422): Promise<Response> {
  const { locale, house } = visit;
  const { accountId: actorId } = actorOf(visit);
  const scope = { ...acrossCustomers('invitation'), accountId: actorId };
  const matrix = await house.database.transaction(scope, async (tx) => {
    const subjects = offered.sender_id && offered.given_name !== null ? [offered.sender_id] : [];
    const look = { actorId, customerId: offered.customer_id, purpose: 'administer-customer', room: 'customers' } as const;
    await recordLook(tx, house.clock, { ...look, fields: ['account.given_name', 'account.family_name'], subjects });
    return findMatrix(tx, offered.customer_id);
  });
  const text = words[locale].answer;
  const controller = await controllerOf(house, offered.customer_id);
  return page(
    visit,
    { title: text.title(offered.customer_name), status },
    <AnswerPage
      locale={locale}
      action={here(visit)}
      invitation={offered}
      sender={nameOf(offered)}
      told={whatItGives(offered, matrix, locale)}
      controller={controller}
      {...(status === 422 ? { error: text.choose } : {})}
    />,
  );
}

type Proven = NonNullable<Opened['proven']>;
type Asked = { typed?: string | undefined; error?: string | undefined; status?: number };

async function beforeSigningIn(visit: Visit, opened: Opened, { typed, error, status = error ? 422 : 200 }: Asked): Promise<Response> {
  const { locale } = visit;
  const { proven, invitation: offered } = opened;
  if (proven && !proven.hasAccount) return accountPage(visit, proven, { language: locale }, []);
  const title = words[locale].answer.title(offered.customer_name);
  const role = words[locale].asRole[offered.role];
  const props = { locale, title, role, here: here(visit) };
  if (proven) return page(visit, { title, width: 'narrow' }, <SignInFirstPage {...props} />);
  const sent = visit.url.searchParams.has('skickat');
  return page(visit, { title, status, width: 'narrow' }, <AskAddressPage {...props} sent={sent} typed={typed} error={error} />);
}

/** The same answer whoever asks: it tells neither who is invited nor who has an account. */
async function sendLink(visit: Visit, opened: Opened): Promise<Response> {
  const text = words[visit.locale].before;
  const filled = await readForm(visit.request, z.object({ email: emailField(text) }));
  if (!filled.ok) return beforeSigningIn(visit, opened, { typed: filled.typed.one['email'], error: filled.errors[0]?.text });
  const { email } = filled.value;
  const { id, customer_id: customerId, only_listed, domains, expires_at: expiresAt } = opened.invitation;
  const minutes = await minutesToWait(visit, { invitationId: id, email });
  if (minutes !== undefined) return beforeSigningIn(visit, opened, { typed: email, error: text.tooMany(String(minutes)), status: 429 });
  await visit.house.database.transaction(acrossCustomers('invitation'), async (tx) => {
    if (only_listed && !isInDomains(domains, email) && !(await isListed(tx, id, email))) return;
    await mailInvitation(tx, visit.house, { id, customerId, expiresAt, address: email, language: visit.locale });
  });
  return redirect(`${here(visit)}?skickat=ja`);
}

async function accountPage(visit: Visit, proven: Proven, typed: Record<string, string>, errors: FieldError[]): Promise<Response> {
  const { locale, params, house } = visit;
  // The link has proved the address: whoever opens it is told who has read it (N-60).
  const looks = await looksAt(house, 'administer-customer', proven.id);
  return page(
    visit,
    { title: words[locale].account.title, status: errors.length > 0 ? 422 : 200, scripts: ['show-password'] },
    <InvitedAccountPage locale={locale} token={params['token']!} email={proven.address} typed={typed} errors={errors} looks={looks} />,
  );
}

function closed(visit: Visit): Response {
  const { locale } = visit;
  return page(visit, { title: words[locale].closed.title, status: 410, width: 'narrow' }, <ClosedInvitationPage locale={locale} />);
}

function full(visit: Visit): Response {
  const { locale } = visit;
  const text = words[locale].full;
  return page(visit, { title: text.title, status: 409, width: 'narrow' }, <PageHeading title={text.title} lead={text.lead} />);
}

function otherAddress(visit: Visit): Response {
  const { locale } = visit;
  return page(visit, { title: words[locale].other.title, status: 409, width: 'narrow' }, <OtherAddressPage locale={locale} />);
}
