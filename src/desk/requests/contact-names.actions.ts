import { z } from 'zod';
import { findContactsNamed, namedWords, removeNameOf } from '../../customers/index.ts';
import { readForm } from '../../platform/read-body.ts';
import { actorOf, NotFound, redirect, type Visit } from '../../platform/visit.ts';
import { href } from '../../routes.ts';
import { findForDesk, showRequest } from './desk-requests.actions.tsx';
import { reachesNames } from './request.ts';

/** Searches by POST, since a name must not stand in an address (E-04); with `contact` the name there goes. */
export async function contactNames(visit: Visit): Promise<Response> {
  const { request } = await findForDesk(visit);
  if (!reachesNames(request)) throw new NotFound();
  const { accountId } = actorOf(visit);
  const text = namedWords[visit.locale].names;
  const form = await readForm(
    visit.request,
    z.union([
      z.object({ contact: z.uuid() }),
      z.object({ contact_name: z.string(text.short).trim().min(3, text.short).max(200, text.long) }),
    ]),
  );
  if (!form.ok) {
    const typed = form.typed.one;
    const length = typed['contact_name']?.trim().length ?? 0;
    return showRequest(visit, typed, [{ name: 'contact_name', text: length > 200 ? text.long : text.short }]);
  }
  if ('contact' in form.value) {
    await removeNameOf(visit.house, accountId, form.value.contact);
    return redirect(`${href('dataRequest', { request: request.id })}?besked=namn`);
  }
  const { contact_name } = form.value;
  return showRequest(visit, { contact_name }, [], await findContactsNamed(visit.house, accountId, contact_name));
}
