import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { commands } from './commands/index.ts';
import { SettingsError } from './platform/settings.ts';
import { FolderInUse } from './platform/embedded-postgres/index.ts';

/** The command line: `npx kursiv <command>`. Exit codes: 0 done, 1 failed, 2 misused. */
async function main(argv: string[]): Promise<number> {
  const [name = 'start', ...rest] = argv[0]?.startsWith('-') ? ['start', ...argv] : argv;
  const command = commands[name];
  if (name === 'help' || !command) {
    console.log(overview());
    return name === 'help' ? 0 : 2;
  }
  const options: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' }, ...command.options };
  const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true, strict: true });
  if (values['help']) {
    console.log(`kursiv ${command.usage}\n\n${command.means}`);
    return 0;
  }
  return command.run({ values, positionals });
}

function overview(): string {
  const lines = Object.values(commands).map(({ usage, means }) => `  ${usage.padEnd(34)}${means.split('\n')[0]}`);
  return `Kursiv, courses that keep their privacy policy.\n\n${lines.join('\n')}\n\nEach takes --help.`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const known =
    error instanceof SettingsError || error instanceof FolderInUse || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(known ? (error as Error).message : error);
  process.exitCode = known ? 2 : 1;
}
