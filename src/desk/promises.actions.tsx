import { promises } from '../../promises/index.ts';
import type { Visit } from '../platform/visit.ts';
import { page } from '../ui/page.tsx';
import { PromisesPage } from './pages/promises-page.tsx';
import { words } from './words.ts';

export function promisesPage(visit: Visit): Response {
  const { title } = words[visit.locale].promises;
  return page(visit, { title }, <PromisesPage promises={promises} locale={visit.locale} />);
}
