import { aboutPeople, categories, purposes, stores, type Category, type Purpose, type Store } from '../../../data-map/index.ts';
import type { Register } from '../../platform/register.ts';
import { href } from '../../routes.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Disclosure } from '../../ui/dialog.tsx';
import { Form, Select, Submit } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import type { Locale } from '../../ui/locale.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { howLong, told } from '../documents/registers.ts';
import { registerWords } from '../documents/register-words.ts';
import { columnCells, tableFacts, type MapFilter, type PlacedTable } from './describe.ts';
import type { Flow } from './flow.ts';
import { FlowPicture } from './flow-picture.tsx';
import { mapWords, roomName } from './words.ts';

type Props = { tables: PlacedTable[]; filter: MapFilter; rooms: string[]; flows: Flow[]; register: Register; locale: Locale };

/** The map to look through: what one asks about, table by table, each opened to its columns. */
export function MapPage({ tables, filter, rooms, flows, register, locale }: Props) {
  const text = mapWords[locale];
  return (
    <>
      <PageHeading title={text.title} lead={text.lead}>
        <ButtonLink href={href('printedDataMap')} kind="quiet">
          {text.print}
        </ButtonLink>{' '}
        <ButtonLink href={href('controllerRecord')} kind="quiet">
          {text.record}
        </ButtonLink>
      </PageHeading>
      <section>
        <h2>{text.filter}</h2>
        <Filter filter={filter} rooms={rooms} locale={locale} />
      </section>
      <section>
        <h2>{text.tables}</h2>
        <p>{countOf(tables, locale)}</p>
        {tables.length === 0 && <p>{text.none}</p>}
        {tables.map((placed) => (
          <Disclosure key={placed.table} summary={summaryOf(placed, locale)}>
            <TableAnswers placed={placed} register={register} locale={locale} />
          </Disclosure>
        ))}
      </section>
      <section>
        <h2>{text.stores}</h2>
        <Stores locale={locale} />
      </section>
      <section>
        <FlowPicture flows={flows} locale={locale} />
      </section>
      <section>
        <h2>{text.download}</h2>
        <p>{text.downloadText}</p>
      </section>
    </>
  );
}

/** All of it on paper, everything open. */
export function PrintedMap({ tables, flows, register, date, locale }: Omit<Props, 'filter' | 'rooms'> & { date: string }) {
  const text = mapWords[locale];
  return (
    <>
      <PageHeading title={text.printTitle} lead={text.printLead(date)} over={countOf(tables, locale)} />
      <FlowPicture flows={flows} locale={locale} />
      {tables.map((placed) => (
        <section key={placed.table}>
          <h2>{summaryOf(placed, locale)}</h2>
          <TableAnswers placed={placed} register={register} locale={locale} />
        </section>
      ))}
      <section>
        <h2>{text.stores}</h2>
        <Stores locale={locale} />
      </section>
    </>
  );
}

const countOf = (tables: PlacedTable[], locale: Locale): string =>
  mapWords[locale].count(
    formatNumber(tables.length, locale),
    formatNumber(
      tables.reduce((sum, { entry }) => sum + Object.keys(entry.columns).length, 0),
      locale,
    ),
  );

function summaryOf({ room, table, entry }: PlacedTable, locale: Locale) {
  return (
    <>
      <strong>{aboutPeople(entry) ? entry.title[locale] : table}</strong>{' '}
      <span class="quiet-text">
        {table}, {roomName(room, locale)}
      </span>
    </>
  );
}

function TableAnswers({ placed: { table, entry }, register, locale }: { placed: PlacedTable; register: Register; locale: Locale }) {
  const text = mapWords[locale];
  return (
    <>
      {aboutPeople(entry) ? (
        <DefinitionList items={tableFacts(table, entry, register, locale)} />
      ) : (
        <p>
          {text.aboutNobody}: <span lang="en">{entry.noPerson}</span>.
        </p>
      )}
      <Table
        caption={table}
        captionHidden
        rows={Object.entries(entry.columns)}
        empty=""
        columns={text.columns.map((title, index) => ({
          title,
          cell: ([name, column]: typeof entry.columns extends Record<string, infer One> ? [string, One] : never) =>
            columnCells(name, column, locale)[index],
        }))}
      />
    </>
  );
}

function Stores({ locale }: { locale: Locale }) {
  const text = mapWords[locale];
  const { encrypted, noPerson } = registerWords[locale].storage;
  const cells = (store: Store): string[] => {
    const { answers } = store;
    const head = [store.title[locale], told(store.holds, locale)];
    if (!answers) return [...head, noPerson, '–', '–', '–', told(store.onErasure, locale), howLong(store, locale), '–'];
    return [
      ...head,
      answers.categories.map((category) => categories[category][locale]).join(', '),
      answers.purposes.map((purpose) => purposes[purpose][locale]).join('; '),
      answers.path,
      answers.onExport[locale],
      told(store.onErasure, locale),
      howLong(store, locale),
      encrypted[answers.encrypted],
    ];
  };
  return (
    <Table
      caption={text.stores}
      captionHidden
      rows={Object.values<Store>(stores)}
      empty=""
      columns={text.storeColumns.map((title, index) => ({ title, cell: (store: Store) => cells(store)[index] }))}
    />
  );
}

function Filter({ filter, rooms, locale }: { filter: MapFilter; rooms: string[]; locale: Locale }) {
  const text = mapWords[locale];
  const every = { value: '', text: text.all };
  const words = <Key extends string>(list: Record<Key, { sv: string; en: string }>) =>
    (Object.keys(list) as Key[]).map((value) => ({ value, text: list[value][locale] }));
  return (
    <Form method="get" action={href('dataMapPage')}>
      <div class="filters">
        <Select
          name="del"
          label={text.room}
          selected={filter.room ?? ''}
          options={[every, ...rooms.map((value) => ({ value, text: roomName(value, locale) }))]}
        />
        <Select name="slag" label={text.category} selected={filter.category ?? ''} options={[every, ...words<Category>(categories)]} />
        <Select name="syfte" label={text.purpose} selected={filter.purpose ?? ''} options={[every, ...words<Purpose>(purposes)]} />
        <Select
          name="tid"
          label={text.retention}
          selected={filter.retention ?? ''}
          options={[every, ...Object.entries(text.rules).map(([value, rule]) => ({ value, text: rule }))]}
        />
      </div>
      <Submit text={text.show} kind="quiet" />
    </Form>
  );
}
