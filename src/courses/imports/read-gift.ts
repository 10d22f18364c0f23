import { fromHtml } from './plain-text.ts';
import type { Answer, Brought, Import, LeftOut, Loss } from './imported.ts';
import { blanks, choices, free, gapOf, matching, number, short, trueOrFalse, type NumberAnswer, type Start } from './make-question.ts';

/**
 * Questions in Moodle's GIFT, read without trust: whatever is no question of ours is told with its line. A backslash before
 * one of `~ = # { } :` makes it a sign of the text.
 */
export function readGift(text: string): Import {
  const found: Import = { questions: [], leftOut: [] };
  for (const { line, text: said } of questionsIn(text)) {
    found.leftOut.push(...categoriesIn(said, line));
    const made = readOne(said, line);
    if (!made) continue;
    if ('reason' in made) found.leftOut.push(made);
    else found.questions.push(made);
  }
  return found;
}

/** Questions stand apart by empty lines; lines that begin with two slashes are remarks. */
function questionsIn(text: string): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = [];
  let current: { line: number; text: string } | undefined;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const isRemark = /^\s*\/\//.test(raw);
    if (raw.trim() === '') {
      // Within braces an empty line ends nothing.
      if (current && !isOpen(current.text)) {
        found.push(current);
        current = undefined;
      }
    } else if (!isRemark) current = current ? { ...current, text: `${current.text}\n${raw}` } : { line: index + 1, text: raw };
  }
  return current ? [...found, current] : found;
}

const isOpen = (text: string): boolean => braceAt(text, '{') >= 0 && braceAt(text, '}') < 0;

/** The first such sign that no backslash stands before. */
function braceAt(text: string, sign: string, from = 0): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === sign) return at;
  }
  return -1;
}

