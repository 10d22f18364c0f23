import type { Frame } from './frame.ts';
import { otherLocale, type Locale } from './locale.ts';
import { words } from './words.ts';

// As many as a phone's bottom bar holds; the rest are reached from its menu.
const inBottomBar = 4;

type PageHeaderProps = {
  frame: Frame;
  /** Where the change of language leads back to. */
  path: string;
  /** What the person is called; a visitor has no account. */
  account: string | undefined;
};

export function PageHeader({ frame, path, account }: PageHeaderProps) {
  const text = words[frame.locale];
  return (
    <header class="top">
      <a class="wordmark" href={frame.startHref} aria-label={text.startPage}>
        Kursiv
      </a>
      {frame.navigation.length > 0 && <Navigation frame={frame} />}
      {frame.bell && <Bell bell={frame.bell} isHere={frame.path === frame.bell.href} locale={frame.locale} />}
      {account ? <AccountMenu frame={frame} path={path} label={account} /> : <VisitorLinks frame={frame} path={path} />}
    </header>
  );
}

type BellProps = { bell: NonNullable<Frame['bell']>; isHere: boolean; locale: Locale };

/** What has happened, a press away on every page. */
function Bell({ bell: { href, count }, isHere, locale }: BellProps) {
  const text = words[locale];
  return (
    <a class="bell" href={href} aria-current={isHere ? 'page' : undefined}>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
        <path
          d="M12 3a6 6 0 0 0-6 6v4l-2 4h16l-2-4V9a6 6 0 0 0-6-6Zm-2 16a2 2 0 0 0 4 0"
          fill="none"
          stroke="currentColor"
          stroke-width="1.6"
        />
      </svg>
      <span class="unseen">{text.notifications}</span>
      {count && (
        <>
          <span class="count" aria-hidden="true">
            {count}
          </span>
          <span class="unseen"> ({text.unread(count)})</span>
        </>
      )}
    </a>
  );
}

function Navigation({ frame }: { frame: Frame }) {
  return (
    <nav class="main-nav" aria-label={words[frame.locale].navigation}>
      <ul>
        {frame.navigation.map((item, index) => (
          <li key={item.href} class={index < inBottomBar ? undefined : 'beyond'}>
            <NavigationLink item={item} frame={frame} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NavigationLink({ item, frame }: { item: Frame['navigation'][number]; frame: Frame }) {
  return (
    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
      {item.text}
      {item.badge ? (
        <>
          {' '}
          <span class="count" aria-hidden="true">
            {item.badge}
          </span>
          <span class="unseen">({words[frame.locale].unread(String(item.badge))})</span>
        </>
      ) : null}
    </a>
  );
}

function AccountMenu({ frame, path, label }: { frame: Frame; path: string; label: string }) {
  const text = words[frame.locale];
  const beyond = frame.navigation.slice(inBottomBar);
  return (
    <>
      <button type="button" class="menu-open" popovertarget="account-menu">
        {text.menu}
      </button>
      <div id="account-menu" class="account sheet" popover="auto">
        {beyond.length > 0 && (
          <ul class="on-phone">
            {beyond.map((item) => (
              <li key={item.href}>
                <NavigationLink item={item} frame={frame} />
              </li>
            ))}
          </ul>
        )}
        <a class="account-name" href={frame.accountHref} aria-current={frame.path === frame.accountHref ? 'page' : undefined}>
          {label}
        </a>
        <LanguageSwitch frame={frame} path={path} />
        <form method="post" action={frame.signOutHref}>
          <button class="as-link">{text.signOut}</button>
        </form>
      </div>
    </>
  );
}

function VisitorLinks({ frame, path }: { frame: Frame; path: string }) {
  return (
    <div class="visitor">
      <LanguageSwitch frame={frame} path={path} />
      <a href={frame.signInHref}>{words[frame.locale].signIn}</a>
    </div>
  );
}

function LanguageSwitch({ frame, path }: { frame: Frame; path: string }) {
  const other = otherLocale(frame.locale);
  return (
    <form method="post" action={frame.languageHref}>
      <input type="hidden" name="return" value={path} />
      <button class="as-link" name="locale" value={other} lang={other}>
        {words[frame.locale].otherLanguage}
      </button>
    </form>
  );
}
