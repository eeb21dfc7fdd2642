import { expect, test } from 'vitest';
import { readMarkdown, readPieces, withoutHeading } from './markdown';

test('A line is cut into plain, bold and code pieces', () => {
  expect(readPieces('按**累计**计分,见 `N`')).toEqual([
    { kind: 'text', text: '按' },
    { kind: 'bold', text: '累计' },
    { kind: 'text', text: '计分,见 ' },
    { kind: 'code', text: 'N' },
  ]);
  expect(readPieces('2 ** 3')).toEqual([{ kind: 'text', text: '2 ** 3' }]);
});

test('HTML is text', () => {
  expect(readMarkdown('<script>alert(1)</script>')).toEqual([
    { kind: 'paragraph', lines: [[{ kind: 'text', text: '<script>alert(1)</script>' }]] },
  ]);
});

test('Tables, lists and paragraphs part from one another', () => {
  const text = '甲\n(一)乙\n- 一\n- 二\n\n| 期 | 日 |\n|---|---|\n| 第一期 | 10-31 |\n# 题';
  expect(readMarkdown(text).map((block) => block.kind)).toEqual([
    'paragraph',
    'list',
    'table',
    'heading',
  ]);
  const [paragraph, list, table] = readMarkdown(text);
  expect(paragraph).toMatchObject({ lines: [[{ text: '甲' }], [{ text: '(一)乙' }]] });
  expect(list).toMatchObject({ ordered: false, items: [[{ text: '一' }], [{ text: '二' }]] });
  expect(table).toMatchObject({ head: [[{ text: '期' }], [{ text: '日' }]], rows: [[[{}], [{}]]] });
});

test('An article does not say its heading twice', () => {
  const blocks = readMarkdown('**第一条 竞赛窗口** 共100天。\n按期\n\n其余');
  expect(withoutHeading(blocks, '第一条 竞赛窗口')).toMatchObject([
    { lines: [[{ text: '共100天。' }], [{ text: '按期' }]] },
    { lines: [[{ text: '其余' }]] },
  ]);
  expect(withoutHeading(blocks, '第二条')).toBe(blocks);
  expect(withoutHeading(readMarkdown('# 办法\n\n文'), '')).toMatchObject([{ kind: 'paragraph' }]);
});
