import { z } from 'zod';
import { withCookie } from '../platform/cookies.ts';
import { acrossCustomers } from '../platform/database.ts';
import { readForm, type FieldError } from '../platform/read-body.ts';
import { redirect, type Visit } from '../platform/visit.ts';
import { looksAt } from '../privacy/index.ts';
import { href } from '../routes.ts';
import { passwordFault } from '../sign-in/index.ts';
import { page } from '../ui/page.tsx';
import { findKeyChallenge, hasAccount } from './challenge.queries.ts';
import { ownEmail } from './holder.ts';
import { keyState } from './key-state.ts';
import { findKeyById, type KeyRow } from './keys.queries.ts';
import { closedKey } from './key-owner.actions.tsx';
import { openAccountFor } from './open-account.ts';
import { ClosedPage } from './pages/closed-page.tsx';
import { AccountExistsPage, OpenAccountPage, OtherAccountPage } from './pages/open-account-page.tsx';
import { words } from './words.ts';

type Link = { key: KeyRow; email: string; accountExists: boolean };

export const continueWithKey = (visit: Visit): Promise<Response> =>
  withLink(visit, (link) => {
    const { bound_given_name: givenName, bound_family_name: familyName } = link.key;
    return accountPage(visit, link, { typed: { givenName: givenName ?? '', familyName: familyName ?? '', language: visit.locale } });
  });

export const openAccount = (visit: Visit): Promise<Response> =>
  withLink(visit, async (link) => {
    const { house, request } = visit;
    const form = await readForm(request, accountForm(visit, link.email));
    if (!form.ok) return accountPage(visit, link, { typed: form.typed.one, errors: form.errors });
    const session = await openAccountFor(house, { ...form.value, email: link.email, userAgent: request.headers.get('user-agent') });
    return session ? withCookie(redirect(joinPath(visit, link.key)), session.setCookie) : accountExists(visit, link.key);
  });

/** The link in the mail proves the address. What comes then depends on whether it has an account. */
async function withLink(visit: Visit, goOn: (link: Link) => Response | Promise<Response>): Promise<Response> {
  const link = await linkOfToken(visit);
  if (!link) return deadLink(visit);
  if (keyState(link.key, visit.house.clock.now()) !== 'open') return closedKey(visit, link.key);
  if (visit.actor) return (await ownEmail(visit)) === link.email ? redirect(joinPath(visit, link.key)) : otherAccount(visit);
  return link.accountExists ? accountExists(visit, link.key) : goOn(link);
}

async function linkOfToken({ house, params }: Visit): Promise<Link | undefined> {
  const challengeId = house.secrets.readToken('challenge', params['token']!);
  if (!challengeId) return undefined;
  return house.database.transaction(acrossCustomers('key redemption'), async (tx) => {
    const challenge = await findKeyChallenge(tx, challengeId);
    const key = challenge && (await findKeyById(tx, challenge.key_id));
    return key && { key, email: challenge.email, accountExists: await hasAccount(tx, challenge.email) };
  });
}

function accountForm({ locale }: Visit, email: string) {
  const text = words[locale].account;
  const name = z.string().trim().max(100, text.nameLong);
  return z.object({
    givenName: name.min(1, text.givenNameMissing),
    familyName: name.catch(''),
    password: z.string().superRefine((password, context) => {
      const message = passwordFault(locale, password, email);
      if (message) context.addIssue({ code: 'custom', message });
    }),
    language: z.enum(['sv', 'en'], text.languageMissing),
  });
}

const joinPath = ({ house }: Visit, key: KeyRow) => href('join', { token: house.secrets.token('key', key.id) });

type Shown = { typed: Record<string, string>; errors?: FieldError[] };

async function accountPage(visit: Visit, { key, email }: Link, { typed, errors = [] }: Shown): Promise<Response> {
  const { locale, params, house } = visit;
  // The link has proved the address: whoever opens it is told who has read what the key says of them (N-60).
  const looks = key.bound_email === email ? await looksAt(house, 'open-course', key.id) : undefined;
  return page(
    visit,
    {
      title: words[locale].account.title,
      status: errors.length > 0 ? 422 : 200,
      ...(looks ? {} : { width: 'narrow' }),
      scripts: ['show-password'],
    },
    <OpenAccountPage
      locale={locale}
      token={params['token']!}
      course={key.course_title}
      email={email}
      typed={typed}
      errors={errors}
      looks={looks}
    />,
  );
}

function accountExists(visit: Visit, key: KeyRow): Response {
  const { locale } = visit;
  return page(
    visit,
    { title: words[locale].account.existsTitle, width: 'narrow' },
    <AccountExistsPage locale={locale} joinPath={joinPath(visit, key)} />,
  );
}

function otherAccount(visit: Visit): Response {
  const { locale } = visit;
  return page(visit, { title: words[locale].account.otherTitle, status: 409, width: 'narrow' }, <OtherAccountPage locale={locale} />);
}

function deadLink(visit: Visit): Response {
  const { locale, actor } = visit;
  const { linkTitle, link } = words[locale].closed;
  return page(
    visit,
    { title: linkTitle, status: 410, width: 'narrow' },
    <ClosedPage locale={locale} title={linkTitle} text={link} signedIn={actor !== undefined} />,
  );
}
