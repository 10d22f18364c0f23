import { courseDrawings } from './course-drawings.ts';

const HILLS = `
  <path class="tint" d="M0 590 C 200 520 420 520 640 575 S 1080 610 1280 520 V720 H0Z"/>
  <path class="accent" d="M0 680 C 260 600 520 640 760 670 S 1140 680 1280 620 V720 H0Z"/>`;

/** Shapes on the film's 1280 × 720; nothing that matters lies below 600, where captions may stand. */
export const drawings = {
  sunrise: `<circle class="sand rise" cx="960" cy="390" r="150"/>${HILLS}`,
  daylight: `<circle class="pale breathe" cx="970" cy="270" r="200"/>
    <circle class="sand breathe" cx="970" cy="270" r="150"/>${HILLS}`,
  day: day(),
  breath: [230, 165, 100].map((r, n) => `<circle class="${['pale', 'tint', 'accent'][n]} breathe" cx="920" cy="320" r="${r}"/>`).join(''),
  moon: `${stars()}
    <path class="moon rise" d="M989.3 152.6 A105 105 0 1 1 879.7 328 A115 115 0 0 0 989.3 152.6Z"/>
    <path class="dusk" d="M0 590 C 200 520 420 520 640 575 S 1080 610 1280 520 V720 H0Z"/>
    <path class="dark" d="M0 680 C 260 600 520 640 760 670 S 1140 680 1280 620 V720 H0Z"/>`,
  minute: minute(),
  people: people(),
  pages: pages(8, 'åtta sidor'),
  'six-pages': pages(6, 'sex sidor'),
  letters: letters(),
  ...courseDrawings,
};

export type Drawing = keyof typeof drawings;

function day(): string {
  const curve = 'M600 440 C 665 440 680 210 750 210 S 835 425 900 425 S 975 260 1030 260 S 1110 450 1200 450';
  const hours = [
    [600, '8'],
    [771, '12'],
    [986, '17'],
    [1200, '22'],
  ] as const;
  const marks = hours.map(([x, hour]) => `<path class="thin" d="M${x} 500 v12"/><text x="${x}" y="546">kl. ${hour}</text>`);
  return `<path class="pale" d="${curve} V500 H600Z"/><path class="thin" d="M600 500 H1200"/>${marks.join('')}
    <path class="line draw" pathLength="1" d="${curve}"/>
    <circle class="accent travel" r="13" style="offset-path:path('${curve}')"/>`;
}

function stars(): string {
  const places = [
    [640, 120],
    [735, 265],
    [1100, 95],
    [1180, 320],
    [820, 90],
    [1140, 215],
    [690, 400],
  ];
  return places.map(([x, y], n) => `<circle class="moon arrive" style="--n:${n}" cx="${x}" cy="${y}" r="${3 + (n % 3)}"/>`).join('');
}

function minute(): string {
  const ring = `cx="920" cy="320" r="205" pathLength="60" transform="rotate(-90 920 320)"`;
  return `<circle class="ticks faint" ${ring}/>
    <mask id="past"><circle class="passing" ${ring}/></mask>
    <g mask="url(#past)"><circle class="ticks" ${ring}/></g>
    <text class="figure" x="920" y="350">1</text><text x="920" y="405">minut</text>`;
}

function people(): string {
  const standing = [
    { x: 645, top: 250, fill: 'accent' },
    { x: 758, top: 205, fill: 'tint' },
    { x: 871, top: 275, fill: 'dark' },
    { x: 1172, top: 230, fill: 'deep-sand' },
  ];
  const figures = standing.map(
    ({ x, top, fill }, n) => `<g class="${fill} arrive" style="--n:${n}"><circle cx="${x}" cy="${top}" r="36"/>
      <path d="M${x - 50} 520 V${top + 100} a50 50 0 0 1 100 0 V520Z"/></g>`,
  );
  return `${figures.join('')}
    <g class="arrive" style="--n:4"><circle class="accent" cx="1006" cy="308" r="36"/>
    <path class="accent" d="M962 470 V402 a44 44 0 0 1 88 0 V430 h26 a20 20 0 0 1 20 20 V520 h-34 V470Z"/>
    <circle class="wheel" cx="1006" cy="462" r="55"/></g>
    <path class="thin" d="M580 521 H1232"/>`;
}

function pages(count: number, words: string): string {
  const sheets = Array.from({ length: count }, (_, n) => {
    const x = 96 + (n * 672) / count;
    return `<rect class="pale" x="${x}" y="372" width="66" height="92" rx="6"/>
      <g class="arrive step" style="--n:${n}"><rect class="accent" x="${x}" y="372" width="66" height="92" rx="6"/>
      <path class="writing" d="M${x + 14} 396 h38 M${x + 14} 414 h38 M${x + 14} 432 h24"/></g>`;
  });
  return `${sheets.join('')}
    <circle class="pale" cx="872" cy="418" r="54"/><rect class="pale" x="990" y="366" width="190" height="106" rx="6"/>
    <g class="arrive step" style="--n:10"><circle class="accent" cx="872" cy="418" r="54"/>
    <path class="tick" d="M848 420 l18 18 l32 -38"/></g>
    <g class="arrive step" style="--n:13"><rect class="sheet" x="990" y="366" width="190" height="106" rx="6"/>
    <path class="thin" d="M1012 394 h92 M1012 414 h120 M1012 434 h76"/><circle class="accent" cx="1146" cy="440" r="18"/></g>
    <text x="${(96 + 96 + (672 * (count - 1)) / count + 66) / 2}" y="520">${words}</text><text x="872" y="520">slutprov</text><text x="1085" y="520">kursintyg</text>`;
}

function letters(): string {
  return `<g class="arrive" style="--n:0"><path class="sheet" d="M640 150 h320 a28 28 0 0 1 28 28 v84 a28 28 0 0 1 -28 28 h-262 l-52 44 v-44 h-6 a28 28 0 0 1 -28 -28 v-84 a28 28 0 0 1 28 -28Z"/>
    <path class="thin" d="M656 200 h250 M656 240 h170"/></g>
    <g class="arrive late" style="--n:4"><path class="accent" d="M840 350 h316 a28 28 0 0 1 28 28 v104 a28 28 0 0 1 -28 28 h-2 v46 l-54 -46 h-260 a28 28 0 0 1 -28 -28 v-104 a28 28 0 0 1 28 -28Z"/>
    <path class="writing" d="M856 400 h270 M856 436 h220 M856 472 h130"/></g>`;
}
