import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawings } from './drawings.ts';
import type { Scene } from './manuscript.ts';

const fonts = [
  {
    family: 'Source Serif 4',
    style: 'italic',
    file: 'source-serif-4/files/source-serif-4-latin-400-italic.woff2',
  },
  {
    family: 'Source Sans 3',
    style: 'normal',
    file: 'source-sans-3/files/source-sans-3-latin-400-normal.woff2',
  },
];

/** The whole film as one page: every movement is a CSS animation, so any moment can be asked for with seek(). */
export function filmPage(scenes: Scene[]): string {
  const css = readFileSync(`${import.meta.dirname}/film-page.css`, 'utf8');
  return `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Film</title>
    <style>${fonts.map(fontFace).join('')}${css}</style>
    ${scenes.map(section).join('')}
    <script>
      const animations = document.getAnimations();
      for (const animation of animations) animation.pause();
      const sections = [...document.querySelectorAll("section")];
      globalThis.seek = (seconds) => {
        for (const animation of animations) animation.currentTime = seconds * 1000;
        for (const one of sections) {
          const isSeen = seconds > one.dataset.from - 0.4 && seconds < Number(one.dataset.until) + 0.6;
          one.style.visibility = isSeen ? "visible" : "hidden";
        }
      };
    </script>`;
}

function fontFace(font: (typeof fonts)[number]): string {
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/${font.file}`)));
  const url = `data:font/woff2;base64,${bytes.toString('base64')}`;
  return `@font-face { font-family: "${font.family}"; font-style: ${font.style}; src: url(${url}); }`;
}

function section({ slide, start, seconds }: Scene): string {
  const isFull = slide.drawing === 'sunrise' || slide.drawing === 'daylight';
  const drawing = slide.drawing === 'six-pages' ? 'pages' : slide.drawing;
  const classes = [drawing, isFull && 'full', slide.night && 'night'].filter(Boolean).join(' ');
  const words = slide.words.map((one, n) => `<p style="--n:${n + 1}">${one.sv}</p>`).join('');
  return `<section class="${classes}" style="--at:${start}s;--for:${seconds}s" data-from="${start}" data-until="${start + seconds}">
    <svg viewBox="0 0 1280 720">${drawings[slide.drawing]}</svg>
    <div class="text"><h1>${slide.heading.sv}</h1><div class="words">${words}</div></div></section>`;
}
