import { SettingsError } from '../platform/settings.ts';
import { mapAs, mapFormats, type MapFormat } from '../privacy/index.ts';
import { text, type Command } from './command.ts';

export const map: Command = {
  usage: 'map [--format dpv|fideslang]',
  means: 'Prints the data map in an open format: W3C DPV as JSON-LD (default) or fideslang as YAML',
  options: { format: { type: 'string' } },
  run(given) {
    const format = text(given, 'format') ?? 'dpv';
    if (!mapFormats.includes(format as MapFormat)) throw new SettingsError(`--format must be ${mapFormats.join(' or ')}.`);
    process.stdout.write(mapAs(format as MapFormat));
    return Promise.resolve(0);
  },
};