const signs: Record<string, string> = { n: '\n' };
const plain = (text: string): string => text.replaceAll(/\\([~=#{}:\\n])/g, (_, sign: string) => signs[sign] ?? sign).trim();

const categoriesIn = (said: string, line: number): LeftOut[] =>
  [...said.matchAll(/^\s*\$CATEGORY:\s*(.*)$/gm)].map(([, title = '']) => ({
    line,
    title: title.trim().slice(0, 100),
    reason: 'category',
  }));

function readOne(said: string, line: number): Brought | LeftOut | undefined {
  const rest = said.replaceAll(/^\s*\$CATEGORY:.*$/gm, '').trim();
  if (rest === '') return undefined;
  const named = /^::((?:\\.|[^\\])*?)::/s.exec(rest);
  const after = named ? rest.slice(named[0].length) : rest;
  const [open, close] = [braceAt(after, '{'), braceAt(after, '}')];
  const title = plain(named?.[1] ?? '') || plain(after.slice(0, 60));
  if (open < 0) return { line, title, reason: 'description' };
  if (close < open) return { line, title, reason: 'not-closed' };
  const losses: Loss[] = [];
  const format = /^\s*\[(html|moodle|plain|markdown)\]/.exec(after);
  const before = worded(after.slice(format?.[0].length ?? 0, open), format?.[1], losses);
  const behind = worded(after.slice(close + 1), format?.[1], losses);
  if (braceAt(after, '{', close + 1) >= 0) return { line, title, reason: 'bad-cloze' };
  return readAnswers(after.slice(open + 1, close), { line, title, why: '', points: 1, losses, prompt: before }, behind, format?.[1]);
}

function worded(text: string, format: string | undefined, losses: Loss[]): string {
  return format === 'html' || format === 'moodle' ? fromHtml(plain(text), losses) : plain(text);
}

function readAnswers(inside: string, start: Start, behind: string, format: string | undefined): Brought | LeftOut {
  const generalAt = inside.search(/(?<!\\)####/);
  const why = generalAt < 0 ? '' : worded(inside.slice(generalAt + 4), format, start.losses);
  const said = (generalAt < 0 ? inside : inside.slice(0, generalAt)).trim();
  const whole = { ...start, why, prompt: behind ? `${start.prompt} _____ ${behind}` : start.prompt };
  if (said === '') return free(whole);
  const isTrueFalse = /^(T|TRUE|F|FALSE)\s*(?:(?<!\\)#(.*))?$/is.exec(said);
  if (isTrueFalse) {
    const feedback = (isTrueFalse[2] ?? '').split(/(?<!\\)#/).map((one) => worded(one, format, start.losses));
    return trueOrFalse(whole, /^t/i.test(isTrueFalse[1]!), feedback);
  }
  if (said.startsWith('#')) return number(whole, numbersIn(said.slice(1)));
  const answers = answersIn(said, format, start.losses);
  if (answers.length === 0) return { line: start.line, title: start.title, reason: 'no-answers' };
  const isChoice = answers.some(({ sign }) => sign === '~');
  if (!isChoice && answers.every(({ text }) => text.includes('->'))) return matching(whole, answers.map(pairOf));
  const named = answers.map(({ text, weight, feedback }): Answer => ({ text, weight, feedback }));
  if (behind && start.prompt) return blanks({ ...whole, prompt: start.title }, [`${start.prompt} `, gapOf(named, isChoice), ` ${behind}`]);
  return isChoice
    ? choices(
        whole,
        named,
        answers.every(({ sign }) => sign === '~'),
      )
    : short(whole, named);
}

type GiftAnswer = Answer & { sign: string; raw: string };

/** Each begins with `=` (right) or `~` (wrong, or worth `%n%`); what follows `#` is said of it. */
function answersIn(said: string, format: string | undefined, losses: Loss[]): GiftAnswer[] {
  return partsFrom(said, /[=~]/).map((part): GiftAnswer => {
    const sign = part[0]!;
    const weighed = /^.\s*%(-?\d{1,3}(?:\.\d+)?)%/.exec(part);
    const raw = part.slice(weighed?.[0].length ?? 1);
    const at = braceAt(raw, '#');
    const weight = weighed ? Number(weighed[1]) : sign === '=' ? 100 : 0;
    const feedback = at < 0 ? '' : worded(raw.slice(at + 1), format, losses);
    return { sign, raw, weight, text: worded(at < 0 ? raw : raw.slice(0, at), format, losses), feedback };
  });
}

function partsFrom(said: string, begins: RegExp): string[] {
  const starts: number[] = [];
  for (let at = 0; at < said.length; at++) {
    if (said[at] === '\\') at++;
    else if (begins.test(said[at]!)) starts.push(at);
  }
  return starts.map((from, index) => said.slice(from, starts[index + 1]));
}

function pairOf({ text }: GiftAnswer) {
  const at = text.indexOf('->');
  return { left: text.slice(0, at).trim(), right: text.slice(at + 2).trim() };
}

/** `3:0.5`, `2.5..3.5`, or several answers that each have their weight. */
function numbersIn(said: string): NumberAnswer[] {
  const parts = partsFrom(said, /[=~]/);
  return (parts.length > 0 ? parts : [`=${said}`]).flatMap((part): NumberAnswer[] => {
    const weighed = /^.\s*%(-?\d{1,3}(?:\.\d+)?)%/.exec(part);
    const raw = part.slice(weighed?.[0].length ?? 1);
    const at = braceAt(raw, '#');
    const text = (at < 0 ? raw : raw.slice(0, at)).trim();
    const feedback = at < 0 ? '' : plain(raw.slice(at + 1));
    const range = /^(-?[\d.]+(?:e[+-]?\d+)?)\s*\.\.\s*(-?[\d.]+(?:e[+-]?\d+)?)$/i.exec(text);
    const weight = weighed ? Number(weighed[1]) : 100;
    if (text === '' && part[0] === '~') return [];
    if (range) {
      const [low, high] = [Number(range[1]), Number(range[2])];
      return [{ answer: rounded((low + high) / 2), tolerance: rounded(Math.abs(high - low) / 2), weight, feedback }];
    }
    const [answer = '', tolerance = '0'] = text.split(/(?<!\\):/);
    return [{ answer: answer.trim() === '' ? Number.NaN : Number(answer), tolerance: Number(tolerance), weight, feedback }];
  });
}

/** Half a sum in binary is a little beside itself. */
const rounded = (value: number): number => Number(value.toPrecision(12));
