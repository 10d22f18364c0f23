import { z } from 'zod';
import { acrossCustomers } from '../../platform/database.ts';
import { readForm } from '../../platform/read-body.ts';
import { actorOf, customerOf, NotFound, scopeOf, type Action, type Visit } from '../../platform/visit.ts';
import { listSigningKeys } from '../../privacy/index.ts';
import type { RouteName } from '../../routes.ts';
import { stateOf } from '../certificate-state.ts';
import { holdOwnCertificate } from '../certificates.queries.ts';
import { holderName } from '../holder-name.ts';
import { findForBadge, listRevokedPlaces, placeInStatusList } from './badges.queries.ts';
import { didDocument, signAs } from './issuer.ts';
import { openBadge } from './open-badge.ts';
import { statusListCredential } from './status-list.ts';

const chosen = z.object({ told_name: z.literal('yes').optional(), told_email: z.literal('yes').optional() });

/** The certificate as an Open Badge, for its holder only; what it says of them they choose each time. It is never stored. */
async function takeBadge(visit: Visit): Promise<Response> {
  const form = await readForm(visit.request, chosen);
  if (!form.ok) throw new NotFound();
  const { house } = visit;
  const { slug, id: customerId } = customerOf(visit);
  const { accountId } = actorOf(visit);
  const badge = await house.database.transaction(scopeOf(visit, 'assess-learning'), async (tx) => {
    const certificate = await holdOwnCertificate(tx, { accountId, customerId }, visit.params['course']!);
    if (!certificate || stateOf(certificate, house.clock.now()) === 'revoked') throw new NotFound();
    const { email, tagline, description } = await findForBadge(tx, accountId, customerId, certificate.courseId);
    const told = { name: form.value.told_name && holderName(certificate), email: (form.value.told_email && email) || undefined };
    const statusIndex = await placeInStatusList(tx, customerId, certificate.id);
    return { certificate, customer: slug, description: tagline || description, statusIndex, told };
  });
  return new Response(await signAs(house, slug, openBadge(house, badge), 'JWT'), {
    headers: {
      'content-type': 'application/vc+jwt',
      'content-disposition': `attachment; filename="${visit.locale === 'sv' ? 'kursintyg' : 'certificate'}-open-badge.jwt"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** The same for everyone, and read by programs on other sites: neither cookie nor person decides anything. */
const forAnyone = { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' };

async function issuerDocument(visit: Visit): Promise<Response> {
  const earlier = await listSigningKeys(visit.house, 'badge');
  const document = JSON.stringify(didDocument(visit.house, customerOf(visit).slug, earlier));
  return new Response(document, { headers: { 'content-type': 'application/did+json', ...forAnyone } });
}

/** Which badges hold no longer, without a word of whose they are. */
async function badgeStatus(visit: Visit): Promise<Response> {
  const { house } = visit;
  const { slug, id } = customerOf(visit);
  const list = Number(visit.params['list']);
  const revoked = await house.database.transaction(acrossCustomers('certificate verification'), (tx) => listRevokedPlaces(tx, id, list));
  const signed = await signAs(house, slug, statusListCredential(house, slug, list, revoked), 'vc+jwt');
  return new Response(signed, { headers: { 'content-type': 'application/vc+jwt', ...forAnyone } });
}

export const badgeActions = { takeBadge, issuerDocument, badgeStatus } satisfies Partial<Record<RouteName, Action>>;
