// How values look to a reader. Nothing here changes what a value is.

// "2021-12-06T08:30:00Z" in the reader's own time, to the minute.
export function shownMoment(moment: string, language: string): string {
  const date = new Date(moment);
  if (moment === '' || Number.isNaN(date.getTime())) {
    return '—';
  }
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date);
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
