import type { ComponentChildren } from 'preact';
import type { Locale } from '../../ui/locale.ts';

type InLanguageProps = { language: string; locale: Locale; children: ComponentChildren; block?: boolean };

/** Says which language its words are in, where that is not the page's (WCAG 3.1.2). */
export function InLanguage({ language, locale, children, block }: InLanguageProps) {
  if (language === locale) return <>{children}</>;
  const Element = block ? 'div' : 'span';
  return <Element lang={language}>{children}</Element>;
}
