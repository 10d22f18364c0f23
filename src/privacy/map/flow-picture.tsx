import { Disclosure } from '../../ui/dialog.tsx';
import type { Locale } from '../../ui/locale.ts';
import { Table } from '../../ui/table.tsx';
import type { Flow, FlowNode } from './flow.ts';
import { mapWords } from './words.ts';

const picture = { width: 960, column: 250, box: 200, boxHeight: 48, gap: 16, top: 40 };

type Placed = FlowNode & { x: number; y: number };

/** The flows as a picture, with every one of them in a table beneath. */
export function FlowPicture({ flows, locale }: { flows: readonly Flow[]; locale: Locale }) {
  const text = mapWords[locale];
  const nodes = placed(flows);
  const height = Math.max(...nodes.map(({ y }) => y), 0) + picture.boxHeight + picture.gap;
  const find = ({ column, name }: FlowNode) => nodes.find((one) => one.column === column && one.name === name)!;
  return (
    <figure class="flow">
      <figcaption>{text.picture}</figcaption>
      <p>{text.pictureText}</p>
      <div class="flow-frame" tabindex={0} role="region" aria-label={text.picture}>
        <svg viewBox={`0 0 ${picture.width} ${height}`} role="img" aria-labelledby="flow-title flow-description">
          <title id="flow-title">{text.picture}</title>
          <desc id="flow-description">{text.pictureText}</desc>
          {text.flowHeads.map((head, column) => (
            <text key={head} class="flow-head" x={column * picture.column} y="20">
              {head}
            </text>
          ))}
          {flows.map((flow) => (
            <Line key={`${flow.from.name} ${flow.to.name}`} from={find(flow.from)} to={find(flow.to)} />
          ))}
          {nodes.map((node) => (
            <Box key={`${node.column} ${node.name}`} node={node} />
          ))}
        </svg>
      </div>
      <Disclosure summary={text.flowTable}>
        <Table
          caption={text.picture}
          captionHidden
          rows={flows}
          empty={text.nobody}
          columns={text.flowColumns.map((title, index) => ({
            title,
            cell: (flow: Flow) => [flow.from.name, flow.to.name, flow.what][index],
          }))}
        />
      </Disclosure>
    </figure>
  );
}

/** Each kind of node in its own column, in the order it is first met. */
function placed(flows: readonly Flow[]): Placed[] {
  const nodes: Placed[] = [];
  const counts = [0, 0, 0, 0];
  for (const node of flows.flatMap(({ from, to }) => [from, to])) {
    if (nodes.some((one) => one.column === node.column && one.name === node.name)) continue;
    const row = counts[node.column]!++;
    nodes.push({ ...node, x: node.column * picture.column, y: picture.top + row * (picture.boxHeight + picture.gap) });
  }
  return nodes;
}

function Line({ from, to }: { from: Placed; to: Placed }) {
  const [x1, y1] = [from.x + picture.box, from.y + picture.boxHeight / 2];
  const [x2, y2] = [to.x, to.y + picture.boxHeight / 2];
  const middle = (x1 + x2) / 2;
  return <path class="flow-line" d={`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`} />;
}

/** A name is set on two lines where it needs them; a longer one is whole in the table. */
function Box({ node: { x, y, name } }: { node: Placed }) {
  const lines = broken(name, 25);
  return (
    <g>
      <rect class="flow-box" x={x} y={y} width={picture.box} height={picture.boxHeight} rx="4" />
      {lines.map((line, index) => (
        <text key={line} x={x + 10} y={y + (lines.length === 1 ? 29 : 20 + index * 18)}>
          {line}
        </text>
      ))}
    </g>
  );
}

function broken(name: string, most: number): string[] {
  const lines: string[] = [''];
  for (const word of name.split(' ')) {
    const line = lines.at(-1)!;
    if (line && line.length + word.length >= most) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.length <= 2 ? lines : [lines[0]!, `${lines[1]} …`];
}
