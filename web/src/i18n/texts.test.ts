import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import en from './en';
import zh from './zh-CN';

type Texts = { [key: string]: string | Texts };

function flat(texts: Texts, front = ''): Map<string, string> {
  const all = Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[front + key, text]] : [...flat(text, `${front}${key}.`)],
  );
  return new Map(all);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) => {
    const path = join(folder, each.name);
    if (each.isDirectory()) {
      return sources(path);
    }
    const isSource = /\.(ts|vue)$/.test(each.name) && !each.name.endsWith('.test.ts');
    return isSource && !path.includes('i18n') ? [path] : [];
  });
}

const src = join(__dirname, '..');
const chinese = flat(zh);
const english = flat(en);
const places = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort().join();

test('Both languages have the same texts with the same places', () => {
  expect([...english.keys()]).toEqual([...chinese.keys()]);
  for (const [key, text] of chinese) {
    expect(new Set(places(english.get(key)).split(',')), key).toEqual(new Set(places(text).split(',')));
    expect(text.trim() && english.get(key)?.trim(), key).toBeTruthy();
  }
});

test('Every text is said somewhere, and what is said is there', () => {
  const code = sources(src).map((path) => readFileSync(path, 'utf8')).join('\n');
  const said = new Set([...code.matchAll(/['"`]([a-z]+\.[\w-]+)['"`]/gi)].map((match) => match[1]));
  const fronts = [...code.matchAll(/`([a-z]+\.)\$\{/g)].map((match) => match[1] ?? '');
  for (const key of chinese.keys()) {
    const isSaid = said.has(key) || fronts.some((front) => key.startsWith(front));
    expect(isSaid, `${key} is never said`).toBe(true);
  }
  for (const match of code.matchAll(/\bt\(\s*'([^']+)'/g)) {
    expect(chinese.has(match[1] ?? ''), `${match[1]} has no text`).toBe(true);
  }
});

test('No Chinese stands outside the texts', () => {
  for (const path of sources(src)) {
    const code = readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*|<!--[^]*?-->/g, '');
    expect(/[\u3400-\u9fff]/.exec(code)?.[0], path).toBeUndefined();
  }
});
