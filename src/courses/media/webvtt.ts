export type CaptionFault = { line: number; kind: 'no-head' | 'bad-time' | 'ends-early' | 'out-of-order' | 'no-text' | 'no-cues' };

const time = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const timing = new RegExp(`^${time}[ \\t]+-->[ \\t]+${time}(?:[ \\t]+\\S.*)?$`);

/** What is wrong with a file of captions, line by line; nothing when browsers can read it (W3C WebVTT). */
export function checkCaptions(text: string): CaptionFault[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) return [{ line: 1, kind: 'no-head' }];
  const faults: CaptionFault[] = [];
  let latest = -1;
  let cues = 0;
  for (const [index, line] of lines.entries()) {
    if (!line.includes('-->')) continue;
    cues++;
    const read = readTiming(line);
    const at = { line: index + 1 };
    if (!read) faults.push({ ...at, kind: 'bad-time' });
    else if (read.end <= read.start) faults.push({ ...at, kind: 'ends-early' });
    else if (read.start < latest) faults.push({ ...at, kind: 'out-of-order' });
    if (read) latest = Math.max(latest, read.start);
    if ((lines[index + 1] ?? '').trim() === '') faults.push({ ...at, kind: 'no-text' });
  }
  return cues === 0 ? [{ line: lines.length, kind: 'no-cues' }] : faults;
}

function readTiming(line: string): { start: number; end: number } | undefined {
  const found = timing.exec(line.trim());
  if (!found) return undefined;
  const [, ...parts] = found;
  return { start: seconds(parts.slice(0, 4)), end: seconds(parts.slice(4, 8)) };
}

const seconds = ([hours = '0', minutes, whole, thousandths]: (string | undefined)[]) =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;
