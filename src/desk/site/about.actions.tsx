import { operatorOf, type Visit } from '../../platform/visit.ts';
import { page } from '../../ui/page.tsx';
import { AccessibilityPage } from './pages/accessibility-page.tsx';
import { words } from './words.ts';

export function accessibility(visit: Visit): Response {
  const { title } = words[visit.locale].accessibility;
  return page(visit, { title }, <AccessibilityPage contactEmail={operatorOf(visit).contactEmail} locale={visit.locale} />);
}
