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


// The same question asked twice at once goes out once.
const running = new Map<string, Promise<Answered<unknown>>>();

// Never fails: `unreachable` and `unreadable` are the codes that the server does not say itself.
export function ask<T>(address: string, language: string): Promise<Answered<T>> {
  const key = `${language} ${address}`;
  const asked =
    running.get(key) ?? answerOf(address, language).finally(() => running.delete(key));
  running.set(key, asked);
  return asked as Promise<Answered<T>>;
}

async function answerOf(address: string, language: string): Promise<Answered<unknown>> {
  let response: Response;
  try {
    response = await fetch(address, { headers: { 'Accept-Language': language } });
  } catch {
    return failed(0, 'unreachable');
  }
  try {
    const body: unknown = await response.json();
    return response.ok
      ? { answer: body, problem: null }
      : { answer: null, problem: body as Problem };
  } catch {
    return failed(response.status, 'unreadable');
  }
}

function failed(status: number, code: string): { answer: null; problem: Problem } {
  return { answer: null, problem: { status, code, detail: '' } };
}
