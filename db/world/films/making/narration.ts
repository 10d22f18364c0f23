import { execFileSync } from 'node:child_process';
import type { Cue, InTwoLanguages, Manuscript, Scene } from './manuscript.ts';

export const SAMPLES_PER_SECOND = 22_050;
const WORDS_PER_MINUTE = '154';
const WAV_HEADER_BYTES = 44;
const SILENCE = 120;
const OPENING_SECONDS = 1.8;
const LEAD_SECONDS = 0.75;
const PAUSE_SECONDS = 0.5;
const TAIL_SECONDS = 0.7;
const CLOSING_SECONDS = 2.6;

export interface Narration {
  scenes: Scene[];
  seconds: number;
  samples: Int16Array;
}

/** Speaks the whole manuscript and lets the measured speech decide when every slide and caption comes. */
export async function narrate(film: Manuscript): Promise<Narration> {
  const voices: { at: number; samples: Int16Array }[] = [];
  const scenes: Scene[] = [];
  let now = 0;
  for (const slide of film.slides) {
    const start = now;
    now += slide === film.slides[0] ? OPENING_SECONDS : LEAD_SECONDS;
    const cues = slide.said.map((sentence): Cue => {
      const samples = speak(pronounceable(sentence));
      const cue = { ...sentence, start: now, end: now + samples.length / SAMPLES_PER_SECOND };
      voices.push({ at: cue.start, samples });
      now = cue.end + PAUSE_SECONDS;
      return cue;
    });
    now += (slide === film.slides.at(-1) ? CLOSING_SECONDS : TAIL_SECONDS) - PAUSE_SECONDS;
    scenes.push({ slide, start, seconds: now - start, cues });
  }
  return { scenes, seconds: now, samples: mixed(voices, now) };
}

/** Words the synthesiser gets wrong, in its own phoneme spelling. */
const pronounced: Record<string, string> = {
  administratör: "[[admInIstRat'Y:R]]",
  det: '[[de:]]',
  fortsätter: "[[f'Uts,EtE-R]]",
  kursintyg: "[[k'8s.Int,y:g]]",
  mikropauser: "[[m'i:kRUp,au-sE-R]]",
  minut: "[[mIn'u-:t]]",
};

function pronounceable(sentence: InTwoLanguages): string {
  return sentence.sv.replaceAll(/\p{L}+/gu, (word) => pronounced[word.toLowerCase()] ?? word);
}

function speak(text: string): Int16Array {
  // The synthesiser finds a voice file of ours only by its bare name in the current directory.
  const wav = execFileSync('espeak-ng', ['--load', '-v', 'narrator', '-s', WORDS_PER_MINUTE, '-g', '1', '-z', '--stdout', text], {
    cwd: import.meta.dirname,
    maxBuffer: 16_000_000,
  });
  const samples = new Int16Array(new Uint8Array(wav.subarray(WAV_HEADER_BYTES)).buffer);
  const isHeard = (sample: number) => Math.abs(sample) > SILENCE;
  return samples.subarray(samples.findIndex(isHeard), samples.findLastIndex(isHeard) + 1);
}

function mixed(voices: { at: number; samples: Int16Array }[], seconds: number): Int16Array {
  const track = new Int16Array(Math.ceil(seconds * SAMPLES_PER_SECOND));
  for (const voice of voices) track.set(voice.samples, Math.round(voice.at * SAMPLES_PER_SECOND));
  addChord(track, 0.15);
  addChord(track, seconds - CLOSING_SECONDS);
  return track;
}

/** A soft chord that swells and dies away, where nobody speaks: the film's only music. */
function addChord(track: Int16Array, at: number): void {
  const tones = [146.83, 220, 293.66, 369.99, 440];
  const first = Math.round(at * SAMPLES_PER_SECOND);
  for (let index = first; index < track.length; index += 1) {
    const seconds = (index - first) / SAMPLES_PER_SECOND;
    const swell = 1400 * (1 - Math.exp(-seconds * 4)) * Math.exp(-seconds * 1.3);
    const left = Math.min(1, (track.length - index) / SAMPLES_PER_SECOND);
    const wave = tones.reduce((sum, hertz, n) => sum + Math.sin(2 * Math.PI * hertz * seconds) / (n + 1), 0);
    track[index] = (track[index] ?? 0) + swell * left * wave;
  }
}
