// Facts that were looked at but not counted, put together by the condition that they failed.
import type { Fact, Seen } from '@/api/answers';
import { shownFormula, shownValue } from './words';

export interface Reason {
  condition: string | null; // null: the stage was never reported, so there is nothing to say of it
  article: string;
  fixed: Seen[]; // what the condition compares every fact with
  facts: Fact[];
}

export function reasonsOf(facts: Fact[]): Reason[] {
  const reasons: Reason[] = [];
  const silent: Reason = { condition: null, article: '', fixed: [], facts: [] };
  for (const fact of facts) {
    if (fact.stage !== undefined && fact.dates.length === 0) {
      silent.facts.push(fact);
      continue;
    }
    const { condition = '', article = '', seen = [] } = fact;
    const known = reasons.find(
      (each) => each.condition === condition && each.article === article,
    );
    if (known) {
      known.facts.push(fact);
    } else {
      const fixed = seen.filter((each) => each.fixed);
      reasons.push({ condition, article, fixed, facts: [fact] });
    }
  }
  return silent.facts.length > 0 ? [...reasons, silent] : reasons;
}

// "完成日期 2021-05-11", in the reader's words.
export function pairOf(seen: Seen, t: (key: string, words?: Record<string, string>) => string): string {
  const say = (key: string) => t(`formula.${key}`);
  return t('explanation.pair', {
    operand: shownFormula(seen.name, say),
    value: seen.value === 'missing' ? t('explanation.blank') : shownValue(seen.value, say),
  });
}
