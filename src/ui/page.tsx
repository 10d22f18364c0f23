import { href } from '../routes.ts';
import type { Frame } from './frame.ts';
import { drawPage, type Content } from './layout.tsx';
import { frameWords } from './frame-words.ts';
import { recent } from './recent.ts';

/** What a page needs to know of a visit; the visit itself has more. */
export type Visitor = {
  path: string;
  locale: 'sv' | 'en';
  operator: { name: string } | undefined;
  actor: { givenName: string; staffSomewhere: string | null; operatorRoles: readonly string[]; unread: number } | undefined;
  house: { development: boolean };
  answerHeaders: Readonly<Record<string, string>>;
};

export type PageOptions = {
  title: string;
  status?: number;
  width?: 'read' | 'wide' | 'narrow';
  scripts?: readonly string[];
  description?: string;
  aside?: Content;
  asideLabel?: string;
  flash?: Frame['flash'];
};

/** Renders a whole page and answers with it. Personal pages are never stored by anyone (E-04). */
export function page(visitor: Visitor, options: PageOptions, body: Content): Response {
  const { status = 200, flash, ...layout } = options;
  const frame = frameOf(visitor);
  const document = drawPage({ ...layout, frame: flash ? { ...frame, flash } : frame, children: body });
  const response = new Response(document, {
    status,
    headers: {
      ...visitor.answerHeaders,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': visitor.actor ? 'private, no-store' : 'private, no-cache',
      vary: 'cookie, accept-language',
    },
  });
  complete.add(response);
  return response;
}

// Headers that are set one by one afterwards cost more than drawing the page.
const complete = new WeakSet<Response>();

/** Whether the answer is a page, which carries the headers of every answer already. */
export const hasAnswerHeaders = (response: Response): boolean => complete.has(response);

const framesKept = 500;
const frames = recent<Frame>(framesKept);

/** What stands around a page for this visitor: made once for all who see the same, and told which place is theirs. */
export function frameOf(visitor: Visitor): Frame {
  const { path, locale, operator, actor, house } = visitor;
  const shape = JSON.stringify([
    locale,
    operator?.name,
    actor && [actor.staffSomewhere, onBell(actor.unread), ...actor.operatorRoles],
    house.development,
  ]);
  const shared = frames(shape, () => ({ ...sharedFrame(visitor), shape }));
  const account = actor && { account: { label: actor.givenName || frameWords[locale].account } };
  if (!shared.navigation.some((link) => link.href === path)) return { ...shared, ...account, path };
  const navigation = shared.navigation.map((link) => ({ ...link, current: link.href === path }));
  return { ...shared, ...account, path, navigation, shape: `${shape} ${path}` };
}

function sharedFrame({ locale, operator, actor, house }: Visitor): Frame {
  const text = frameWords[locale];
  const link = (to: string, label: string) => ({ href: to, text: label });
  const runsTheService = actor?.operatorRoles.some((role) => role === 'support' || role === 'executive');
  return {
    locale,
    path: '',
    operatorName: operator?.name ?? 'Kursiv',
    ...(actor ? { bell: { href: href('notifications'), count: onBell(actor.unread) } } : {}),
    navigation: [
      ...(actor ? [link(href('home'), text.navigation.home)] : []),
      link(href('catalogue'), text.navigation.catalogue),
      ...(actor?.staffSomewhere ? [link(href('inbox', { customer: actor.staffSomewhere }), text.navigation.inbox)] : []),
      ...(actor?.operatorRoles.includes('support') ? [link(href('enquiries'), text.navigation.enquiries)] : []),
      ...(runsTheService
        ? [link(href('customers'), text.navigation.customers), link(href('deskPurchases'), text.navigation.purchases)]
        : []),
      ...(actor?.operatorRoles.includes('executive') ? [link(href('shopDesk'), text.navigation.shop)] : []),
      ...(actor?.operatorRoles.includes('dpo')
        ? [
            link(href('dpoEnquiries'), text.navigation.dpoEnquiries),
            link(href('dataRequests'), text.navigation.dataRequests),
            link(href('dataMapPage'), text.navigation.dataMap),
          ]
        : []),
      ...(runsTheService ? [link(href('operations'), text.navigation.operations)] : []),
      ...(actor?.operatorRoles.some((role) => role === 'dpo' || role === 'executive')
        ? [link(href('retention'), text.navigation.retention)]
        : []),
      ...(actor?.staffSomewhere ? [link(href('myRoles'), text.navigation.myRoles)] : []),
      ...(actor ? [link(href('myData'), text.navigation.myData)] : [link(href('key'), text.navigation.key)]),
      ...(actor?.staffSomewhere ? [link(href('coursesToRun', { customer: actor.staffSomewhere }), text.navigation.coursesToRun)] : []),
    ],
    footer: [
      { href: href('contact'), text: text.footer.contact },
      { href: href('companyServices'), text: text.footer.companyServices },
      { href: href('dpo'), text: text.footer.dpo },
      { href: href('newsletter'), text: text.footer.newsletter },
      { href: href('terms'), text: text.footer.terms },
      { href: href('privacyPolicy'), text: text.footer.privacyPolicy },
      { href: href('cookies'), text: text.footer.cookies },
      { href: href('trust'), text: text.footer.promises },
      { href: href('accessibility'), text: text.footer.accessibility },
    ],
    languageHref: href('chooseLanguage'),
    signInHref: href('signIn'),
    signOutHref: href('endSession'),
    accountHref: href('account'),
    startHref: href('start'),
    development: house.development,
  };
}

/** Few values, since the frame is drawn once for each. */
const onBell = (unread: number): string => (unread > 9 ? '9+' : unread > 0 ? String(unread) : '');
