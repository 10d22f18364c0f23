import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { transformSync } from 'oxc-transform';

/** What the browsers of README.md understand; what is newer in the language is written in older words. */
export const browserTarget = 'es2022';

const importOfAnother = /(^import\s*|^(?:import|export)\b[^"'\n;=]*\bfrom\s*|\bimport\()(["'])([^"'\n]+)\2/gm;

function compile(file: string): string {
  const { code, errors } = transformSync(file, readFileSync(file, 'utf8'), { lang: 'ts', sourceType: 'module', target: browserTarget });
  if (errors.length > 0) throw new SyntaxError(errors.map((error) => error.codeframe ?? error.message).join('\n'));
  return code;
}

/**
 * Compiles every module of a folder to one browser module each. `publish` is handed a module after those it imports and
 * answers with its address, which the importing module is then written with.
 */
export function compileBrowserModules(folder: string, publish: (name: string, code: string) => string): void {
  if (!existsSync(folder)) return;
  const hrefs = new Map<string, string>();
  const underWay = new Set<string>();

  function hrefOf(source: string): string {
    const known = hrefs.get(source);
    if (known !== undefined) return known;
    if (underWay.has(source)) throw new Error(`${folder}: ${[...underWay, source].join(' → ')} import each other in a ring`);
    underWay.add(source);
    const code = compile(join(folder, source)).replaceAll(importOfAnother, (_, lead: string, quote: string, target: string) => {
      if (!/^\.\/[\w-]+\.ts$/.test(target))
        throw new Error(`${join(folder, source)} imports "${target}"; only its neighbours reach the browser`);
      return `${lead}${quote}${hrefOf(basename(target))}${quote}`;
    });
    underWay.delete(source);
    const href = publish(source.replace(/\.ts$/, '.js'), code);
    hrefs.set(source, href);
    return href;
  }

  for (const source of readdirSync(folder).sort()) {
    if (source.endsWith('.ts') && !source.endsWith('.test.ts') && !source.endsWith('.d.ts')) hrefOf(source);
  }
}
