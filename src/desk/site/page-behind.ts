import { routes } from '../../routes.ts';

const pages = Object.values(routes)
  .filter(({ method }) => method === 'GET')
  .map(({ path }) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/:[a-z]+/g, '[^/]+')}$`));

/** The nearest page that can be opened: what a form answered on an address of its own has its page above it. */
export function pageBehind(address: string): string {
  const [path = '', query] = address.split('?', 2);
  if (pages.some((page) => page.test(path))) return query ? `${path}?${query}` : path;
  return path.length > 1 ? pageBehind(path.slice(0, Math.max(1, path.lastIndexOf('/')))) : '/';
}
