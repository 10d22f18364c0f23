import { once } from 'node:events';
import { get, type ClientRequest, type IncomingMessage } from 'node:http';

export type ReadEvent = { name: string; id: string | undefined; data: unknown };

/** Reads server-sent events as a browser does, and can lose its line. */
export class EventReader {
  readonly events: ReadEvent[] = [];
  response!: IncomingMessage;
  ended = false;
  text = '';
  request!: ClientRequest;

  async open(port: number, path: string, cookie: string, headers: Record<string, string> = {}): Promise<this> {
    this.request = get({ port, path, headers: { cookie, ...headers }, agent: false });
    this.request.on('error', () => {});
    [this.response] = (await once(this.request, 'response')) as [IncomingMessage];
    this.response.setEncoding('utf8');
    this.response.on('error', () => {});
    this.response.on('close', () => (this.ended = true));
    this.response.on('data', (part: string) => this.#read(part));
    return this;
  }

  #read(part: string): void {
    this.text += part;
    const blocks = this.text.split('\n\n');
    this.text = blocks.pop()!;
    for (const block of blocks) {
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const data = field('data');
      if (data !== undefined) this.events.push({ name: field('event')!, id: field('id'), data: JSON.parse(data) });
      else if (block.startsWith(':')) this.events.push({ name: 'comment', id: undefined, data: block });
    }
  }

  named = (name: string) => this.events.filter((event) => event.name === name);
  /** The places of the messages that have come, in the order they came. */
  get ids(): number[] {
    return this.named('message').map(({ id }) => Number.parseInt(id!, 10));
  }
  /** What the browser would say when it comes back. */
  get lastId(): string | undefined {
    return this.events.findLast(({ id }) => id !== undefined)?.id;
  }
  drop(): void {
    this.request.destroy();
  }
}
