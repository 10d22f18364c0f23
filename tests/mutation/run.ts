import { writeFile } from 'node:fs/promises';
import { judgeMutants, type Judged } from './judge-mutants.ts';
import { targets } from './targets.ts';

/** `npm run mutation`: every change of the derivation code, and how many of them the checks notice. */
const judged: Judged[] = [];
for (const [path, checks] of Object.entries(targets)) {
  const began = performance.now();
  const found = await judgeMutants(path, checks);
  judged.push(...found);
  process.stderr.write(`${path}: ${found.length} in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}

const percent = (those: Judged[]) => ((100 * those.filter(({ killedBy }) => killedBy).length) / those.length).toFixed(1);
const alive = judged.filter(({ killedBy }) => !killedBy);
const report = `# How many changes of the derivation code are noticed

\`npm run mutation\` changes the code that makes plans and rules of the data map in one place at a time (a condition, an operator, a text, a
list, a call, a return, a statement) and runs the checks of \`tests/mutation/checks\` on it. A change that every check passes has survived.

| file | changes | noticed | % |
|---|---:|---:|---:|
${Object.keys(targets)
  .map((path) => {
    const those = judged.filter((one) => one.path === path);
    return `| \`${path}\` | ${those.length} | ${those.filter(({ killedBy }) => killedBy).length} | ${percent(those)} |`;
  })
  .join('\n')}
| **all** | **${judged.length}** | **${judged.length - alive.length}** | **${percent(judged)}** |

The bar is 90 %. What survived:

${alive.map(({ path, line, kind, text }) => `- \`${path.replace('src/privacy/', '')}:${line}\` ${kind} → \`${text.replace(/\s+/g, ' ').slice(0, 80) || 'nothing'}\``).join('\n')}
`;
await writeFile(new URL('../../docs/mutation.md', import.meta.url), report);
process.stdout.write(report);
process.exitCode = Number(percent(judged)) >= 90 ? 0 : 1;
