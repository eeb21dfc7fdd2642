// A question that follows what it depends on: asked anew when its address or the language changes.
// Only the latest one's answer counts; until it comes, the one before stays to be read.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { ask } from './ask';
import type { Problem } from './answers';

export interface Asked<T> {
  answer: ShallowRef<T | null>;
  problem: ShallowRef<Problem | null>;
  waiting: ShallowRef<boolean>;
  again: () => Promise<void>;
}

// While `address` is null there is nothing to ask.
export function useAnswer<T>(address: () => string | null): Asked<T> {
  const { locale } = useI18n();
  const answer = shallowRef<T | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const waiting = shallowRef(true);
  let latest = 0;

  async function again(): Promise<void> {
    const asked = address();
    if (asked === null) {
      return;
    }
    const own = ++latest;
    waiting.value = true;
    const told = await ask<T>(asked, locale.value);
    if (own === latest) {
      answer.value = told.answer;
      problem.value = told.problem;
      waiting.value = false;
    }
  }

  watch([address, locale], again, { immediate: true });
  onScopeDispose(() => {
    latest = -1;
  });
  return { answer, problem, waiting, again };
}
