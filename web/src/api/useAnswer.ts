// A question that follows what it depends on: asked anew when its address or the language changes,
// the older one given up. While a new answer is awaited, the older one stays to be read.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { ask } from './ask';
import type { Problem } from './answers';

export interface Asked<T> {
  answer: ShallowRef<T | null>;
  problem: ShallowRef<Problem | null>;
  waiting: ShallowRef<boolean>;
  again: () => void;
}

export function useAnswer<T>(address: () => string | null): Asked<T> {
  const { locale } = useI18n();
  const answer = shallowRef<T | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const waiting = shallowRef(true);
  let running = new AbortController();

  async function again(): Promise<void> {
    const asked = address();
    if (asked === null) {
      return;
    }
    running.abort();
    const own = (running = new AbortController());
    waiting.value = true;
    try {
      const told = await ask<T>(asked, locale.value, own.signal);
      answer.value = told.answer;
      problem.value = told.problem;
      waiting.value = false;
    } catch (reason) {
      if (!own.signal.aborted) {
        throw reason;
      }
    }
  }

  watch([address, locale], () => void again(), { immediate: true });
  onScopeDispose(() => running.abort());
  return { answer, problem, waiting, again: () => void again() };
}
