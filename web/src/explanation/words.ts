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
  'not vetoed': 'notVetoed',
  'unit.': 'unitOf',
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

const token = /"[^"]*"|(?:group|period)\.[a-z_]+|stages of|is blank|not vetoed|unit\.(?=[\p{L}_])|[\p{L}_][\p{L}\p{N}_]*/gu;

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

export interface Fold {
  what: string; // what each row counts for; "" where rows are only counted
  ledger: string;
  byStage: boolean;
  where: string;
}

const fold = /^\w+\((?:distinct )?(?:(.+?) over )?(stages of )?([^ ()]+)(?: where (.+))?\)$/;

// "sum(额 over stages of 招商项目 where 计入)" in its parts.
export function foldOf(formula: string): Fold | null {
  const match = fold.exec(formula);
  if (!match) {
    return null;
  }
  const [, what = '', stages, ledger = '', where = ''] = match;
  return { what, ledger, byStage: stages !== undefined, where };
}

export interface Word {
  text: string;
  article: string; // of the method, where the word is defined there; else ""
}

const definition = /^(?:define|measure|item|let|table|blend) ([\p{L}_][\p{L}\p{N}_]*)/gmu;

// Where the method defines its words: word → number of the article.
export function definedIn(articles: { number: string; block: string }[]): Map<string, string> {
  return new Map(
    articles.flatMap(({ number, block }) =>
      [...block.matchAll(definition)].map((match): [string, string] => [match[1] ?? '', number]),
    ),
  );
}

// A formula cut up so that each word that the method defines can lead to its article.
export function linkedFormula(formula: string, defined: Map<string, string>, say: Say): Word[] {
  const words: Word[] = [];
  let done = 0;
  for (const match of formula.matchAll(token)) {
    const article = defined.get(match[0]);
    if (article) {
      words.push({ text: shownFormula(formula.slice(done, match.index), say), article: '' });
      words.push({ text: match[0], article });
      done = match.index + match[0].length;
    }
  }
  words.push({ text: shownFormula(formula.slice(done), say), article: '' });
  return words.filter((word) => word.text !== '');
}
