// How values look to a reader. Nothing here changes what a value is.

// "2021-12-06T08:30:00Z" in the reader's own time, to the minute, written as the dates around it.
export function shownMoment(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) {
    return '—';
  }
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

export function shortDigest(digest: string): string {
  return digest.slice(0, 8);
}

const signs: [RegExp, string][] = [
  [/ \* /g, ' × '],
  [/ \/ /g, ' ÷ '],
  [/ - /g, ' − '],
  [/ <= /g, ' ≤ '],
  [/ >= /g, ' ≥ '],
  [/ != /g, ' ≠ '],
  [/^<= /, '≤ '],
  [/^>= /, '≥ '],
];

// A formula of the method with the signs that people write on paper.
export function shownFormula(formula: string): string {
  return signs.reduce((text, [sign, paper]) => text.replace(sign, paper), formula);
}

const digitsBehindPoint = 4;

// An exact fraction, "88/3", is also told as a decimal cut off behind four digits: "29.3333…".
// BigInt keeps it exact; the fraction stays the value.
export function decimalOf(fraction: string): string | null {
  const match = /^(-?)(\d+)\/(\d+)$/.exec(fraction);
  if (!match) {
    return null;
  }
  const [, sign = '', above = '', below = ''] = match;
  const divisor = BigInt(below);
  if (divisor === BigInt(0)) {
    return null;
  }
  const whole = BigInt(above) / divisor;
  const rest = ((BigInt(above) % divisor) * BigInt(10 ** digitsBehindPoint)) / divisor;
  return `${sign}${whole}.${rest.toString().padStart(digitsBehindPoint, '0')}…`;
}
