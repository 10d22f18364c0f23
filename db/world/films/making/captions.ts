import type { InTwoLanguages, Manuscript, Scene } from './manuscript.ts';

export type Language = keyof InTwoLanguages;

const LINE_LENGTH = 42;
const LINGER_SECONDS = 0.45;

/** WebVTT: a caption lingers a little after the voice, never into the next one. */
export function captions(scenes: Scene[], language: Language): string {
  const cues = scenes.flatMap((scene) => scene.cues);
  const blocks = cues.map((cue, index) => {
    const end = Math.min(cue.end + LINGER_SECONDS, (cues[index + 1]?.start ?? Infinity) - 0.05);
    return `${index + 1}\n${clock(cue.start)} --> ${clock(end)}\n${lines(cue[language])}\n`;
  });
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

function clock(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
}

/** Breaks where the two lines become most alike, and rather after a sentence or a comma. */
function lines(text: string): string {
  if (text.length <= LINE_LENGTH) return text;
  const breaks = [...text.matchAll(/ /g)]
    .map(({ index }) => ({ index, longest: Math.max(index, text.length - index - 1) }))
    .filter(({ longest }) => longest <= LINE_LENGTH)
    .map((one) => ({ ...one, cost: one.longest - strengthOf(text.charAt(one.index - 1)) }));
  const best = breaks.toSorted((a, b) => a.cost - b.cost)[0];
  if (!best) throw new Error(`This does not fit in two caption lines: ${text}`);
  return `${text.slice(0, best.index)}\n${text.slice(best.index + 1)}`;
}

function strengthOf(character: string): number {
  if (/[.?!]/.test(character)) return 16;
  return character === ',' ? 10 : 0;
}

const frame = {
  sv: {
    film: 'Introfilm',
    voice: 'Rösten i filmen är en talsyntes.',
    seen: 'I bild',
    quotes: '””',
  },
  en: {
    film: 'Intro film',
    voice: 'The voice in the film is synthetic and speaks Swedish.',
    seen: 'On screen',
    quotes: '“”',
  },
};

/** All that is said and seen, for those who neither hear nor see the film. */
export function transcript(film: Manuscript, language: Language): string {
  const { film: kind, voice, seen, quotes } = frame[language];
  const parts = film.slides.map((slide) => {
    const written = [slide.heading, ...slide.words, ...(slide.drawn ? [slide.drawn] : [])]
      .map((one) => asSentence(one[language]))
      .join(' ');
    const said = slide.said.map((one) => one[language]).join(' ');
    return `*${seen}: ${slide.seen[language]} ${quotes[0]}${written}${quotes[1]}*\n\n${said}\n`;
  });
  return `# ${kind}: ${film.title[language]}\n\n${parts.join('\n')}\n${voice}\n`;
}

function asSentence(text: string): string {
  // A soft hyphen only tells where a word may be broken in the picture.
  const word = text.replaceAll('\u00AD', '');
  return /[.?!]$/.test(word) ? word : `${word}.`;
}
