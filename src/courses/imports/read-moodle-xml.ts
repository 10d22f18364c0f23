import { XMLParser } from 'fast-xml-parser';
import type { Gap } from '../../assessment/index.ts';
import type { Answer, Brought, Import, LeftOut, Loss } from './imported.ts';
import { blanks, choices, free, gapOf, matching, number, short, trueOrFalse, type Start } from './make-question.ts';
import { fromHtml } from './plain-text.ts';

type Node = Record<string, unknown>;

/**
 * Questions in Moodle's XML. A document type is not read, so that no entity can be declared that swells or that fetches
 * anything; the five of XML itself and numbers are.
 */
export function readMoodleXml(xml: string): Import | 'not-xml' {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return 'not-xml';
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: true,
    trimValues: false,
    isArray: (name) => ['question', 'answer', 'subquestion', 'hint', 'file'].includes(name),
  });
  let quiz: unknown;
  try {
    quiz = (parser.parse(xml, true) as Node)['quiz'];
  } catch {
    return 'not-xml';
  }
  if (quiz === undefined) return 'not-xml';
  const lines = linesOfQuestions(xml);
  const found: Import = { questions: [], leftOut: [] };
  for (const [index, question] of nodes(quiz, 'question').entries()) {
    const made = readOne(question, lines[index] ?? 1);
    if ('reason' in made) found.leftOut.push(made);
    else found.questions.push(made);
  }
  return found;
}

function linesOfQuestions(xml: string): number[] {
  const lines: number[] = [];
  let [line, from] = [1, 0];
  for (const { index } of xml.matchAll(/<question[\s>]/g)) {
    for (let at = from; at < index; at++) if (xml.charCodeAt(at) === 10) line++;
    from = index;
    lines.push(line);
  }
  return lines;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const nodes = (node: unknown, name: string): Node[] => {
  const value = isNode(node) ? node[name] : undefined;
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
    one === undefined ? [] : [isNode(one) ? one : { '#text': one }],
  );
};
/** The words right in an element. */
const said = (node: Node | undefined): string => (typeof node?.['#text'] === 'string' ? node['#text'] : '');
const value = (node: unknown, name: string): string => said(nodes(node, name)[0]).trim();

/** What stands in `<name><text>`, of whatever format it is. */
function worded(node: unknown, name: string, losses: Loss[]): string {
  const [found] = nodes(node, name);
  return found ? ownText(found, losses, found['@format']) : '';
}

function ownText(node: Node, losses: Loss[], format: unknown = node['@format']): string {
  const text = value(node, 'text');
  if (nodes(node, 'file').length > 0 && !losses.some(({ kind }) => kind === 'pictures')) losses.push({ kind: 'pictures' });
  return format === 'plain_text' || format === 'markdown' ? text : fromHtml(text, losses);
}

function readOne(question: Node, line: number): Brought | LeftOut {
  const type = typeof question['@type'] === 'string' ? question['@type'] : '';
  if (type === 'category') return { line, title: value(nodes(question, 'category')[0], 'text').slice(0, 100), reason: 'category' };
  const losses: Loss[] = [];
  const title = fromHtml(value(nodes(question, 'name')[0], 'text'), []).slice(0, 100);
  const prompt = worded(question, 'questiontext', losses);
  const points = Math.min(20, Math.max(1, Math.round(Number(value(question, 'defaultgrade')) || 1)));
  const start: Start = {
    line,
    title: title || prompt.slice(0, 60),
    prompt,
    why: worded(question, 'generalfeedback', losses),
    points,
    losses,
  };
  if (nodes(question, 'hint').length > 0) losses.push({ kind: 'hints' });
  const answers = nodes(question, 'answer').map((answer): Answer => {
    const format = answer['@format'] ?? (type === 'multichoice' ? 'html' : 'plain_text');
    const feedback = worded(answer, 'feedback', losses);
    return { text: ownText(answer, losses, format), weight: Number(answer['@fraction'] ?? 0) || 0, feedback };
  });
  switch (type) {
    case 'multichoice':
      return choices(start, answers, value(question, 'single') === 'false');
    case 'truefalse': {
      const right = answers.find(({ weight }) => weight > 0);
      if (!right) return { line, title: start.title, reason: 'no-answers' };
      return trueOrFalse(
        start,
        right.text.toLowerCase() === 'true',
        answers.map(({ feedback }) => feedback),
      );
    }
    case 'shortanswer':
      return short(start, answers, value(question, 'usecase') === '1');
    case 'numerical':
      return numerical(start, question, answers);
    case 'matching':
      return matching(
        start,
        nodes(question, 'subquestion').map((pair) => ({
          left: ownText(pair, losses),
          right: value(nodes(pair, 'answer')[0], 'text'),
        })),
      );
    case 'essay':
      if (Number(value(question, 'attachments')) !== 0) losses.push({ kind: 'file-answer' });
      return free(start);
    case 'cloze':
      return cloze(start);
    case 'description':
      return { line, title: start.title, reason: 'description' };
    default:
      return { line, title: start.title, reason: 'unknown-kind', about: type.slice(0, 40) };
  }
}

