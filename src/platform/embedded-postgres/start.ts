import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareCluster } from './cluster.ts';
import { lockFolder } from './folder-lock.ts';
import { findInstallation, type Installation } from './installation.ts';
import { stopLeftovers } from './leftovers.ts';
import { chooseRunAs } from './run-as.ts';
import { openServerLog, type ServerLog } from './server-log.ts';
import { launchOnFreePort, urlOf } from './server.ts';
import { supervise, type Supervision } from './supervise.ts';

export type EmbeddedPostgres = {
  /** The owner's connection string; it stays the same while the server is restarted. */
  readonly url: string;
  /** Of the server that runs now. */
  readonly pid: number;
  /** Ends every session, waits until the server is gone and lets go of the folder. */
  stop(): Promise<void>;
  /** Called when the server died and could not be kept running. */
  onExit(listener: (reason: string) => void): void;
};

type EmbeddedPostgresOptions = {
  folder: string;
  onProgress?: (line: string) => void;
  /** False: what is written may be lost when the machine stops. For tests. */
  durable?: boolean;
  maxConnections?: number;
};

type Complete = Required<EmbeddedPostgresOptions> & { installation: Installation };

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  return startWith(await findInstallation(), options);
}

export async function startWith(installation: Installation, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.folder, { recursive: true });
  const folder = await realpath(options.folder);
  const unlock = await lockFolder(folder);
  const { onProgress = () => undefined, durable = true, maxConnections = 100 } = options;
  try {
    return await startLocked({ folder, onProgress, durable, maxConnections, installation }, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function startLocked(options: Complete, unlock: () => Promise<void>): Promise<EmbeddedPostgres> {
  const { folder, installation, onProgress } = options;
  const { bin, lib, share } = installation;
  const runAs = await chooseRunAs(join(folder, 'postgres'), [folder, bin, lib, share]);
  const cluster = await prepareCluster({ ...options, runAs });
  await stopLeftovers(cluster.data, onProgress);
  const log = openServerLog(folder);
  try {
    const spec = { ...options, cluster, runAs, log };
    const supervision = supervise(spec, await launchOnFreePort(spec), onProgress);
    return handleOf(supervision, urlOf(cluster, supervision.server.port), log, unlock);
  } catch (error) {
    log.close();
    throw error;
  }
}

function handleOf(supervision: Supervision, url: string, log: ServerLog, unlock: () => Promise<void>): EmbeddedPostgres {
  let stopped: Promise<void> | undefined;
  async function stop() {
    await supervision.stop();
    log.close();
    await unlock();
  }
  return {
    url,
    get pid() {
      return supervision.server.pid;
    },
    onExit: supervision.onExit,
    stop: () => (stopped ??= stop()),
  };
}
