import { z } from 'zod';
import { cookie, withCookie } from '../../platform/cookies.ts';
import { readForm } from '../../platform/read-body.ts';
import { redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { ownPath } from '../../sign-in/index.ts';
import { locales } from '../../ui/locale.ts';
import { pageBehind } from './page-behind.ts';

const keptSeconds = 365 * 86_400;
const form = z.object({ locale: z.enum(locales).optional().catch(undefined), return: z.string().optional().catch(undefined) });

/** Remembers the language in the browser and goes back to the page that was read. */
export async function chooseLanguage({ request, house }: Visit): Promise<Response> {
  const answer = await readForm(request, form);
  const { locale, return: path } = answer.ok ? answer.value : {};
  const back = redirect(pageBehind(ownPath(path) ?? href('start')));
  return locale ? withCookie(back, cookie(house.publicUrl, 'language', locale, keptSeconds)) : back;
}
