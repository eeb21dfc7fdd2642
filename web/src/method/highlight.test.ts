import { expect, test } from 'vitest';
import { readBlock } from './highlight';

test('A block loses no letter', () => {
  const block = 'item N "数量分" = min(120, 100 * R / T) round 2 half_up # 第八条\n';
  expect(readBlock(block).map((token) => token.text).join('')).toBe(block);
});

test('Words, texts, numbers and notes stand out', () => {
  const kinds = readBlock('item N "数量分" = 0.35 # note').filter((each) => each.kind !== 'plain');
  expect(kinds).toEqual([
    { kind: 'word', text: 'item' },
    { kind: 'text', text: '"数量分"' },
    { kind: 'number', text: '0.35' },
    { kind: 'note', text: '# note' },
  ]);
});

test('A word of the language inside a name is no word', () => {
  expect(readBlock('rank_sum 总sum').every((each) => each.kind === 'plain')).toBe(true);
});
