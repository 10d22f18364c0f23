import type { ComponentChildren } from 'preact';
import { href } from '../routes.ts';
import type { Frame } from './frame.ts';
import { Layout, renderDocument } from './layout.tsx';
import { frameWords } from './frame-words.ts';

/** What a page needs to know of a visit; the visit itself has more. */
export type Visitor = {
  url: URL;
  locale: 'sv' | 'en';
  operator: { name: string } | undefined;
  actor: { givenName: string; staffSomewhere: string | null; operatorRoles: readonly string[] } | undefined;
  house: { development: boolean };
  answerHeaders: Readonly<Record<string, string>>;
};

export type PageOptions = {
  title: string;
  status?: number;
  width?: 'read' | 'wide' | 'narrow';
  scripts?: readonly string[];
  description?: string;
  aside?: ComponentChildren;
  asideLabel?: string;
  flash?: Frame['flash'];
};

/** Renders a whole page and answers with it. Personal pages are never stored by anyone (E-04). */
export function page(visitor: Visitor, options: PageOptions, body: ComponentChildren): Response {
  const { status = 200, flash, ...layout } = options;
  const frame = frameOf(visitor);
  const document = renderDocument(
    <Layout frame={flash ? { ...frame, flash } : frame} {...layout}>
      {body}
    </Layout>,
  );
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

export function frameOf({ url, locale, operator, actor, house }: Visitor): Frame {
  const text = frameWords[locale];
  const path = url.pathname;
  const link = (to: string, label: string) => ({ href: to, text: label, current: path === to });
  return {
    locale,
    path,
    operatorName: operator?.name ?? 'Kursiv',
    ...(actor ? { account: { label: actor.givenName || text.account } } : {}),
    navigation: [
      ...(actor ? [link(href('home'), text.navigation.home)] : []),
      link(href('catalogue'), text.navigation.catalogue),
      ...(actor?.staffSomewhere ? [link(href('inbox', { customer: actor.staffSomewhere }), text.navigation.inbox)] : []),
      ...(actor?.operatorRoles.includes('support') ? [link(href('enquiries'), text.navigation.enquiries)] : []),
      ...(actor?.operatorRoles.includes('dpo') ? [link(href('dpoEnquiries'), text.navigation.dpoEnquiries)] : []),
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
      { href: href('terms'), text: text.footer.terms },
      { href: href('privacyPolicy'), text: text.footer.privacyPolicy },
      { href: href('cookies'), text: text.footer.cookies },
      { href: href('promises'), text: text.footer.promises },
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
