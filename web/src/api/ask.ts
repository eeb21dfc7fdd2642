// The questions that the server answers, and how a failed one is told.
import type { Problem } from './answers';

export type Answered<T> = { answer: T; problem: null } | { answer: null; problem: Problem };

function path(...segments: string[]): string {
  return ['/api', ...segments.map(encodeURIComponent)].join('/');
}

function dated(address: string, asOf: string): string {
  return asOf === '' ? address : `${address}?as_of=${encodeURIComponent(asOf)}`;
}

export interface Place {
  method: string;
  period: string;
  asOf: string;
}

export const addressOf = {
  county: () => path('county'),
  method: (name: string) => path('methods', name),
  standings: ({ method, period, asOf }: Place) => dated(path('standings', method, period), asOf),
  explanation: ({ method, period, asOf }: Place, unit: string, column: string) =>
    dated(path('explanations', method, period, unit, column), asOf),
};


// `unreachable` and `unreadable` are the only codes that the server does not say itself.
export async function ask<T>(
  address: string,
  language: string,
  signal: AbortSignal,
): Promise<Answered<T>> {
  let response: Response;
  try {
    response = await fetch(address, { headers: { 'Accept-Language': language }, signal });
  } catch (reason) {
    if (signal.aborted) {
      throw reason;
    }
    return failed(0, 'unreachable');
  }
  try {
    const body: unknown = await response.json();
    return response.ok
      ? { answer: body as T, problem: null }
      : { answer: null, problem: body as Problem };
  } catch (reason) {
    if (signal.aborted) {
      throw reason;
    }
    return failed(response.status, 'unreadable');
  }
}

function failed(status: number, code: string): { answer: null; problem: Problem } {
  return { answer: null, problem: { status, code, detail: '' } };
}
