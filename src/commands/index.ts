import { backup, drill, restore } from './backups.ts';
import type { Command } from './command.ts';
import { doctor, erase, exportCommand, migrateCommand, scan, seed, sweep, worker } from './maintenance.ts';
import { map } from './map.ts';
import { verify } from './verify.ts';
import { staff } from './staff.ts';
import { start } from './start.ts';

export const commands: Record<string, Command> = {
  start,
  worker,
  migrate: migrateCommand,
  seed,
  sweep,
  export: exportCommand,
  erase,
  scan,
  staff,
  backup,
  restore,
  drill,
  map,
  verify,
  doctor,
};
