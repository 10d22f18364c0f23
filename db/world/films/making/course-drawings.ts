const row = (count: number) => Array.from({ length: count }, (_, n) => n);

const FLAME =
  'M0 -150 C 30 -95 95 -60 95 25 A 95 95 0 0 1 -95 25 C -95 -25 -60 -45 -45 -85 C -25 -60 -15 -45 -10 -30 C 10 -60 15 -105 0 -150Z';
const flame = (x: number, y: number, size: number) => `<g transform="translate(${x} ${y}) scale(${size})">
  <g class="breathe"><path class="deep-sand" d="${FLAME}"/><path class="sand" transform="translate(0 45) scale(0.55)" d="${FLAME}"/></g></g>`;

/** Shapes that belong to one course or two; the frame and the rule about captions are those of drawings.ts. */
export const courseDrawings = {
  letter: `<rect class="sheet" x="770" y="90" width="370" height="480" rx="8"/>
    <rect class="accent arrive" style="--n:1" x="815" y="150" width="250" height="18" rx="9"/>
    ${row(7)
      .map(
        (n) => `<path class="thin arrive" style="--n:${2 + n / 2}" d="M820 ${215 + n * 44} h${[265, 240, 275, 150, 260, 230, 120][n]}"/>`,
      )
      .join('')}`,
  first: first(),
  swaps: swaps(),
  shorter: `<path class="long" d="M640 250 H1210"/>
    ${[300, 230, 340].map((width, n) => `<path class="short arrive late" style="--n:${n * 2}" d="M640 ${330 + n * 66} h${width}"/>`).join('')}`,
  checklist: checklist(),
  threads: threads(),
  fewer: fewer(),
  padlock: `<path class="shackle" d="M835 320 v-70 a85 85 0 0 1 170 0 v70"/>
    <rect class="accent" x="780" y="300" width="280" height="230" rx="24"/>
    <circle class="pale" cx="920" cy="398" r="26"/><path class="pale" d="M908 405 h24 l8 65 h-40Z"/>`,
  hours: `<circle class="faint round" cx="920" cy="320" r="205"/>
    <circle class="round filling" cx="920" cy="320" r="205" pathLength="60" transform="rotate(-90 920 320)"/>
    <text class="figure" x="920" y="350">72</text><text x="920" y="405">timmar</text>`,
  flame: flame(940, 370, 1.5),
  triangle: `<path class="pale" d="M920 130 L1140 500 H700Z"/><path class="line draw" pathLength="1" d="M920 130 L1140 500 H700Z"/>${flame(920, 395, 0.75)}
    <text x="920" y="105">värme</text><text x="690" y="550">syre</text><text x="1150" y="550">bränsle</text>`,
  door: door(),
  exit: exit(),
  magnifier: `<rect class="sheet" x="700" y="110" width="470" height="440" rx="8"/>
    ${row(8)
      .map((n) => `<path class="thin" d="M745 ${170 + n * 46} h${[360, 330, 375, 210, 350, 370, 300, 160][n]}"/>`)
      .join('')}
    <g class="glide"><circle class="glass" cx="880" cy="260" r="88"/><path class="handle" d="M944 324 l72 72"/></g>`,
  chain: chain(),
  questions: ['Äkthet', 'Tid', 'Beroende', 'Tendens']
    .map((word, n) => {
      const [x, y] = [680 + (n % 2) * 270, 150 + Math.floor(n / 2) * 210];
      return `<g class="arrive" style="--n:${n * 1.5}"><rect class="${n % 2 === Math.floor(n / 2) ? 'accent' : 'tint'}" x="${x}" y="${y}" width="245" height="185" rx="14"/>
        <text class="${n % 2 === Math.floor(n / 2) ? 'bright' : 'inked'}" x="${x + 122}" y="${y + 103}">${word}</text></g>`;
    })
    .join(''),
  feed: feed(),
  steps: steps(),
  matrix: matrix(),
  plan: plan(),
};

function first(): string {
  const asked = ['Vad har ni bestämt?', 'Vad betyder det för mig?', 'Varför?', 'Vad kan jag göra nu?'];
  return asked
    .map((words, n) => {
      const [width, y] = [560 - n * 60, 120 + n * 112];
      const shape = n === 0 ? 'accent' : n === 1 ? 'tint' : 'pale';
      return `<g class="arrive" style="--n:${n * 2}"><rect class="${shape}" x="665" y="${y}" width="${width}" height="92" rx="12"/>
        <text class="start ${n === 0 ? 'bright' : 'inked'}" x="700" y="${y + 56}">${words}</text></g>`;
    })
    .join('');
}

