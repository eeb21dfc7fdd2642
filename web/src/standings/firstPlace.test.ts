import { expect, test } from 'vitest';
import type { County, Period } from '@/api/answers';
import { firstPlace } from './firstPlace';

function period(name: string, last: string, freeze: string, closed = false): Period {
  return { name, title: name, first: last, last, freeze, closed };
}

function county(recorded: string, monthly: Period[], competition: Period[]): County {
  const methods = [
    { name: 'competition', title: '', periods: competition },
    { name: 'monthly', title: '', periods: monthly },
  ];
  return { name: '望海县', facts: 1, digest: '', recorded, methods };
}

const november = period('2021-11', '2021-11-30', '2021-12-04');
const phases = [period('1', '2021-10-31', '2021-11-04'), period('2', '2021-11-30', '2021-12-04')];

test('The latest closed period comes first', () => {
  const closed = { ...november, closed: true };
  expect(firstPlace(county('2022-01-09T00:00:00Z', [closed], phases))).toEqual({
    method: 'monthly',
    period: '2021-11',
  });
});

test('Without a closed period, the latest frozen one', () => {
  expect(firstPlace(county('2021-11-20T00:00:00Z', [november], phases))).toEqual({
    method: 'competition',
    period: '1',
  });
});

test('Without a frozen period, the very first', () => {
  expect(firstPlace(county('2021-10-01T00:00:00Z', [november], phases))?.period).toBe('1');
});

test('Without any period there is no place', () => {
  expect(firstPlace(county('2021-10-01T00:00:00Z', [], []))).toBeNull();
});
