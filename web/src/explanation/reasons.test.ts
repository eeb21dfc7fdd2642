import { expect, test } from 'vitest';
import type { Fact } from '@/api/answers';
import { pairOf, reasonsOf } from './reasons';

const fact = (more: Partial<Fact>): Fact => ({
  ledger: '招商项目',
  entry: 'a',
  label: 'a',
  source: { file: 'a.xlsx', sheet: '甲', row: 1 },
  facts: [1],
  dates: [['完成日期', '2021-05-11']],
  ...more,
});
const t = (key: string, words: Record<string, string> = {}) =>
  key === 'explanation.pair' ? `${words['operand']} ${words['value']}` : `<${key}>`;

test('Facts that failed one condition of one article stand together, with what it compares with', () => {
  const seen = [
    { name: '完成日期', value: '2021-05-11' },
    { name: '窗口起点', value: '2021-09-23', fixed: true },
  ];
  const reasons = reasonsOf([
    fact({ condition: '完成日期 >= 窗口起点', article: '第六条', seen }),
    fact({ condition: '是否龙头', article: '第九条' }),
    fact({ condition: '完成日期 >= 窗口起点', article: '第六条', seen }),
  ]);
  expect(reasons.map((each) => [each.article, each.facts.length])).toEqual([
    ['第六条', 2],
    ['第九条', 1],
  ]);
  expect(reasons[0]?.fixed).toEqual(seen.slice(1));
});

test('Stages that nobody reported come last, without a condition', () => {
  const reasons = reasonsOf([
    fact({ stage: '开工', dates: [], condition: 'x' }),
    fact({ stage: '签约', condition: 'x' }),
  ]);
  expect(reasons.map((each) => each.condition)).toEqual(['x', null]);
});

test('What was left blank is said so', () => {
  expect(pairOf({ name: '退出日期', value: 'missing' }, t)).toBe('退出日期 <explanation.blank>');
  expect(pairOf({ name: '是否龙头', value: 'no' }, t)).toBe('是否龙头 <formula.no>');
});
