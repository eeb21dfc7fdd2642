// Facts that were looked at but not counted, put together by the condition that they failed.
import type { Fact } from '@/api/answers';

export interface Reason {
  condition: string | null; // null: the stage was never reported, so there is nothing to say of it
  facts: Fact[];
}

export function reasonsOf(facts: Fact[]): Reason[] {
  const reasons = new Map<string | null, Fact[]>();
  for (const fact of facts) {
    const isUnreported = fact.stage !== undefined && fact.dates.length === 0;
    const condition = isUnreported ? null : (fact.condition ?? '');
    reasons.set(condition, [...(reasons.get(condition) ?? []), fact]);
  }
  const silent = reasons.get(null);
  reasons.delete(null);
  const told = [...reasons].map(([condition, list]) => ({ condition, facts: list }));
  return silent ? [...told, { condition: null, facts: silent }] : told;
}
