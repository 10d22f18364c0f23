import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import type { ListOrder, Order } from './list-order.tsx';
import { SearchedList } from './searched-list.tsx';
import { Table } from './table.tsx';

const bad = `"'><script>alert(1)</script>`;
const options: readonly Order[] = [
  { value: 'name', text: 'Namn, A till Ö', column: 'name', direction: 'ascending' },
  { value: 'name-last', text: 'Namn, Ö till A', column: 'name', direction: 'descending' },
  { value: 'latest', text: 'Senast först', column: 'date', direction: 'descending' },
  { value: 'urgent', text: 'Mest bråttom först' },
];
const text = { search: 'Sök', searchButton: 'Sök', showAll: 'Visa alla', first: 'Till början', more: 'Visa fler' };
type Asked = Partial<Parameters<typeof SearchedList>[0]> & { selected?: string; order?: ListOrder };

const draw = ({ selected, ...asked }: Asked = {}) =>
  renderToString(
    <SearchedList
      here="/lista"
      field="text"
      searched=""
      searchable
      next="n"
      isFirst
      text={text}
      empty={{ title: 'Tomt', text: 'Inget' }}
      order={{ options, selected }}
      filters={[{ name: 'roll', label: 'Roll', options: [{ value: 'a', text: 'A' }], selected: '' }]}
      {...asked}
    >
      <Table
        caption="Lista"
        rows={[1]}
        empty=""
        columns={[
          { title: 'Namn', order: 'name', cell: () => 'x' },
          { title: 'Datum', order: 'date', numeric: true, cell: () => 'y' },
          { title: 'Läge', order: 'nothing', cell: () => 'z' },
          { title: 'Annat', cell: () => 'z' },
        ]}
      />
    </SearchedList>,
  );
const headingsOf = (html: string) => [...html.matchAll(/<th scope="col".*?<\/th>/g)].map(([heading]) => heading);

test('a heading says how the list stands and asks for the other way, by an address', () => {
  const [name, date, state, other] = headingsOf(draw());
  assert.match(name!, /aria-sort="ascending"[^>]*><a href="\/lista\?ordning=name-last">Namn<\/a>/);
  assert.match(date!, /class="numeric"[^>]*><a href="\/lista\?ordning=latest">Datum<\/a>/);
  assert.doesNotMatch(date!, /aria-sort/);
  assert.match(state!, /columnheader">Läge</, 'no order has this column');
  assert.match(other!, /columnheader">Annat</);
});

test('the usual order stands in no address, and a column with one order asks for nothing while it is in force', () => {
  const [name] = headingsOf(draw({ selected: 'name-last' }));
  assert.match(name!, /aria-sort="descending"[^>]*><a href="\/lista">Namn/);
  const [, date] = headingsOf(draw({ selected: 'latest' }));
  assert.match(date!, /aria-sort="descending"[^>]*><span class="ordered">Datum<\/span>/);
  assert.doesNotMatch(headingsOf(draw({ selected: 'urgent' })).join(''), /aria-sort/);
  assert.match(draw({ selected: 'nonsens' }), /<option value selected>Namn, A till Ö/);
});

test('an order is kept by filters, paging and search, and keeps them', () => {
  const filters = [{ name: 'roll', label: 'Roll', options: [{ value: 'a', text: 'A' }], selected: 'a' }];
  const open = draw({ method: 'get', searched: 'ö', filters, selected: 'latest' });
  assert.match(open, /<a href="\/lista\?text=%C3%B6&amp;roll=a">Namn/);
  assert.match(open, /href="\/lista\?text=%C3%B6&amp;roll=a&amp;ordning=latest&amp;efter=n" rel="next"/);
  assert.match(open, /<a href="\/lista\?ordning=latest">Visa alla/);
  const address = draw({ filters, filtersInAddress: true, selected: 'latest' });
  assert.match(address, /href="\/lista\?roll=a&amp;ordning=latest&amp;efter=n"/);
});

test('what is searched for by POST stands in no address: a heading then sends the form anew', () => {
  const html = draw({ searched: 'Åsa', selected: 'latest', filtersInAddress: true });
  assert.doesNotMatch(html, /(?:href|action)="[^"]*(?:%C3%85|Åsa)/);
  assert.match(html, /<form id="text-again" method="post" action="\/lista"><input type="hidden" name="text" value="Åsa"\/><\/form>/);
  assert.match(
    html,
    /<button class="as-link" form="text-again" name="ordning" value>Namn<\/button>|<button[^>]*name="ordning" value="">Namn/,
  );
  assert.match(html, /name="ordning" value="latest"\/><input type="hidden" name="after" value="n"/);
  assert.match(draw({ stepsByPost: true }), /<input type="hidden" name="after" value="n"/);
});

test('an order shows a hostile value as text', () => {
  const hostile = [{ value: bad, text: bad, column: 'name', direction: 'ascending' as const }, ...options];
  const html = draw({ order: { options: hostile, selected: 'latest' }, searched: bad });
  assert.match(html, /&lt;script/);
  assert.doesNotMatch(html, /<script|\sstyle=|\son\w+=|undefined|\[object/);
});
