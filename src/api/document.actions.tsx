import type { Visit } from '../platform/visit.ts';
import { href, routes, type RouteName } from '../routes.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { page } from '../ui/page.tsx';
import { Table } from '../ui/table.tsx';
import { openApiDocument } from './openapi.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations/index.ts';
import { eventNames } from './webhooks/events.ts';
import { webhookWords } from './webhooks/words.ts';
import { words } from './words.ts';

export function apiDocument(): Response {
  return new Response(JSON.stringify(openApiDocument()), {
    headers: { 'content-type': 'application/vnd.oai.openapi+json;version=3.1', 'cache-control': 'public, max-age=300' },
  });
}

/** What the API does, for people. */
export function apiPage(visit: Visit): Response {
  const text = words[visit.locale].document;
  const { document: about } = webhookWords[visit.locale];
  const rows = (Object.entries(operations) as [RouteName, Operation][]).map(([name, operation]) => ({ ...routes[name], operation }));
  return page(
    visit,
    { title: text.title, width: 'wide' },
    <>
      <PageHeading title={text.title} lead={text.lead}>
        <a href={href('apiDocument')}>{text.file}</a>
      </PageHeading>
      <h2>{text.how}</h2>
      <ul>
        {[text.token, text.again, text.pages, text.limits, text.problems].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{text.calls}</h2>
      <Table
        caption={text.calls}
        captionHidden
        rows={rows}
        empty=""
        columns={[
          { title: text.call, cell: ({ method, path }) => <code>{`${method} ${path.replace(/:([a-z]+)/g, '{$1}')}`}</code> },
          { title: text.does, cell: ({ operation }) => <span lang="en">{operation.summary}</span> },
          { title: text.scope, cell: ({ operation }) => <code>{operation.scope}</code> },
        ]}
      />
      <h2>{about.title}</h2>
      <p>{about.lead}</p>
      <ul>
        {about.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Table
        caption={about.title}
        captionHidden
        rows={eventNames}
        empty=""
        columns={[
          { title: about.event, cell: (name) => <code>{name}</code> },
          { title: about.means, cell: (name) => webhookWords[visit.locale].eventNames[name] },
        ]}
      />
    </>,
  );
}
