import type { ComponentChildren } from 'preact';
import { Badge } from './badge.tsx';
import { ButtonLink } from './button-link.tsx';
import { CardList } from './card-list.tsx';
import { BarChart, LineChart } from './chart.tsx';
import { DefinitionList } from './definition-list.tsx';
import { Dialog, Disclosure } from './dialog.tsx';
import { EmptyState } from './empty-state.tsx';
import { formatDate, formatMoney, formatPercent } from './format.ts';
import type { Frame } from './frame.ts';
import { drawPage } from './layout.tsx';
import { OrderedList, type ListOrder } from './list-order.tsx';
import { Messages } from './messages.tsx';
import { Notice } from './notice.tsx';
import { Outline } from './outline.tsx';
import { PageHeading } from './page-heading.tsx';
import { Pagination } from './pagination.tsx';
import { ProgressBar, Steps } from './progress.tsx';
import { Skeleton } from './skeleton.tsx';
import { StyleForms } from './style-page-forms.tsx';
import { Table } from './table.tsx';

const now = new Date('2026-11-21T14:03:00+01:00');

const outline = [
  { text: 'Vad stress är', state: 'done', href: '#course' },
  { text: 'Återhämtning i vardagen', state: 'current', href: '#course', note: '6 minuter' },
  { text: 'Sömn', state: 'ahead', href: '#course', note: '8 minuter' },
  { text: 'Slutprov', state: 'locked', note: 'Öppnar när sidorna är klara' },
] as const;

/** Everything the design system holds, on one page, for whoever builds a page of it. */
export const stylePage = (frame: Frame): string =>
  drawPage({
    frame,
    title: 'Stilsidan',
    width: 'read',
    aside: <Outline label="Kursens sidor" items={outline} />,
    asideLabel: 'Kursens sidor',
    children: <Everything locale={frame.locale} />,
  });

