import { describe, expect, test } from 'vitest';
import type { Line } from '@/api/answers';
import { casesOf, chosenOf, detailsOf, expressionOf, isOpenable, withValues } from './reckoning';

const say = (key: string) => `<${key}>`;

function literal(value: string): Line {
  return { what: 'literal', formula: value, value };
}

function measure(name: string, value: string, ...parts: Line[]): Line {
  return { what: 'measure', name, formula: `count(${name})`, value, parts };
}

function step(what: string, value: string, ...parts: Line[]): Line {
  return { what, formula: what, value, parts };
}

const sum = { what: 'aggregate', formula: 'sum(…)', value: '12.775', counted: [], not_counted: [] };
const r = measure('R', '12.775', sum);
const t = measure('T', '20', { what: 'lookup', formula: '目标[unit]', value: '20', row: '二档' });
const body = step(
  'min',
  '63.875',
  literal('120'),
  step('divide', '63.875', step('multiply', '1277.5', literal('100'), r), t),
);
const n: Line = { what: 'item', name: 'N', formula: 'min(120, 100 * R / T)', value: '63.88', parts: [body] };

describe('A formula with its values', () => {
  test('puts values where names stood', () => {
    expect(withValues(body, say)).toBe('<min>(120, 100 × 12.775 ÷ 20)');
  });

  test('keeps the parentheses that it needs, and no others', () => {
    const less = step('subtract', '1', literal('3'), step('subtract', '2', literal('4'), literal('2')));
    expect(withValues(less, say)).toBe('3 − (4 − 2)');
    const product = step('multiply', '9', step('add', '3', literal('1'), literal('2')), literal('3'));
    expect(withValues(product, say)).toBe('(1 + 2) × 3');
  });

  test('shows of a choice only what it came to', () => {
    const choice = step('choose', '2', step('equal', 'no'), literal('1'), literal('2'));
    expect(withValues(step('add', '3', literal('1'), choice), say)).toBe('1 + 2');
  });

  test('says in words what is missing, and cuts a fraction', () => {
    const parts = step('divide', 'missing', measure('a', '88/3'), measure('b', 'missing'));
    expect(withValues(parts, say)).toBe('29.3333… ÷ <missing>');
  });

  test('keeps parentheses where a choice needs them, and round what is negative', () => {
    const otherwise = step('else', '3', step('add', '3', literal('1'), literal('2')));
    expect(withValues(otherwise, say)).toBe('1 + 2');
    expect(withValues(step('multiply', '6', literal('2'), otherwise), say)).toBe('2 × (1 + 2)');
    const negative = step('subtract', '1', measure('a', '0'), measure('b', '-1'));
    expect(withValues(negative, say)).toBe('0 − (-1)');
  });

  test('shows a condition that failed early as far as it went', () => {
    const failed = step('and', 'no', step('equal', 'no', measure('g', '园区组'), literal('"部门组"')));
    expect(withValues(failed, say)).toBe('园区组 = 部门组');
  });
});

describe('What is worth opening', () => {
  test('is what a formula names, each once, without plain numbers', () => {
    const twice = step('add', '2', r, step('multiply', '1', literal('2'), r));
    expect(detailsOf(expressionOf(n)).map((line) => line.name)).toEqual(['R', 'T']);
    expect(detailsOf(twice)).toEqual([r]);
  });

  test('leaves out the conditions of a choice, and tells what was absent', () => {
    const choice = step('choose', '20', step('equal', 'yes', r, literal('1')), t);
    expect(detailsOf(choice)).toEqual([t]);
    expect(detailsOf(step('else', '20', r, t))).toEqual([r, t]);
    expect(casesOf(choice).map((each) => each.holds)).toEqual([true]);
    expect(chosenOf(choice)).toBe(t);
  });

  test('opens behind its name', () => {
    expect(expressionOf(n)).toBe(body);
    expect(expressionOf(r)).toBe(sum);
    expect(isOpenable(n)).toBe(true);
    expect(isOpenable({ what: 'unit-field', formula: 'unit.龙头目标', value: '2' })).toBe(false);
    expect(isOpenable({ what: 'let', formula: 'period.first', value: '2021-09-23', parts: [] })).toBe(false);
  });
});
