// How this reader likes the page: language, light or dark, size of type. Kept in the browser alone.
import { reactive, watchEffect } from 'vue';

export type Language = 'zh-CN' | 'en';
export type Theme = 'light' | 'dark';
export type TypeSize = 'normal' | 'large';

const place = 'benniu.preferences';

export interface Preferences {
  language: Language;
  theme: Theme;
  type: TypeSize;
}

function isDarkOutside(): boolean {
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
}

function kept(): Partial<Preferences> {
  try {
    return JSON.parse(window.localStorage.getItem(place) ?? '{}') as Partial<Preferences>;
  } catch {
    // Storage may be switched off or hold what an older page wrote.
    return {};
  }
}

export function readPreferences(found: Partial<Preferences>, isDark: boolean): Preferences {
  return {
    language: found.language === 'en' ? 'en' : 'zh-CN',
    theme: found.theme === 'light' || found.theme === 'dark' ? found.theme : isDark ? 'dark' : 'light',
    type: found.type === 'large' ? 'large' : 'normal',
  };
}

export function usePreferences(): Preferences {
  const preferences = reactive(readPreferences(kept(), isDarkOutside()));
  watchEffect(() => {
    const root = document.documentElement;
    root.lang = preferences.language;
    root.dataset['theme'] = preferences.theme;
    root.dataset['type'] = preferences.type;
  });
  return preferences;
}

// Written only when the reader chose, so that light and dark follow the system until then.
export function keepPreferences(preferences: Preferences): void {
  try {
    window.localStorage.setItem(place, JSON.stringify(preferences));
  } catch {
    // The page works without.
  }
}
