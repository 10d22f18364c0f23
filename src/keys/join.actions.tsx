import { z } from 'zod';
import { readForm } from '../platform/read-body.ts';
import { actorOf, redirect, type Visit } from '../platform/visit.ts';
import { findMatrix } from '../people/index.ts';
import { controllerOf, recordLook } from '../privacy/index.ts';
import { offersPasskey, PasskeyOffer } from '../sign-in/index.ts';
import { href } from '../routes.ts';
import { page } from '../ui/page.tsx';
import { isHolder } from './holder.ts';
import { joinCourse } from './join-course.ts';
import { closedKey, keyOfToken } from './key-owner.actions.tsx';
import { keyState } from './key-state.ts';
import { findOwnAccount, hasOpenEnrolment, listAdministrators, type KeyRow } from './keys.queries.ts';
import { noticeText } from './notice-text.ts';
import { ClosedPage } from './pages/closed-page.tsx';
import { JoinPage, type JoinFacts } from './pages/join-page.tsx';
import { words } from './words.ts';

/** Changes with the form, so that the proof tells which form the person answered. */
const form = 'join 3: choice=join, choice=decline; two equal buttons, nothing chosen beforehand';

export async function join(visit: Visit): Promise<Response> {
  const key = await keyOfToken(visit);
  return (await wayOut(visit, key)) ?? joinPage(visit, key, 200);
}

export async function saveJoin(visit: Visit): Promise<Response> {
  const key = await keyOfToken(visit);
  const out = await wayOut(visit, key);
  if (out) return out;
  const answer = await readForm(visit.request, z.object({ choice: z.enum(['join', 'decline']) }));
  if (!answer.ok) return joinPage(visit, key, 422);
  if (answer.value.choice === 'decline') return redirect(`${href('key')}?avstod=ja`);
  const { locale, house } = visit;
  const matrix = await visit.house.database.transaction({ purpose: 'open-course', customerId: key.customer_id }, (tx) =>
    findMatrix(tx, key.customer_id),
  );
  const controller = await controllerOf(house, key.customer_id);
  const notice = { language: locale, text: noticeText(key, matrix, controller, locale), form };
  const joined = await joinCourse(house, { key, accountId: actorOf(visit).accountId, notice });
  if (joined === 'joined') return redirect(coursePath(key));
  if (joined === 'no seat') return noSeat(visit, key);
  // Someone was quicker, or this was a second press: the key tells which.
  const now = await keyOfToken(visit);
  return (await wayOut(visit, now)) ?? closedKey(visit, now);
}

/** Whoever is in the course goes there; a key that is another's, or has ended, opens nothing. */
async function wayOut(visit: Visit, key: KeyRow): Promise<Response | undefined> {
  const { accountId } = actorOf(visit);
  const place = { customerId: key.customer_id, courseId: key.course_id };
  const { enrolled, email } = await visit.house.database.transaction(
    { purpose: 'open-course', accountId, customerId: key.customer_id },
    async (tx) => ({
      enrolled: await hasOpenEnrolment(tx, place, accountId),
      email: (await findOwnAccount(tx, accountId))?.email ?? null,
    }),
  );
  if (enrolled) return redirect(coursePath(key));
  if (keyState(key, visit.house.clock.now()) !== 'open') return closedKey(visit, key);
  return isHolder(key, email) ? undefined : otherAddress(visit);
}

const coursePath = (key: KeyRow) => href('continueCourse', { customer: key.customer_slug, course: key.course_slug });

async function joinPage(visit: Visit, key: KeyRow, status: 200 | 422): Promise<Response> {
  const { locale, params } = visit;
  const error = status === 422 ? words[locale].join.choose : undefined;
  return page(
    visit,
    { title: words[locale].join.title(key.course_title), status, scripts: ['passkey'] },
    <>
      <JoinPage facts={await factsFor(visit, key)} token={params['token']!} locale={locale} error={error} />
      {(await offersPasskey(visit)) && <PasskeyOffer locale={locale} />}
    </>,
  );
}

/** Read in the customer's scope: the names of its administrators and the person's own account, no more. */
async function factsFor(visit: Visit, key: KeyRow): Promise<JoinFacts> {
  const { accountId } = actorOf(visit);
  const { customer_id: customerId, course_id: courseId } = key;
  const controller = await controllerOf(visit.house, customerId);
  return visit.house.database.transaction({ purpose: 'open-course', accountId, customerId }, async (tx) => {
    const administrators = await listAdministrators(tx, customerId, courseId);
    const subjects = administrators.map(({ id }) => id);
    const fields = ['account.given_name', 'account.family_name'];
    await recordLook(tx, visit.house.clock, { actorId: accountId, customerId, purpose: 'open-course', room: 'keys', fields, subjects });
    const own = await findOwnAccount(tx, accountId);
    return {
      course: key.course_title,
      customer: key.customer_name,
      controller,
      isBound: key.bound_email !== null,
      matrix: await findMatrix(tx, customerId),
      administrators: administrators.map((person) => fullName(person)),
      ownName: own ? fullName(own) : '',
      ownEmail: own?.email ?? '',
    };
  });
}

const fullName = ({ given_name, family_name }: { given_name: string; family_name: string }) => `${given_name} ${family_name}`.trim();

/** The key keeps: it opens the course as soon as someone leaves. */
function noSeat(visit: Visit, key: KeyRow): Response {
  const { locale } = visit;
  const { title, text } = words[locale].noSeat;
  return page(
    visit,
    { title, status: 409, width: 'narrow' },
    <ClosedPage locale={locale} title={title} text={text(key.customer_name)} signedIn />,
  );
}

function otherAddress(visit: Visit): Response {
  const { locale } = visit;
  const { title } = words[locale].closed;
  return page(
    visit,
    { title, status: 409, width: 'narrow' },
    <ClosedPage locale={locale} title={title} text={words[locale].fault.otherAddress} signedIn />,
  );
}