function swaps(): string {
  const pairs = [
    ['erhålla', 'få'],
    ['föreligger', 'finns'],
    ['tillse', 'se till'],
  ] as const;
  return pairs
    .map(([old, plain], n) => {
      const y = 220 + n * 120;
      return `<text class="start word" x="660" y="${y}">${old}</text>
        <g class="arrive late" style="--n:${n * 1.5}"><path class="struck" d="M652 ${y - 11} h${old.length * 19}"/>
        <path class="arrow" d="M885 ${y - 12} h70 m-18 -16 l18 16 l-18 16"/>
        <text class="start word inked" x="1000" y="${y}">${plain}</text></g>`;
    })
    .join('');
}

function checklist(): string {
  const lines = row(4).map((n) => {
    const y = 190 + n * 92;
    return `<rect class="box" x="775" y="${y - 24}" width="48" height="48" rx="8"/><path class="thin" d="M860 ${y} h${[230, 200, 240, 180][n]}"/>
      <g class="arrive step" style="--n:${n * 3}"><path class="mark" d="M786 ${y} l10 12 l18 -24"/></g>`;
  });
  return `<rect class="sheet" x="720" y="100" width="440" height="450" rx="8"/>${lines.join('')}`;
}

function threads(): string {
  const ends = [
    [700, 150, 'namn'],
    [1150, 150, 'foto'],
    [700, 500, 'ärende'],
    [1150, 500, 'bilens nummer'],
  ] as const;
  const threaded = ends.map(
    ([x, y, word], n) => `<g class="arrive" style="--n:${1 + n}"><path class="thin" d="M${x} ${y} L920 330"/>
      <circle class="tint" cx="${x}" cy="${y}" r="26"/><text x="${x}" y="${y > 300 ? y + 66 : y - 44}">${word}</text></g>`,
  );
  return `${threaded.join('')}<circle class="pale" cx="920" cy="330" r="120"/><circle class="accent" cx="920" cy="295" r="38"/>
    <path class="accent" d="M854 400 a66 58 0 0 1 132 0 v8 h-132Z"/>`;
}

function fewer(): string {
  const needed = [9, 17, 18, 26, 34];
  return row(48)
    .map((n) => {
      const place = `cx="${680 + (n % 8) * 70}" cy="${140 + Math.floor(n / 8) * 76}" r="22"`;
      const kept = needed.indexOf(n);
      return `<circle class="pale" ${place}/>${kept < 0 ? '' : `<circle class="accent arrive step" style="--n:${2 + kept * 2}" ${place}/>`}`;
    })
    .join('');
}

function door(): string {
  const clouds = row(4).map(
    (n) => `<path class="smoke arrive step" style="--n:${n * 3}" d="M640 150 h250 v${62 + n * 62} q-62 34 -125 0 t-125 0Z"/>`,
  );
  return `<path class="pale" d="M640 150 H1220 V540 H640Z"/>${clouds.join('')}
    <rect class="deep-sand" x="890" y="200" width="36" height="340"/><rect class="accent" x="890" y="216" width="36" height="324"/>
    <path class="dark" d="M640 540 H1220 V552 H640Z"/><path class="dark" d="M886 150 h44 v66 h-44Z"/>
    <circle class="accent" cx="1090" cy="400" r="32"/><path class="accent" d="M1042 540 v-52 a48 48 0 0 1 96 0 v52Z"/>`;
}

function exit(): string {
  const gathered = [
    [1110, 440],
    [1170, 400],
    [1180, 475],
    [1120, 510],
    [1060, 490],
  ];
  return `<path class="thin" d="M640 540 H1230"/><rect class="pale" x="760" y="200" width="170" height="340" rx="4"/>
    <rect class="accent" x="772" y="116" width="146" height="64" rx="6"/><path class="arrow pale-line" d="M812 148 h62 m-18 -16 l18 16 l-18 16"/>
    <path class="line draw" pathLength="1" d="M640 430 H985"/><path class="arrow" d="M968 408 l22 22 l-22 22"/>
    ${gathered.map(([x, y], n) => `<circle class="${n % 2 ? 'tint' : 'accent'} arrive step" style="--n:${4 + n * 2}" cx="${x}" cy="${y}" r="24"/>`).join('')}`;
}

