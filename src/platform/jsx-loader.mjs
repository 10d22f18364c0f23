import { readFileSync } from 'node:fs';
import { enableCompileCache, registerHooks, setSourceMapsSupport } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'oxc-transform';

const options = { lang: 'tsx', sourceType: 'module', sourcemap: true, jsx: { runtime: 'automatic', importSource: 'preact' } };

setSourceMapsSupport(true);
// What has been read as code once is kept beside the packages: the next start, and each test file, need not read it anew.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/kursiv', import.meta.url)));

registerHooks({
  load(url, context, nextLoad) {
    if (!new URL(url).pathname.endsWith('.tsx')) return nextLoad(url, context);
    const file = fileURLToPath(url);
    const { code, map, errors } = transformSync(file, readFileSync(file, 'utf8'), options);
    if (errors.length > 0) throw new SyntaxError(errors.map((error) => error.codeframe ?? error.message).join('\n'));
    const sourceMap = Buffer.from(JSON.stringify({ ...map, sources: [url] })).toString('base64');
    const source = `${code}\n//# sourceMappingURL=data:application/json;base64,${sourceMap}\n`;
    return { format: 'module', source, shortCircuit: true };
  },
});
