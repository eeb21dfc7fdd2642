// The server's lines, laid out for reading: which formula, which values in its place, and what is
// worth opening below it. Values are never changed here, only put where their names stood.
import type { Line } from '@/api/answers';
import { shownFormula, shownValue, type Say } from './words';

// A name whose last part is what it does.
const named = new Set(['item', 'measure', 'definition', 'let', 'context']);
const infix: Record<string, string> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  equal: '=',
  'not-equal': '!=',
  less: '<',
  'less-equal': '<=',
  greater: '>',
  'greater-equal': '>=',
  and: 'and',
  or: 'or',
};
const calls = new Set(['min', 'max', 'mean', 'clamp', 'round', 'month', 'year']);
// How tightly a kind binds; looser parts are put in parentheses.
const tightness: Record<string, number> = {
  or: 2,
  and: 3,
  not: 4,
  add: 6,
  subtract: 6,
  multiply: 7,
  divide: 7,
  negate: 8,
};
for (const kind of ['equal', 'not-equal', 'less', 'less-equal', 'greater', 'greater-equal']) {
  tightness[kind] = 5;
}
tightness['between'] = 5;
tightness['one-of'] = 5;
tightness['is-blank'] = 5;

function parts(line: Line): Line[] {
  return line.parts ?? [];
}

function last(lines: Line[]): Line | undefined {
  return lines[lines.length - 1];
}

// What stands behind a name; a line without a name is itself.
export function expressionOf(line: Line): Line {
  return (named.has(line.what) && last(parts(line))) || line;
}

function isOperator(line: Line): boolean {
  return (
    line.what in infix ||
    calls.has(line.what) ||
    ['negate', 'not', 'between', 'one-of', 'is-blank', 'choose', 'else'].includes(line.what)
  );
}

// Whether values can be put into the formula and say more than the result alone.
export function isReckoned(expression: Line): boolean {
  return isOperator(expression) && expression.what !== 'choose';
}

// The formula of an expression with values where names stood: "min(120, 100 × 12.775 ÷ 20)".
export function withValues(expression: Line, say: Say): string {
  return shownFormula(written(expression, 0, say), say);
}

function written(line: Line, around: number, say: Say): string {
  const came = ['choose', 'else'].includes(line.what) ? last(parts(line)) : undefined;
  if (came) {
    return written(came, around, say);
  }
  const own = tightness[line.what] ?? 9;
  const text = bare(line, own, say);
  const isNegative = around > (tightness['add'] ?? 0) && text.startsWith('"-');
  return own < around || isNegative ? `(${text})` : text;
}

function bare(line: Line, own: number, say: Say): string {
  const inner = parts(line);
  const at = (index: number, around: number) => {
    const part = inner[index];
    return part ? written(part, around, say) : '';
  };
  const sign = infix[line.what];
  if (sign !== undefined) {
    // A condition that failed early has only its first part.
    return inner.length < 2 ? at(0, own) : `${at(0, own)} ${sign} ${at(1, own + 1)}`;
  }
  if (calls.has(line.what)) {
    return `${line.what}(${inner.map((part) => written(part, 0, say)).join(', ')})`;
  }
  switch (line.what) {
    case 'literal':
      return line.formula;
    case 'negate':
      return `-${at(0, own)}`;
    case 'not':
      return `not ${at(0, own)}`;
    case 'between':
      return `${at(0, 6)} in ${at(1, 6)} .. ${at(2, 6)}`;
    case 'one-of':
      return `${at(0, 6)} in (${inner.slice(1).map((part) => written(part, 0, say)).join(', ')})`;
    case 'is-blank':
      return `${at(0, 6)} is blank`;
    default:
      return `"${shownValue(line.value, say)}"`;
  }
}

export interface Case {
  condition: Line;
  holds: boolean;
}

// The conditions that a choice tried, the one that held last.
export function casesOf(expression: Line): Case[] {
  if (expression.what !== 'choose') {
    return [];
  }
  return parts(expression)
    .slice(0, -1)
    .map((condition) => ({ condition, holds: condition.value === 'yes' }));
}

// What a choice came to.
export function chosenOf(expression: Line): Line | undefined {
  return expression.what === 'choose' ? last(parts(expression)) : undefined;
}

// What the formula names, in its order and each once: worth opening, or at least worth its value.
export function detailsOf(expression: Line): Line[] {
  const seen = new Set<string>();
  const found: Line[] = [];
  const collect = (line: Line): void => {
    if (line.what === 'literal') {
      return;
    }
    if (isOperator(line)) {
      relevant(line).forEach(collect);
      return;
    }
    const mark = [line.what, line.name, line.formula, line.value].join('\n');
    if (!seen.has(mark)) {
      seen.add(mark);
      found.push(line);
    }
  };
  relevant(expression).forEach(collect);
  return found;
}

// Of a choice only what it came to counts.
function relevant(line: Line): Line[] {
  return line.what === 'choose' ? parts(line).slice(-1) : parts(line);
}

// Whether there is more to see than the value.
export function isOpenable(line: Line): boolean {
  const expression = expressionOf(line);
  return (
    expression !== line ||
    line.blend !== undefined ||
    line.members !== undefined ||
    (line.counted?.length ?? 0) + (line.not_counted?.length ?? 0) > 0 ||
    line.what === 'lookup' ||
    line.what === 'result' ||
    isOperator(line)
  );
}
