import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { actions } from './actions.ts';
import { withCookie } from './platform/cookies.ts';
import { enter, enterNowhere, localeOfRequest, nameOperator } from './platform/enter.ts';
import type { House } from './platform/house.ts';
import { problemOf } from './platform/log.ts';
import { UnreadableBody } from './platform/read-body.ts';
import { isSameOrigin, secureHeaders, setSecureHeaders } from './platform/same-origin.ts';
import { NotFound, json, redirect, type Action, type Visit } from './platform/visit.ts';
import { agreementEnded } from './customers/index.ts';
import { isSessionDue, keepSession } from './sign-in/index.ts';
import { href, idPattern, paramPatterns, routes, type Route, type RouteName } from './routes.ts';
import { assetResponse } from './ui/asset-response.ts';
import { errorPage } from './ui/error-page.tsx';
import { hasAnswerHeaders } from './ui/page.tsx';

/** The life of a request, from the address to the answer. */
export function createApp(house: House): Hono {
  const app = new Hono();
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Route = routes[name];
    app.on(route.method, route.path, (context) => answer(house, name, route, context));
  }
  app.get('/assets/*', async (context) => (await assetResponse(context.req.raw)) ?? unknownAddress(house, context));
  // Not a route for every address: with a second handler each answer goes through a chain of middleware.
  app.notFound((context) => unknownAddress(house, context));
  return app;
}

async function answer(house: House, name: RouteName, route: Route, context: Context): Promise<Response> {
  const began = performance.now();
  const request = nextRequest();
  const visit = newVisit(house, context);
  const response = await respondOrTell(visit, name, route, request);
  if (!hasAnswerHeaders(response)) setSecureHeaders(response, house.publicUrl);
  house.log.info({
    request,
    route: name,
    method: route.method,
    status: response.status,
    ms: Math.round(performance.now() - began),
  });
  return response;
}

async function respondOrTell(visit: Visit, name: RouteName, route: Route, request: string): Promise<Response> {
  try {
    const response = await respond(visit, route, actions[name]);
    return isSessionDue(visit) ? await keepSignedIn(visit, response) : response;
  } catch (error) {
    return failed(visit, name, route, request, error);
  }
}

const sinceStart = randomUUID().slice(0, 8);
let requests = 0;
/** What a fault and the line of its request have in common in the log: this run of the program, and the how manyth of it. */
const nextRequest = (): string => `${sinceStart}-${++requests}`;

async function respond(visit: Visit, route: Route, action: Action): Promise<Response> {
  if (!hasKnownParams(visit.params)) throw new NotFound();
  if (route.method === 'POST' && route.from !== 'anywhere' && !isSameOrigin(visit.request, visit.house.publicUrl))
    return refused(visit, route, 403);
  const rows = await enter(visit, 'queries' in action ? action.queries(visit) : []);
  return admit(visit, route) ?? ('queries' in action ? action.answer(visit, rows) : action(visit));
}

/** A session that is in use stays, and gets a new token once a day; an answer that set its own is left. */
async function keepSignedIn(visit: Visit, response: Response): Promise<Response> {
  if (response.headers.has('set-cookie')) return response;
  const setCookie = await keepSession(visit);
  return setCookie ? withCookie(response, setCookie) : response;
}

/** Who may; undefined lets the visit through. Not allowed and not there look the same. */
function admit(visit: Visit, route: Route): Response | undefined {
  const { actor, house } = visit;
  if (route.path.startsWith('/k/:customer') && !visit.customer) throw new NotFound();
  if (route.who === 'development' && !house.development) throw new NotFound();
  if (route.who === 'signed-in' || route.who === 'staff' || route.who === 'operator') {
    if (!actor) return route.answers === 'data' ? refused(visit, route, 401) : redirect(signInAndReturn(visit));
    if (route.who === 'staff' && !actor.staff) throw new NotFound();
    if (route.who === 'operator' && actor.operatorRoles.length === 0) throw new NotFound();
  }
  if (visit.customer?.endedAt && route.afterEnd !== 'open') return ended(visit, route);
  if (!visit.operator && route.path !== href('setUp') && route.answers !== 'data') return redirect(href('setUp'));
  if (actor && route.gate !== 'open' && (actor.closed || !actor.acceptedTerms)) return gate(visit, route);
  if (actor && route.proof === 'recent' && isLongAgo(actor.confirmedAt, house)) {
    return redirect(`${href('confirmPerson')}?vidare=${encodeURIComponent(visit.url.pathname)}`);
  }
  return undefined;
}

