import { parseSync } from 'oxc-parser';

/** One change of a source: what stands from `start` to `end` becomes `text`. */
export type Mutant = { kind: string; start: number; end: number; text: string; line: number };

type Node = { type: string; start: number; end: number } & Record<string, unknown>;
type Change = { kind: string; start: number; end: number; text: string };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every small change to a TypeScript source that its tests should notice; types are left, for they are gone when it runs. */
export function mutantsOf(path: string, source: string): Mutant[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]!.message}`);
  const found: Change[] = [];
  visit(program as unknown as Node, undefined, source, found);
  const seen = new Set<string>();
  return found
    .filter(({ start, end, text }) => {
      const key = `${start} ${end} ${text}`;
      return source.slice(start, end) !== text && !seen.has(key) && seen.add(key);
    })
    .map((change) => ({ ...change, line: source.slice(0, change.start).split('\n').length }));
}

function visit(node: Node, parent: Node | undefined, source: string, found: Change[]): void {
  if (isType(node)) return;
  for (const change of changesOf(node, parent, source)) found.push(change);
  for (const [name, child] of Object.entries(node)) {
    if (name === 'source' && /^(Import|Export)/.test(node.type)) continue;
    if (name === 'key' && node['computed'] === false) continue;
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) visit(one, node, source, found);
  }
}

const valuesInTypes = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);
const isType = ({ type, declare }: Node) => (type.startsWith('TS') && !valuesInTypes.has(type)) || declare === true;

function changesOf(node: Node, parent: Node | undefined, source: string): Change[] {
  const of = (part: unknown) => source.slice((part as Node).start, (part as Node).end);
  const become = (kind: string, ...texts: string[]): Change[] => texts.map((text) => ({ kind, start: node.start, end: node.end, text }));
  switch (node.type) {
    case 'Literal':
      return literal(node, parent, become);
    case 'TemplateElement':
      return node.end > node.start && of(node).trim() !== '' ? become('text', '') : [];
    case 'ConditionalExpression':
      return become('condition', of(node['consequent']), of(node['alternate']));
    case 'IfStatement':
    case 'WhileStatement': {
      const test = node['test'] as Node;
      const states = node.type === 'WhileStatement' ? ['false'] : ['true', 'false'];
      return states.map((text) => ({ kind: 'condition', start: test.start, end: test.end, text }));
    }
    case 'LogicalExpression':
    case 'BinaryExpression':
      return operator(node, of, become);
    case 'UnaryExpression':
      return node['operator'] === '!' ? become('negation', of(node['argument'])) : [];
    case 'ArrayExpression':
      return (node['elements'] as unknown[]).length > 0 ? become('list', '[]') : [];
    case 'ObjectExpression':
      return (node['properties'] as unknown[]).length > 0 ? become('object', '({})') : [];
    case 'CallExpression':
      return call(node, of, become);
    case 'ReturnStatement':
      return node['argument'] ? become('return', 'return undefined;') : [];
    case 'ExpressionStatement':
      return become('statement', ';');
    case 'AssignmentExpression':
      return node['operator'] === '+=' ? become('assignment', `${of(node['left'])} -= ${of(node['right'])}`) : [];
    default:
      return [];
  }
}

type Become = (kind: string, ...texts: string[]) => Change[];

function literal({ value }: Node, parent: Node | undefined, become: Become): Change[] {
  // A type's word, or the name of a property.
  if (parent && parent.type.startsWith('TS') && !valuesInTypes.has(parent.type)) return [];
  if (typeof value === 'boolean') return become('boolean', String(!value));
  if (typeof value === 'number') return become('number', String(value + 1));
  if (typeof value === 'string') return become('text', value === '' ? "'changed'" : "''");
  return [];
}

const others: Record<string, string[]> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '<<': ['>>'],
  '|': ['&'],
};

function operator(node: Node, of: (part: unknown) => string, become: Become): Change[] {
  const [left, right, sign] = [of(node['left']), of(node['right']), String(node['operator'])];
  const swapped = (others[sign] ?? []).map((other) => `(${left} ${other} ${right})`);
  if (sign === '??') return become('operator', left, right);
  return become('operator', ...swapped);
}

/** Calls that choose, order or turn: without them, or with their opposite. */
const dropped = new Set(['filter', 'toSorted', 'toReversed', 'trim', 'slice']);
const opposites: Record<string, string> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  find: 'findLast',
  max: 'min',
  min: 'max',
};

function call(node: Node, of: (part: unknown) => string, become: Become): Change[] {
  const callee = node['callee'] as Node;
  if (callee.type !== 'MemberExpression' || callee['computed'] === true) return [];
  const [object, name] = [of(callee['object']), of(callee['property'])];
  const args = (node['arguments'] as unknown[]).map(of).join(', ');
  if (dropped.has(name)) return become('call', object);
  const opposite = opposites[name];
  return opposite ? become('call', `${object}.${opposite}(${args})`) : [];
}
