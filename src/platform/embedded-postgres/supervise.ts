import { setTimeout as delay } from 'node:timers/promises';
import { stopLeftovers } from './leftovers.ts';
import { launch, stopServer, type Launch, type Server } from './server.ts';

export type Supervision = {
  readonly server: Server;
  /** Called when the server is given up; it is not started again after that. */
  onExit(listener: (reason: string) => void): void;
  stop(): Promise<void>;
};

const quickMs = 30_000;
const failuresBorne = 5;
const firstPauseMs = 100;

/** Keeps a server running on its port: a crashed one is started again, which recovers by itself. */
export function supervise(spec: Launch, first: Server, onProgress: (line: string) => void): Supervision {
  let server = first;
  const listeners = new Set<(reason: string) => void>();
  const stopping = new AbortController();
  const endWithUs = () => server.child.kill('SIGINT');
  process.once('exit', endWithUs);

  async function keepRunning(): Promise<void> {
    for (let failures = 0; ;) {
      const started = Date.now();
      const reason = await server.ended;
      if (stopping.signal.aborted) return;
      failures = Date.now() - started < quickMs ? failures + 1 : 1;
      if (failures === failuresBorne) return giveUp(reason);
      onProgress(`PostgreSQL ended unexpectedly (${reason}); starting it again.`);
      await delay(firstPauseMs * 2 ** (failures - 1), undefined, { signal: stopping.signal }).catch(() => undefined);
      await stopLeftovers(spec.cluster.data, onProgress);
      if (stopping.signal.aborted) return;
      server = launch(spec, server.port);
      server.child.unref();
    }
  }

  function giveUp(reason: string): void {
    const story = `PostgreSQL ended ${failuresBorne} times in a row (${reason}). The end of its log:\n${spec.log.lastLines()}`;
    for (const listener of listeners) listener(story);
  }

  first.child.unref();
  const watching = keepRunning().catch((error: unknown) => giveUp(String(error)));
  return {
    get server() {
      return server;
    },
    onExit: (listener) => void listeners.add(listener),
    async stop() {
      stopping.abort();
      await stopServer(server);
      await watching;
      process.off('exit', endWithUs);
    },
  };
}
