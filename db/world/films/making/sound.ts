import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { SAMPLES_PER_SECOND } from './narration.ts';

/** Takes the edge off a synthetic voice: no rumble, more body, less hiss, the hint of a room. */
const SOFTER = ['highpass=f=70', 'equalizer=f=180:t=q:w=1:g=2', 'lowpass=f=9000', 'aecho=0.9:0.6:23|41:0.09|0.05'].join(',');
const LOUDNESS = 'loudnorm=I=-17:TP=-1.5:LRA=9';

export async function withFinishedSound(samples: Int16Array, use: (file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path(tmpdir(), 'film-'));
  try {
    const raw = path(folder, 'raw.pcm');
    const finished = path(folder, 'finished.wav');
    writeFileSync(raw, new Uint8Array(samples.buffer));
    const measured = ffmpeg(raw, `${SOFTER},${LOUDNESS}:print_format=json`, ['-f', 'null', '-']);
    ffmpeg(raw, `${SOFTER},${LOUDNESS}:linear=true:${asMeasured(measured)}`, ['-ar', '44100', finished]);
    await use(finished);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ffmpeg(raw: string, filters: string, output: string[]): string {
  const input = ['-f', 's16le', '-ar', String(SAMPLES_PER_SECOND), '-ac', '1', '-i', raw];
  const run = spawnSync('ffmpeg', ['-y', '-hide_banner', ...input, '-af', filters, ...output], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stderr;
}

/** The first pass measures; told what it found, the second changes the volume only, without pumping. */
function asMeasured(report: string): string {
  const found = JSON.parse(report.slice(report.lastIndexOf('{'), report.lastIndexOf('}') + 1));
  return [
    `measured_I=${found.input_i}`,
    `measured_TP=${found.input_tp}`,
    `measured_LRA=${found.input_lra}`,
    `measured_thresh=${found.input_thresh}`,
    `offset=${found.target_offset}`,
  ].join(':');
}
