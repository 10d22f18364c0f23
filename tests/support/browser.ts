import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.ts';

export type Person = {
  context: BrowserContext;
  page: Page;
  /** Addresses of other hosts that were asked for. */ strayRequests: string[];
  problems: string[];
};

/**
 * What the package sets for functions of a cloud and we do not want: a process for each page that starts from nothing
 * (a page takes half as long when it branches off from one that has begun).
 */
const unwanted = /^--(headless|single-process|no-zygote)/;

/** The Chromium that comes with the tests; nothing is fetched from anywhere. */
export async function startBrowser(): Promise<Browser> {
  chromium.setGraphicsMode = false;
  return playwright.launch({
    executablePath: await chromiumPath(),
    args: [
      ...chromium.args.filter((arg) => !unwanted.test(arg)),
      // Nobody watches: pages may share processes, and are drawn when someone asks for a picture.
      '--renderer-process-limit=2',
      '--disable-gpu-compositing',
      '--disable-background-networking',
      '--disable-component-update',
      '--autoplay-policy=user-gesture-required',
    ],
    headless: true,
    // Without a language of the machine's own, a browser loses the name of a file with å, ä or ö.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
}

export type Way = { javaScript: boolean; locale?: 'sv-SE' | 'en-GB'; width?: number };

/** Someone at a computer of their own, with or without scripts. */
export async function personAt(browser: Browser, baseUrl: string, { javaScript, locale = 'sv-SE', width = 1280 }: Way): Promise<Person> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    javaScriptEnabled: javaScript,
    locale,
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const strayRequests: string[] = [];
  const problems: string[] = [];
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== baseUrl) strayRequests.push(request.url());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4(04|22|29)/.test(message.text())) problems.push(message.text());
  });
  return { context, page, strayRequests, problems };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One page beside the others in each browser, to look at what they show: a page of its own for every look costs as much as the look. */
const probes = new WeakMap<Browser, Promise<Page>>();

async function openProbe(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, locale: 'sv-SE', reducedMotion: 'reduce' });
  await context.addInitScript({ content: axe });
  return context.newPage();
}

async function probeIn(browser: Browser, beside: Page): Promise<Page> {
  if (!probes.has(browser)) probes.set(browser, openProbe(browser));
  const probe = await probes.get(browser)!;
  const cookies = await beside.context().cookies();
  await probe.context().clearCookies();
  await probe.context().addCookies(cookies);
  await probe.setViewportSize(beside.viewportSize()!);
  const { origin } = new URL(beside.url());
  if (new URL(probe.url()).origin !== origin) {
    const nothing = { contentType: 'text/html; charset=utf-8', body: '<!doctype html><title>.</title>' };
    await probe.route(`${origin}/`, (route) => route.fulfill(nothing), { times: 1 });
    await probe.goto(`${origin}/`);
  }
  return probe;
}

/** Puts the markup of another page in the place of this one's: to go there would read axe as code again, which costs more than the look. */
async function show({ url, markup }: { url: string; markup: string }): Promise<void> {
  history.replaceState(null, '', url);
  const { documentElement } = new DOMParser().parseFromString(markup, 'text/html');
  document.replaceChild(document.adoptNode(documentElement), document.documentElement);
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(({ sheet }) => !sheet);
  const pictures = [...document.querySelectorAll<HTMLImageElement>('img:not([loading=lazy])')].filter(({ complete }) => !complete);
  await Promise.all(
    [...sheets, ...pictures].map(
      (awaited) =>
        new Promise((resolve) => {
          awaited.addEventListener('load', resolve);
          awaited.addEventListener('error', resolve);
        }),
    ),
  );
}

async function faultsOfAxe(): Promise<string[]> {
  const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/**
 * WCAG 2.2 AA on the page as it stands, and nothing wider than the screen at 320 px. A page without
 * scripts is looked at in the same browser, its markup read into a page where axe may run.
 */
export async function assertAccessible(browser: Browser, page: Page): Promise<void> {
  // A page that is on its way is empty.
  await page.locator('main').waitFor();
  const { pathname } = new URL(page.url());
  const markup = (await page.content()).replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');
  const probe = await probeIn(browser, page);
  await probe.evaluate(show, { url: page.url(), markup });
  const faults = await probe.evaluate(faultsOfAxe);
  if (faults.length > 0) throw new Error(`${pathname} is not accessible:\n${faults.join('\n')}`);
  await probe.setViewportSize({ width: 320, height: 800 });
  const overflow = await probe.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (Number(overflow) > 0) throw new Error(`${pathname} is ${String(overflow)} px wider than a 320 px screen`);
}

type Axe = { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

/** Without a network, once the page knows: a request that is kept alive may slip out while the browser is still told. */
export async function goOffline({ context, page }: Pick<Person, 'context' | 'page'>): Promise<void> {
  await context.setOffline(true);
  const isReached = () =>
    page.evaluate(() =>
      fetch('/halsa', { keepalive: true }).then(
        () => true,
        () => false,
      ),
    );
  for (const end = Date.now() + 5_000; Date.now() < end && (await isReached());) await page.waitForTimeout(20);
}
