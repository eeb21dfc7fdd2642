import { expect, test } from 'vitest';
import zh from '@/i18n/zh-CN';
import { reasonsOf } from './reasons';
import {
  definedIn,
  foldOf,
  formulaKeys,
  linkedFormula,
  shownFormula,
  shownValue,
} from './words';

const say = (key: string) => `<${key}>`;

test('A formula is told in the words of the reader', () => {
  expect(
    shownFormula('sum(阶段基数[stage] * 份额 over stages of 招商项目 where 有份额 and 计入)', say),
  ).toBe('<sum>(阶段基数[<stage>] × 份额 <over> <stagesOf> 招商项目 <where> 有份额 <and> 计入)');
});

test('Every word of the language has its text, and there is no other', () => {
  expect(Object.keys(zh.formula).sort()).toEqual([...formulaKeys].sort());
});

test('Names, quoted words and parts of names stay as they are', () => {
  expect(shownFormula('count(事件 where 类别 = "sum" and counted = 1)', say)).toBe(
    '<count>(事件 <where> 类别 = sum <and> counted = 1)',
  );
  expect(shownFormula('group.min(增幅) / unit.目标 <= 0.4', say)).toBe(
    '<groupMin>(增幅) ÷ <unitOf>目标 ≤ 0.4',
  );
});

test('Values are words, cut fractions, or what they are', () => {
  expect(shownValue('missing', say)).toBe('<missing>');
  expect(shownValue('52/9', say)).toBe('5.7777…');
  expect(shownValue('-1/3', say)).toBe('-0.3333…');
  expect(shownValue('63.88', say)).toBe('63.88');
  expect(shownValue('2021-12-04', say)).toBe('2021-12-04');
});

test('A fold is told in its parts', () => {
  expect(foldOf('sum(基数[stage] * 份额 over stages of 招商项目 where 有份额 and 计入)')).toEqual({
    what: '基数[stage] * 份额',
    ledger: '招商项目',
    byStage: true,
    where: '有份额 and 计入',
  });
  expect(foldOf('count(招商项目 where 计入(签约))')).toMatchObject({ what: '', where: '计入(签约)' });
  expect(foldOf('sum(计划户数 over 征迁计划)')).toMatchObject({ ledger: '征迁计划', where: '' });
  expect(foldOf('count(distinct month(日期) over 活动)')).toMatchObject({ what: 'month(日期)' });
  expect(foldOf('min(1, 2)')).toBeNull();
});

test('Words that the method defines lead to their article', () => {
  const defined = definedIn([
    { number: '第六条', block: 'define 认定 of x = 1\ndefine 计入 of x = 2\n' },
    { number: '第八条', block: 'table 档 { a: 1 }\nmeasure R = 计入\n' },
  ]);
  expect([...defined]).toEqual([
    ['认定', '第六条'],
    ['计入', '第六条'],
    ['档', '第八条'],
    ['R', '第八条'],
  ]);
  expect(linkedFormula('有份额 and 计入(签约)', defined, say)).toEqual([
    { text: '有份额 <and> ', article: '' },
    { text: '计入', article: '第六条' },
    { text: '(签约)', article: '' },
  ]);
});

test('What was not counted is put together by its reason, the unreported last', () => {
  const source = { file: '', sheet: '', row: 1 };
  const fact = (label: string, condition: string, dates: [string, string][], stage = '签约') => ({
    ledger: '',
    entry: '',
    facts: [],
    source,
    label,
    condition,
    dates,
    stage,
  });
  const dated: [string, string][] = [['完成日期', '2021-08-21']];
  const reasons = reasonsOf([
    fact('甲', '核实结论 = 通过', []),
    fact('乙', '完成日期 >= 窗口起点', dated),
    fact('丙', '核实结论 = 通过', dated),
    fact('丁', '完成日期 >= 窗口起点', dated),
  ]);
  expect(reasons.map((each) => [each.condition, each.facts.map((one) => one.label).join('')])).toEqual([
    ['完成日期 >= 窗口起点', '乙丁'],
    ['核实结论 = 通过', '丙'],
    [null, '甲'],
  ]);
});
