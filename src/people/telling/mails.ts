import { acrossCustomers } from '../../platform/database.ts';
import type { MailTemplate } from '../../platform/mail/template.ts';
import { href } from '../../routes.ts';
import { formatDate } from '../../ui/format.ts';
import { matrixOf, type Cell } from '../visibility.ts';
import { whoSeesMore } from '../who-sees-what.ts';
import { tellingWords } from './words.ts';
import { findTold, listCells } from './notice.queries.ts';

const ofName = new Set(['given_name', 'family_name', 'email']);

/** Whoever has a protected identity is a designation to everyone: their name is not what is shown. */
export const toldTo = (cells: readonly Cell[], isProtected: boolean): Cell[] =>
  cells.filter(({ field }) => !isProtected || !ofName.has(field));

/** Not sent when it has been taken back meanwhile, or the person has left. */
const visibilityChanged: MailTemplate = async ({ house, language, accountId, about }) => {
  const { customerId = '', noticeId = '' } = about;
  if (!accountId) return undefined;
  const place = { customerId, noticeId };
  const { told, cells } = await house.database.transaction(acrossCustomers('mail'), async (tx) => ({
    told: await findTold(tx, place, accountId),
    cells: await listCells(tx, place),
  }));
  const sentences = told ? whoSeesMore(matrixOf(toldTo(cells, told.isProtected)), language) : [];
  if (!told || sentences.length === 0) return undefined;
  const text = tellingWords[language].mail;
  return {
    subject: text.subject,
    paragraphs: [
      text.changed(told.name, formatDate(told.beganAt, language)),
      sentences.map((sentence) => `– ${sentence}`).join('\n'),
      `${text.whole} ${house.publicUrl}${href('whoSeesWhom', { customer: told.slug })}`,
      `${text.leave} ${house.publicUrl}${href('myRoles')}`,
    ],
  };
};

export const peopleMails: Record<string, MailTemplate> = { 'visibility-changed': visibilityChanged };
