import { afterEach, expect, test, vi } from 'vitest';
import { addressOf, ask } from './ask';

afterEach(() => vi.unstubAllGlobals());

const answering = (body: string, status = 200) =>
  vi.fn(() => Promise.resolve(new Response(body, { status })));

test('Names go into an address letter by letter', () => {
  const place = { method: 'competition', period: '2', asOf: '2021-12-01' };
  expect(addressOf.explanation(place, '县/园', 'N')).toBe(
    '/api/explanations/competition/2/%E5%8E%BF%2F%E5%9B%AD/N?as_of=2021-12-01',
  );
  expect(addressOf.standings({ ...place, asOf: '' })).toBe('/api/standings/competition/2');
});

test('The same question at the same time is asked once', async () => {
  const fetched = answering('{"name":"望海县"}');
  vi.stubGlobal('fetch', fetched);
  const [first, second] = await Promise.all([ask('/api/a', 'en'), ask('/api/a', 'en')]);
  expect(first).toEqual({ answer: { name: '望海县' }, problem: null });
  expect(second).toBe(first);
  await ask('/api/a', 'zh-CN');
  await ask('/api/a', 'en');
  expect(fetched).toHaveBeenCalledTimes(3);
});

test('A refusal is told in the words of the server', async () => {
  const problem = { status: 404, code: 'no-such-unit', detail: '没有这个单位。' };
  vi.stubGlobal('fetch', answering(JSON.stringify(problem), 404));
  expect(await ask('/api/b', 'zh-CN')).toEqual({ answer: null, problem });
});

test('No answer and no sense in it have codes of their own', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  expect((await ask('/api/c', 'en')).problem?.code).toBe('unreachable');
  vi.stubGlobal('fetch', answering('<html>', 502));
  expect((await ask('/api/c', 'en')).problem).toEqual({ status: 502, code: 'unreadable', detail: '' });
});