function numerical(start: Start, question: Node, answers: readonly Answer[]): Brought | LeftOut {
  const tolerances = nodes(question, 'answer').map((answer) => Number(value(answer, 'tolerance')) || 0);
  const read = answers.flatMap(({ text, weight, feedback }, index) =>
    text === '*' ? [] : [{ answer: text === '' ? Number.NaN : Number(text), tolerance: tolerances[index]!, weight, feedback }],
  );
  const unit = value(nodes(nodes(question, 'units')[0], 'unit')[0], 'unit_name');
  return number(start, read, unit);
}

const gapPattern = /\{\d*:([A-Z_]+):((?:\\.|[^\\}])*)\}/g;
const typed = new Set(['SHORTANSWER', 'SA', 'MW', 'SHORTANSWER_C', 'SAC', 'MWC', 'NUMERICAL', 'NM']);
const chosen = /^(MULTICHOICE|MC|MULTICHOICE_[VHS]|MCV|MCH|MCS|MULTICHOICE_VS|MULTICHOICE_HS|MCVS|MCHS)$/;

/** Moodle's own signs for gaps: `{1:SHORTANSWER:=gul~%50%gulaktig#så där}`. */
function cloze(start: Start): Brought | LeftOut {
  const text: (string | Gap)[] = [];
  let from = 0;
  for (const match of start.prompt.matchAll(gapPattern)) {
    const [whole, type = '', inside = ''] = match;
    if (!typed.has(type) && !chosen.test(type)) return { line: start.line, title: start.title, reason: 'bad-cloze', about: type };
    text.push(start.prompt.slice(from, match.index));
    text.push(gapOf(clozeAnswers(inside, type.startsWith('N'), start.losses), chosen.test(type)));
    from = match.index + whole.length;
  }
  text.push(start.prompt.slice(from));
  const parts = text.filter((part) => part !== '');
  return blanks({ ...start, prompt: start.title }, parts);
}

function clozeAnswers(inside: string, isNumber: boolean, losses: Loss[]): Answer[] {
  return inside.split(/(?<!\\)~/).map((part) => {
    const [, sign = '', percent, rest = ''] = /^(=?)(?:%(-?\d+(?:\.\d+)?)%)?(.*)$/s.exec(part) ?? [];
    const [text = '', feedback = ''] = rest.split(/(?<!\\)#/);
    if (feedback.trim() && !losses.some(({ kind }) => kind === 'feedback-of-gaps')) losses.push({ kind: 'feedback-of-gaps' });
    const words = text.replaceAll(/\\([}#~/"\\])/g, '$1').trim();
    const weight = percent === undefined ? (sign ? 100 : 0) : Number(percent);
    if (isNumber && Number(words.split(':')[1] ?? 0) > 0) losses.push({ kind: 'tolerance', about: words });
    return { text: isNumber ? words.split(':')[0]! : words, weight, feedback: '' };
  });
}
