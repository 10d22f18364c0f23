import type { Visit } from './platform/visit.ts';
import { renderDocument } from './ui/layout.tsx';
import { frameOf } from './ui/page.tsx';
import { StylePage } from './ui/style-page.tsx';

/** The whole design system on one page, in development only. */
export function stylePage(visit: Visit): Response {
  return new Response(renderDocument(<StylePage frame={frameOf(visit)} />), { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
