import type { Visit } from './platform/visit.ts';
import { frameOf } from './ui/page.tsx';
import { stylePage as drawnStylePage } from './ui/style-page.tsx';

/** The whole design system on one page, in development only. */
export const stylePage = (visit: Visit): Response =>
  new Response(drawnStylePage(frameOf(visit)), { headers: { 'content-type': 'text/html; charset=utf-8' } });
