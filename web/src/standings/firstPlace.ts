// Which table a visitor sees who asked for none: the latest that is closed for good; where none is
// closed yet, the latest whose inputs were frozen when the data was recorded; else the very first.
import type { County, Period } from '@/api/answers';

export interface FirstPlace {
  method: string;
  period: string;
}

export function firstPlace(county: County): FirstPlace | null {
  const places = county.methods.flatMap((method) =>
    method.periods.map((period) => ({ method: method.name, period })),
  );
  const latest = (holds: (period: Period) => boolean) =>
    places
      .filter((place) => holds(place.period))
      .reduce<(typeof places)[number] | null>(
        (best, place) => (best === null || place.period.last > best.period.last ? place : best),
        null,
      );
  const found =
    latest((period) => period.closed) ??
    latest((period) => period.freeze <= county.recorded) ??
    places[0];
  return found ? { method: found.method, period: found.period.name } : null;
}
