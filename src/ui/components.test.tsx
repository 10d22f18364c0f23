import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { Badge } from './badge.tsx';
import { ButtonLink } from './button-link.tsx';
import { CardList } from './card-list.tsx';
import { BarChart, LineChart } from './chart.tsx';
import { DefinitionList } from './definition-list.tsx';
import { Dialog, Disclosure } from './dialog.tsx';
import { EmptyState } from './empty-state.tsx';
import { Checkbox, Choices, ErrorSummary, Form, HiddenField, Select, Submit, TextArea, TextField } from './form.tsx';
import { Messages } from './messages.tsx';
import { Notice } from './notice.tsx';
import { Outline } from './outline.tsx';
import { PageHeading } from './page-heading.tsx';
import { Pagination } from './pagination.tsx';
import { ProgressBar, Steps } from './progress.tsx';
import { Skeleton } from './skeleton.tsx';
import { Table } from './table.tsx';

const bad = `"'><script>alert(1)</script>`;
const now = new Date('2026-11-21T13:03:00Z');
const figures = [
  { label: bad, value: 3 },
  { label: 'två', value: 0 },
];
const options = [
  { value: bad, text: bad, hint: bad },
  { value: 'b', text: 'B' },
];
const field = { name: bad, label: bad, hint: bad, error: bad };

const components = {
  Badge: <Badge>{bad}</Badge>,
  ButtonLink: <ButtonLink href={bad}>{bad}</ButtonLink>,
  CardList: <CardList cards={[{ href: bad, title: bad, text: bad, facts: bad, state: bad }]} />,
  BarChart: <BarChart id="bar" title={bad} description={bad} figures={figures} />,
  LineChart: <LineChart id="line" title={bad} description={bad} figures={figures} />,
  DefinitionList: <DefinitionList items={[{ term: bad, description: bad }]} />,
  Dialog: <Dialog id="dialog" title={bad} open={bad} children={bad} />,
  Disclosure: <Disclosure summary={bad}>{bad}</Disclosure>,
  EmptyState: <EmptyState title={bad}>{bad}</EmptyState>,
  Checkbox: <Checkbox {...field} value={bad} />,
  Choices: <Choices {...field} kind="radio" legend={bad} options={options} selected={bad} />,
  ErrorSummary: <ErrorSummary locale="sv" errors={[{ name: bad, text: bad }]} />,
  Form: <Form action={bad} data-draft={bad} children={bad} />,
  HiddenField: <HiddenField name={bad} value={bad} />,
  Select: <Select {...field} options={options.map(({ value, text }) => ({ value, text }))} selected={bad} />,
  Submit: <Submit text={bad} name={bad} value={bad} />,
  TextArea: <TextArea {...field} value={bad} />,
  TextField: <TextField {...field} value={bad} type="password" autocomplete="new-password" />,
  Messages: <Messages label={bad} now={now} messages={[{ id: bad, from: bad, mine: false, sentAt: now, body: bad, state: bad }]} />,
  Notice: <Notice kind="warning" title={bad} children={bad} />,
  Outline: <Outline label={bad} items={[{ text: bad, href: bad, state: 'done', note: bad }]} />,
  PageHeading: <PageHeading title={bad} over={bad} lead={bad} children={bad} />,
  Pagination: <Pagination page={2} pages={3} hrefFor={() => bad} />,
  ProgressBar: <ProgressBar label={bad} value={1} max={4} />,
  Steps: <Steps label={bad} steps={[{ text: bad, state: 'current' }]} />,
  Skeleton: <Skeleton text={bad} />,
  Table: (
    <Table
      caption={bad}
      columns={[
        { title: bad, cell: () => bad },
        { title: 'B', cell: () => bad },
      ]}
      rows={[1]}
      empty={bad}
    />
  ),
  'empty Table': <Table caption={bad} columns={[]} rows={[]} empty={bad} />,
};

for (const [name, node] of Object.entries(components)) {
  test(`${name} shows a hostile value as text`, () => {
    const html = renderToString(node);
    assert.match(html, /&lt;script/);
    assert.doesNotMatch(html, /<script|\sstyle=|\son\w+=|undefined|\[object/);
    assert.equal(html.match(/=""'/), null);
  });
}

test('a field ties its label, hint and error together', () => {
  const html = renderToString(
    <TextField name="email" label="Mejladress" hint="Som på jobbet" error="Skriv en mejladress" type="email" required />,
  );
  assert.match(html, /<label for="field-email">Mejladress<\/label>/);
  assert.match(html, /id="field-email-hint">Som på jobbet/);
  assert.match(html, /<input[^>]*aria-describedby="field-email-hint field-email-error"[^>]*aria-invalid="true"/);
});

test('a field at rest claims nothing', () => {
  assert.doesNotMatch(renderToString(<TextField name="email" label="Mejladress" />), /aria-|frivilligt/);
  assert.match(renderToString(<TextField name="email" label="Mejladress" required={false} />), /\(frivilligt\)/);
});

test('the error summary leads to each field, and is not there without errors', () => {
  assert.equal(renderToString(<ErrorSummary locale="sv" errors={[]} />), '');
  const html = renderToString(<ErrorSummary locale="en" errors={[{ name: 'key', text: 'A key has nine characters.' }]} />);
  assert.match(html, /role="alert"/);
  assert.match(html, /<a href="#field-key">A key has nine characters\.<\/a>/);
});

test('what was chosen is chosen again', () => {
  const letters = [
    { value: 'a', text: 'A' },
    { value: 'b', text: 'B' },
  ];
  const choices = renderToString(<Choices kind="checkbox" name="c" legend="C" options={letters} selected={['b']} />);
  assert.match(choices, /value="b" checked/);
  assert.doesNotMatch(choices, /value="a" checked/);
  assert.match(
    renderToString(<Select name="s" label="S" options={letters} selected="b" />),
    /<option value="b" selected>|<option selected value="b">/,
  );
});

test('new days in a conversation are announced once', () => {
  const message = (id: string, sentAt: string) => ({ id, from: 'Åsa', mine: false, sentAt: new Date(sentAt), body: id });
  const messages = [message('1', '2026-11-20T08:00:00Z'), message('2', '2026-11-20T09:00:00Z'), message('3', '2026-11-21T09:00:00Z')];
  const html = renderToString(<Messages label="Korrespondens" now={now} messages={messages} />);
  assert.deepEqual(html.match(/i går|i dag/g), ['i går', 'i dag']);
});

test('nothing to divide is nothing done, not a fault', () => {
  assert.match(renderToString(<ProgressBar label="0 av 0" value={0} max={0} />), /0\u00a0%/);
  assert.doesNotMatch(renderToString(<BarChart id="none" title="T" description="D" figures={[]} />), /NaN|Infinity/);
  assert.doesNotMatch(
    renderToString(<LineChart id="zero" title="T" description="D" figures={[{ label: 'a', value: 0 }]} />),
    /NaN|Infinity/,
  );
  assert.equal(renderToString(<Pagination page={1} pages={1} hrefFor={String} />), '');
});
