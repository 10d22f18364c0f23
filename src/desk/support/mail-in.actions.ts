import { takeSignedMail } from '../../platform/mail/inbound/signed-mail.ts';
import { json, NotFound, type Visit } from '../../platform/visit.ts';

/** A mail server posts a mail; what it must sign is in takeSignedMail. */
export async function takeInboundMail({ house, request }: Visit): Promise<Response> {
  const status = await takeSignedMail(house, request);
  if (status === 404) throw new NotFound();
  return json({ taken: status === 202 }, status);
}