/** The customer's agreement has ended: its people are told so and where their own data is; to others there is no such place. */
function ended(visit: Visit, route: Route): Response {
  if (!visit.actor || visit.actor.roles.length === 0) throw new NotFound();
  return route.answers === 'data' ? json({ problem: 'ended' }, 410) : agreementEnded(visit);
}

const proofLastsMs = 10 * 60_000;
const isLongAgo = (time: string, house: House) => house.clock.now().getTime() - new Date(time).getTime() > proofLastsMs;

/** E-05: without the terms in force only export, closing and signing out are left. */
function gate(visit: Visit, route: Route): Response {
  if (route.answers === 'data') return json({ problem: 'gate' }, 403);
  if (visit.actor?.closed) return redirect(href('closing'));
  const back = route.method === 'GET' ? `?vidare=${encodeURIComponent(visit.url.pathname)}` : '';
  return redirect(href('termsGate') + back);
}

function signInAndReturn(visit: Visit): string {
  return visit.request.method === 'GET' ? `${href('signIn')}?vidare=${encodeURIComponent(visit.url.pathname)}` : href('signIn');
}

function refused(visit: Visit, route: Route, status: 401 | 403): Response {
  if (route.answers === 'data') return json({ problem: 'refused' }, status);
  nameOperator(visit);
  return errorPage(visit, status);
}

/** Errors are told once, here: known ones as what they are, others as a fault of ours. */
async function failed(visit: Visit, name: RouteName, route: Route, request: string, error: unknown): Promise<Response> {
  const status = error instanceof NotFound ? 404 : error instanceof UnreadableBody ? error.status : 500;
  if (status === 500) visit.house.log.error({ request, route: name, ...problemOf(error) }, 'request failed');
  if (status !== 404) nameOperator(visit);
  if (route.answers === 'data') return json({ problem: status === 404 ? 'not found' : 'failed' }, status);
  return status === 404 && !visit.operator ? nothingHere(visit) : errorPage(visit, status);
}

const unknownAddress = (house: House, context: Context): Promise<Response> => nothingHere(newVisit(house, context));

/** An address that leads nowhere, found out before anyone has entered. */
async function nothingHere(visit: Visit): Promise<Response> {
  await enterNowhere(visit).catch((error: unknown) => visit.house.log.warn(problemOf(error), 'not entered'));
  return errorPage(visit, 404);
}

function hasKnownParams(params: Record<string, string>): boolean {
  for (const name in params) if (!(paramPatterns[name] ?? idPattern).test(params[name]!)) return false;
  return true;
}

/** The path of a whole address as the server writes it: what URL calls pathname. */
function pathOf(address: string): string {
  const path = address.slice(address.indexOf('/', address.indexOf('//') + 2));
  const end = path.search(/[?#]/);
  return end === -1 ? path : path.slice(0, end);
}

/** A zero is no character that the database takes, and none that an address of ours has: it is left out, as in a form. */
const withoutZeros = (address: string): string => address.replaceAll('%00', '');

function newVisit(house: House, context: Context): Visit {
  const incoming = (context.env as { incoming?: { socket: { remoteAddress?: string } } } | undefined)?.incoming;
  const address = context.req.url;
  let url: URL | undefined;
  return {
    house,
    request: context.req.raw,
    get url() {
      return (url ??= new URL(withoutZeros(address)));
    },
    path: pathOf(address),
    params: context.req.param() as Record<string, string>,
    locale: localeOfRequest(context.req.raw),
    operator: undefined,
    actor: undefined,
    customer: undefined,
    callerAddress:
      (house.behindProxy && context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()) || incoming?.socket.remoteAddress || '',
    answerHeaders: secureHeaders(house.publicUrl),
  };
}
