import { z } from 'zod';
import { routes, type RouteName } from '../routes.ts';
import type { Operation } from './operation.ts';
import { eventNames, events } from './webhooks/events.ts';
import { operations } from './operations/index.ts';

const json = (schema: unknown) => ({ 'application/json': { schema } });
const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return rest;
};
const problem = {
  description: 'What went wrong (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The OpenAPI document, made of the schemas that the calls are checked with. */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, operation] of Object.entries(operations) as [RouteName, Operation][]) {
    const { method, path } = routes[name];
    const address = path.replace(/:([a-z]+)/g, '{$1}');
    paths[address] = { ...paths[address], [method.toLowerCase()]: describeOperation(name, path, operation) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Kursiv',
      version: '1',
      description: 'What a customer of Kursiv reaches from its own programs, with a token of its own.',
    },
    security: [{ token: [] }],
    paths,
    webhooks: describeWebhooks(),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: schemaOf(z.object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() }), 'output'),
      },
    },
  };
}

/** What a customer's own program is sent, signed as Standard Webhooks says. */
function describeWebhooks() {
  const header = (name: string, description: string) => ({ name, in: 'header', required: true, schema: { type: 'string' }, description });
  const headers = [
    header('webhook-id', 'The same each time the same event is sent'),
    header('webhook-timestamp', 'When it was sent, in seconds since 1970'),
    header('webhook-signature', 'v1, and HMAC-SHA256 in base64 over id.timestamp.body, one for each secret that holds'),
  ];
  return Object.fromEntries(
    eventNames.map((name) => {
      const body = z.object({ type: z.literal(name), timestamp: z.iso.datetime(), data: events[name].data });
      const post = {
        operationId: name,
        summary: events[name].summary,
        parameters: headers,
        requestBody: { required: true, content: json(schemaOf(body, 'output')) },
        responses: {
          '2XX': { description: 'Taken; anything else is tried again for two days' },
          '410': { description: 'Not wanted any more' },
        },
      };
      return [name, { post }];
    }),
  );
}

function describeOperation(name: RouteName, path: string, operation: Operation) {
  const inPath = [...path.matchAll(/:([a-z]+)/g)].map(([, part]) => ({
    name: part,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const more =
    operation.kind === 'list'
      ? { name: 'after', in: 'query', schema: { type: 'string', format: 'uuid' }, description: 'From the Link header of the page before' }
      : { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 200 } };
  const answer = schemaOf(operation.answer, 'output');
  const whole =
    operation.kind === 'list' ? { type: 'object', properties: { items: { type: 'array', items: answer } }, required: ['items'] } : answer;
  return {
    operationId: name,
    summary: operation.summary,
    description: `Scope: ${operation.scope}`,
    parameters: [...inPath, more],
    ...(operation.kind === 'change' ? { requestBody: { required: true, content: json(schemaOf(operation.body, 'input')) } } : {}),
    responses: {
      [operation.kind === 'change' ? operation.status : 200]: { description: 'Done', content: json(whole) },
      default: problem,
    },
  };
}