function Everything({ locale }: Pick<Frame, 'locale'>) {
  return (
    <>
      <PageHeading
        over="Utveckling"
        title="Allt som Kursiv är byggt av"
        lead="Kursiv stil för namn och rubriker, en rak stil för läsning, bläck och en enda färg."
      >
        <ButtonLink href="#forms">Se formulären</ButtonLink>
        <ButtonLink href="#type" kind="quiet">
          Se typografin
        </ButtonLink>
      </PageHeading>
      <Type />
      <Part id="notices" title="Notiser och märken">
        <Notice kind="info">Du kan gå kursen i din egen takt.</Notice>
        <Notice kind="tip">Skriv ner en sak du vill prova redan i dag.</Notice>
        <Notice kind="warning">Provet stängs om fem minuter.</Notice>
        <Notice kind="important">Dina anteckningar syns bara för dig.</Notice>
        <Notice kind="done">Ändringen är sparad.</Notice>
        <Notice kind="problem">Filen är större än 10 MB. Välj en mindre fil.</Notice>
        <p>
          <Badge>Inte påbörjad</Badge> <Badge kind="accent">Godkänt</Badge> <Badge kind="caution">Går ut snart</Badge>{' '}
          <Badge kind="problem">Spärrad</Badge>
        </p>
      </Part>
      <StyleForms locale={locale} />
      <People />
      <Course />
      <Part id="charts" title="Diagram">
        <BarChart
          id="by-course"
          title="Deltagare per kurs"
          description="Må bra på jobbet har flest deltagare, 412. Klarspråk har 268 och Källkritik 97."
          figures={[
            { label: 'Må bra på jobbet', value: 412 },
            { label: 'Klarspråk för handläggare', value: 268 },
            { label: 'Källkritik i årskurs 7–9', value: 97 },
          ]}
        />
        <LineChart
          id="by-month"
          title="Avslutade kurser per månad"
          description="Antalet stiger från 31 i juni till 118 i november, med en dipp i juli."
          figures={['juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.'].map((label, month) => ({
            label,
            value: [31, 12, 54, 80, 96, 118][month] ?? 0,
          }))}
        />
      </Part>
      <Conversation />
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Type() {
  return (
    <Part id="type" title="Typografi">
      <div class="prose">
        <h3>En rubrik på tredje nivån</h3>
        <p>
          Kroppen skiljer inte på ett hot och en full kalender. Det som betonas <em>lite extra</em> står i samma kursiv som rubrikerna, och
          det som är <strong>bestämt</strong> står i halvfet. En <a href="#type">länk säger vart den leder</a>.
        </p>
        <h4>En rubrik på fjärde nivån</h4>
        <ul>
          <li>Ta en paus på fem minuter varje timme.</li>
          <li>Gå ut i dagsljus före klockan tolv.</li>
        </ul>
        <blockquote>Vila är inte en belöning. Den är en del av arbetet.</blockquote>
        <p>
          Datum skrivs {formatDate(now, 'sv')}, pris {formatMoney(1_234_550, 'sv')} och andel {formatPercent(0.8, 'sv')}. Nyckeln är{' '}
          <code>7KM-Q4X-R9T</code>.
        </p>
      </div>
    </Part>
  );
}

function People() {
  const rows = [
    { name: 'Märta Sjögren-Nilsson', course: 'Må bra på jobbet', result: 0.92 },
    { name: 'Jonas Wåhlström', course: 'Klarspråk för handläggare', result: 0.81 },
  ];
  const columns = [
    { title: 'Namn', order: 'name', cell: (row: (typeof rows)[number]) => row.name },
    { title: 'Kurs', cell: (row: (typeof rows)[number]) => row.course },
    { title: 'Resultat', order: 'result', numeric: true, cell: (row: (typeof rows)[number]) => formatPercent(row.result, 'sv') },
  ];
  const order: ListOrder = {
    options: [
      { value: 'best', text: 'Bästa resultat först', column: 'result', direction: 'descending' },
      { value: 'lowest', text: 'Lägsta resultat först', column: 'result', direction: 'ascending' },
      { value: 'name', text: 'Namn, A till Ö', column: 'name', direction: 'ascending' },
    ],
    selected: undefined,
  };
  return (
    <Part id="tables" title="Tabeller och listor">
      <OrderedList value={{ order, way: { hrefFor: (value) => `?ordning=${value}#tables` } }}>
        <Table caption="Deltagare" columns={columns} rows={rows} empty="" />
      </OrderedList>
      <Pagination page={2} pages={12} hrefFor={(page) => `?sida=${page}#tables`} />
      <Table caption="Inbjudna" columns={columns} rows={[]} empty="Ingen är inbjuden ännu. Bjud in den första från kursens sida." />
      <DefinitionList
        items={[
          { term: 'Namn', description: 'Aino Mäkelä' },
          { term: 'Vi sparar det', description: 'så länge du har ett konto, och sex månader efter det' },
        ]}
      />
      <EmptyState title="Du är i kapp">Nya kurser syns här när du har löst in en nyckel.</EmptyState>
    </Part>
  );
}

function Course() {
  return (
    <Part id="course" title="Kurser och framsteg">
      <CardList
        level={3}
        cards={[
          {
            href: '#course',
            title: 'Må bra på jobbet',
            text: 'Om stress, återhämtning och sömn.',
            facts: '8 sidor · 1 tim 10 min',
            state: <ProgressBar label="3 av 8 sidor" value={3} max={8} />,
          },
          { href: '#tables', title: 'Klarspråk för handläggare', text: 'Skriv så att den som läser förstår.', facts: '6 sidor · 45 min' },
        ]}
      />
      <Steps
        label="Så här går det till"
        steps={[
          { text: 'Nyckel', state: 'done' },
          { text: 'Villkor', state: 'current' },
          { text: 'Kursen', state: 'ahead' },
        ]}
      />
      <Disclosure summary="Vem ser vad jag skriver?">
        <p>Bara de som ansvarar för kursen.</p>
      </Disclosure>
      <Dialog id="example-dialog" title="Lämna kursen" open="Lämna kursen" kind="danger">
        <p>Dina svar finns kvar i tio dagar, om du ändrar dig.</p>
        <ButtonLink href="#course">Lämna kursen</ButtonLink>
      </Dialog>
    </Part>
  );
}

function Conversation() {
  return (
    <Part id="conversation" title="Korrespondens">
      <Messages
        label="Korrespondens, kurs ”Må bra på jobbet”"
        now={now}
        messages={[
          {
            id: '1',
            from: 'Åsa Öberg',
            mine: false,
            sentAt: new Date('2026-11-20T09:12:00+01:00'),
            body: 'Hej! Hur går det med mikropauserna?',
          },
          {
            id: '2',
            from: 'Aino',
            mine: true,
            sentAt: new Date('2026-11-21T13:58:00+01:00'),
            body: 'Bättre än jag trodde.\nJag glömmer dem bara på fredagar.',
            state: 'Läst',
          },
        ]}
      />
      <Skeleton text="Laddar meddelanden …" lines={2} />
    </Part>
  );
}
