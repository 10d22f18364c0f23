import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { doesNotLoad, type Checks, type Task, type Verdict } from './verdict.ts';

/** Works through mutants in a thread: each is a graph of modules of its own, in which one source is changed. */
const changed = new Map<string, { target: string; source: string }>();
const graph = /[?&]mutant=(\d+)/;
const isOurs = (url: string) => url.startsWith('file:') && !url.includes('/node_modules/') && !url.includes('/data-map/');

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const number = context.parentURL && graph.exec(context.parentURL)?.[1];
    return number && isOurs(resolved.url) && !graph.test(resolved.url)
      ? { ...resolved, url: `${resolved.url}?mutant=${number}` }
      : resolved;
  },
  load(url, context, next) {
    const change = changed.get(graph.exec(url)?.[1] ?? '');
    if (!change || fileURLToPath(url.split('?')[0]!) !== change.target) return next(url, context);
    return { format: 'module', source: stripTypeScriptTypes(change.source), shortCircuit: true };
  },
});

async function judge({ number, target, mutant, checks }: Task): Promise<Verdict> {
  const source = readFileSync(target, 'utf8');
  if (mutant) changed.set(String(number), { target, source: source.slice(0, mutant.start) + mutant.text + source.slice(mutant.end) });
  try {
    const loaded = (await import(`${pathToFileURL(checks).href}?mutant=${number}`)) as { checks: Checks };
    for (const [name, check] of Object.entries(loaded.checks)) {
      try {
        await check();
      } catch {
        return { number, killedBy: name };
      }
    }
    return { number, killedBy: undefined };
  } catch {
    return { number, killedBy: doesNotLoad };
  } finally {
    changed.delete(String(number));
  }
}

parentPort?.on('message', (task: Task) => void judge(task).then((verdict) => parentPort!.postMessage(verdict)));
