import { NotFound, type Visit } from '../../platform/visit.ts';
import { page } from '../../ui/page.tsx';
import { LocalMailPage, LocalMailsPage } from './pages/local-mails-page.tsx';
import { findMail, listMails } from './read-mail.ts';
import { words } from './words.ts';

/** Development only: the mails that would have been sent. The route is not there in a real installation. */
export async function localMails(visit: Visit): Promise<Response> {
  const mails = await listMails(visit.house.outboxFolder);
  return page(visit, { title: words[visit.locale].mails.title, width: 'wide' }, <LocalMailsPage mails={mails} locale={visit.locale} />);
}

export async function localMail(visit: Visit): Promise<Response> {
  const mail = await findMail(visit.house.outboxFolder, visit.params['mail']!);
  if (!mail) throw new NotFound();
  return page(visit, { title: words[visit.locale].mails.title }, <LocalMailPage mail={mail} locale={visit.locale} />);
}
