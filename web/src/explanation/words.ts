// The words of the method language as a reader knows them. `Say` answers a key of i18n's `formula`.
import { decimalOf, shownFormula as withPaperSigns } from '@/ui/shown';

export type Say = (key: string) => string;

const values: Record<string, string> = { missing: 'missing', yes: 'yes', no: 'no' };

// "missing", "yes" and "no" become words; a fraction becomes a decimal cut off with "…".
export function shownValue(value: string, say: Say): string {
  const word = values[value];
  return word ? say(word) : (decimalOf(value) ?? value);
}

// Names of the language, and how their key in i18n is called.
const builtIn: Record<string, string> = {
  and: 'and',
  any: 'any',
  case: 'case',
  clamp: 'clamp',
  count: 'count',
  distinct: 'distinct',
  else: 'else',
  group: 'group',
  'group.last_rank': 'groupLastRank',
  'group.max': 'groupMax',
  'group.mean': 'groupMean',
  'group.min': 'groupMin',
  'group.rank': 'groupRank',
  'group.size': 'groupSize',
  'group.sum': 'groupSum',
  in: 'in',
  'is blank': 'isBlank',
  max: 'max',
  mean: 'mean',
  min: 'min',
  month: 'month',
  not: 'not',
  or: 'or',
  over: 'over',
  'period.first': 'periodFirst',
  'period.freeze': 'periodFreeze',
  'period.last': 'periodLast',
  'period.number': 'periodNumber',
  rank: 'rank',
  round: 'round',
  stage: 'stage',
  'stages of': 'stagesOf',
  sum: 'sum',
  unit: 'unit',
  vetoed: 'vetoed',
  where: 'where',
  year: 'year',
};
export const formulaKeys = [...Object.values(builtIn), ...Object.values(values)];

const token = /"[^"]*"|(?:group|period)\.[a-z_]+|stages of|is blank|[\p{L}_][\p{L}\p{N}_]*/gu;

// A formula with the signs of paper and with the reader's words; quoted words stand as they are.
export function shownFormula(formula: string, say: Say): string {
  return withPaperSigns(formula).replace(token, (word) => {
    if (word.startsWith('"')) {
      return word.slice(1, -1);
    }
    const key = builtIn[word];
    return key ? say(key) : word;
  });
}

const comparison = /^(.+?) (<=|>=|<|>|=|!=) (.+)$/;

// "完成日期 >= 窗口起点" and "2021-08-21 · 2021-09-23" are "2021-08-21 ≥ 2021-09-23".
export function shownCondition(condition: string, seen: string, say: Say): string {
  const found = seen.split(' · ').map((value) => shownValue(value, say));
  const match = comparison.exec(condition);
  if (match && found.length === 2) {
    return withPaperSigns(`${found[0]} ${match[2]} ${found[1]}`);
  }
  return found.join(' · ');
}
