/** What went wrong, as RFC 9457 says it. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  readonly type: string;
  readonly headers: Record<string, string>;
  constructor(status: number, type: string, detail: string, headers: Record<string, string> = {}) {
    super(detail);
    this.status = status;
    this.type = type;
    this.headers = headers;
  }
}

export function problemAnswer({ status, type, message, headers }: ApiProblem, more: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: `urn:kursiv:problem:${type}`, title: type.replaceAll('-', ' '), status, detail: message }), {
    status,
    headers: { ...more, ...headers, 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}
