import type { Reads, Scope } from './database.ts';
import type { House } from './house.ts';

export type OperatorRole = 'support' | 'dpo' | 'executive';

export type Actor = {
  accountId: string;
  sessionId: string;
  kind: 'personal' | 'demo' | 'staff';
  givenName: string;
  language: 'sv' | 'en';
  /** Roles with the customer in the address; empty elsewhere. */
  roles: ('customer_admin' | 'course_admin' | 'teacher' | 'student')[];
  /** Whether any of the roles lets the actor see the customer's people. */
  staff: boolean;
  /** What the actor does for the operator; empty for everyone else. */
  operatorRoles: OperatorRole[];
  /** Notifications the person has not read, a hundred at most. */
  unread: number;
  closed: boolean;
  acceptedTerms: boolean;
  /** When the person last proved who they are in this session. */
  confirmedAt: string;
  lastSeenAt: string;
  rotatedAt: string;
  /** Slug of a customer where the actor is staff, for the navigation. */
  staffSomewhere: string | null;
};

export type Operator = { name: string; contactEmail: string; dpoName: string; dpoEmail: string; language: 'sv' | 'en' };
export type CustomerInScope = {
  id: string;
  slug: string;
  name: string;
  /** Set once the customer's agreement has ended. */
  endedAt?: string | null;
};

/** One request on its way through the house: who comes, what they ask for, and with which parts. */
export type Visit = {
  house: House;
  request: Request;
  /** Taken apart when it is asked for; most pages need no more of it than the path. */
  readonly url: URL;
  path: string;
  params: Record<string, string>;
  locale: 'sv' | 'en';
  operator: Operator | undefined;
  actor: Actor | undefined;
  customer: CustomerInScope | undefined;
  /** A caller's address, for throttling only; never stored or logged. */
  callerAddress: string;
  /** The headers of every answer, for what writes them together with its own. */
  answerHeaders: Readonly<Record<string, string>>;
};

/** Not there, or not for this actor: the two look the same. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** The scope of this visit's transactions. */
export function scopeOf(visit: Visit, purpose: string): Scope {
  return {
    purpose,
    accountId: visit.actor?.accountId,
    customerId: visit.customer?.id,
    staffOf: visit.actor?.staff ? visit.customer?.id : undefined,
  };
}

/** The person of a route that is only for signed-in people. */
export function actorOf(visit: Visit): Actor {
  if (!visit.actor) throw new NotFound();
  return visit.actor;
}

/** The customer of a route whose address names one. */
export function customerOf(visit: Visit): CustomerInScope {
  if (!visit.customer) throw new NotFound();
  return visit.customer;
}

/** Who runs the service. Without an operator every page but the set-up leads to the set-up. */
export function operatorOf({ operator }: Visit): Operator {
  if (!operator) throw new NotFound();
  return operator;
}

export function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** What a route does. A page whose whole reading fits one round trip names its queries: they travel
 * together with the entry. */
export type Action = ((visit: Visit) => Response | Promise<Response>) | OneTrip;
export type OneTrip = {
  queries(visit: Visit): Reads;
  answer(visit: Visit, rows: Record<string, unknown>[][]): Response | Promise<Response>;
};