function chain(): string {
  const bubbles = ['h92 v60 h-92Z', 'h92 v60 h-92Z', 'h70 l22 30 l-22 30 h-70Z', 'l46 -14 l46 14 l-12 36 l12 24 h-92 l14 -30Z'];
  return row(4)
    .map((n) => {
      const x = 690 + n * 155;
      return `<g class="arrive" style="--n:${n * 2}"><path class="${n < 2 ? 'accent' : n === 2 ? 'tint' : 'deep-sand'}" d="M${x - 46} 210 ${bubbles[n]}"/>
        <circle class="${n === 0 ? 'accent' : 'tint'}" cx="${x}" cy="350" r="36"/>
        <path class="${n === 0 ? 'accent' : 'tint'}" d="M${x - 50} 520 v-70 a50 50 0 0 1 100 0 v70Z"/></g>`;
    })
    .join('');
}

function feed(): string {
  const posts = row(7).map((n) => {
    const y = 140 + n * 150;
    return `<g><rect class="${n % 3 === 1 ? 'accent' : 'pale'}" x="820" y="${y}" width="220" height="130" rx="10"/>
      <path class="${n % 3 === 1 ? 'writing' : 'thin'}" d="M842 ${y + 40} h150 M842 ${y + 72} h110"/></g>`;
  });
  return `<clipPath id="screen"><rect x="805" y="110" width="250" height="440" rx="14"/></clipPath>
    <rect class="dark" x="785" y="80" width="290" height="500" rx="32"/><rect class="sheet" x="805" y="110" width="250" height="440" rx="14"/>
    <g clip-path="url(#screen)"><g class="scroll">${posts.join('')}</g></g>`;
}

function steps(): string {
  const words = ['undersök', 'bedöm', 'åtgärda', 'kontrollera'];
  const [x, y, radius] = [940, 335, 215];
  return row(4)
    .map((n) => {
      const [from, until] = [n * 90 - 86, n * 90 - 4].map((degrees) => (degrees * Math.PI) / 180) as [number, number];
      const at = (angle: number, r: number) => `${(x + r * Math.cos(angle)).toFixed(1)} ${(y + r * Math.sin(angle)).toFixed(1)}`;
      const arc = `M${at(from, radius)} A${radius} ${radius} 0 0 1 ${at(until, radius)}`;
      const [across, down] = [n < 2 ? x + 92 : x - 92, n === 0 || n === 3 ? y - 62 : y + 82];
      return `<path class="quarter faint" d="${arc}"/><path class="quarter arrive step" style="--n:${n * 3}" d="${arc}"/>
        <text class="arrive step" style="--n:${n * 3}" x="${across}" y="${down}">${words[n]}</text>`;
    })
    .join('');
}

function matrix(): string {
  const squares = row(25).map((n) => {
    const [column, line] = [n % 5, Math.floor(n / 5)];
    const weight = column + (4 - line);
    const shape = weight < 3 ? 'pale' : weight < 5 ? 'tint' : weight < 7 ? 'accent' : 'dark';
    return `<rect class="${shape} arrive" style="--n:${weight * 0.6}" x="${730 + column * 86}" y="${100 + line * 86}" width="76" height="76" rx="6"/>`;
  });
  return `${squares.join('')}<text x="940" y="572">allvar →</text><text transform="rotate(-90 700 312)" x="700" y="312">sannolikhet →</text>`;
}

function plan(): string {
  const columns = [
    [690, 'åtgärd'],
    [880, 'ansvarig'],
    [1070, 'datum'],
  ] as const;
  const rows = row(5).map((n) => {
    const cells = columns.map(
      ([x], at) => `<path class="${at === 0 ? 'inked-line' : 'tint-line'}" d="M${x + 10} ${229 + n * 74} h${[110, 90, 80][at]}"/>`,
    );
    return `<path class="thin" d="M670 ${192 + n * 74} H1210"/><g class="arrive step" style="--n:${n * 2.5}">${cells.join('')}</g>`;
  });
  return `<rect class="sheet" x="670" y="120" width="540" height="444" rx="8"/><path class="tint" d="M670 128 a8 8 0 0 1 8 -8 h524 a8 8 0 0 1 8 8 v64 h-540Z"/>
    ${columns.map(([x, word]) => `<text class="start inked" x="${x + 8}" y="168">${word}</text>`).join('')}${rows.join('')}`;
}
