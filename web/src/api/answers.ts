// What the server answers (docs/formats/answers.md). Every number is a text: exact, or as published.

export interface Period {
  name: string;
  title: string;
  first: string;
  last: string;
  freeze: string;
  closed: boolean;
}

export interface County {
  name: string;
  facts: number;
  digest: string;
  recorded: string;
  methods: { name: string; title: string; periods: Period[] }[];
}

export interface Heading {
  county: string;
  method: string;
  title: string;
  period: string;
  period_title: string;
  first: string;
  last: string;
  freeze: string;
  as_of: string;
  facts: number;
  digest: string;
  recorded: string;
  closed: boolean;
}

export interface Column {
  name: string;
  title: string;
  kind: 'number' | 'text' | 'rank' | 'veto' | 'awards';
  article: string;
}

export interface Row {
  unit: string;
  rank: number;
  vetoed: boolean;
  cells: Record<string, string>;
  awards: string[];
}

export interface Group {
  name: string;
  rows: Row[];
}

export interface Award {
  name: string;
  title: string;
  polarity: 'honour' | 'warning';
  article: string;
  procedure: string[];
  statement_workdays: number;
}

export interface Standings extends Heading {
  columns: Column[];
  groups: Group[];
  awards: Award[];
}

// What stood under a name while a condition was decided; fixed is what is the same for every fact.
export interface Seen {
  name: string;
  value: string;
  fixed?: boolean;
}

export interface Fact {
  ledger: string;
  entry: string;
  label: string;
  stage?: string;
  amount?: string;
  condition?: string;
  article?: string;
  values?: string;
  seen?: Seen[];
  source: { file: string; sheet: string; row: number };
  facts: number[];
  dates: [string, string][];
  parts?: Line[];
}

export interface BlendPart {
  name: string;
  weight: string;
  value: string;
  unrounded: string;
  points: string;
}

// How two neighbours were told apart.
export interface Difference {
  unit: string;
  key: string;
  own: string;
  other: string;
}

// Where a unit stands in its group, for its rank or at an award's cut.
export interface Order {
  keys: string[];
  from: 'top' | 'bottom';
  place: number;
  level: string[];
  units: { unit: string; place: number; keys: string[] }[];
  ahead?: Difference;
  behind?: Difference;
  quota?: string;
  inside?: boolean;
}

// What a veto decides: "rank", or an award.
export interface Effect {
  name: string;
  article: string;
  formula: string;
}

// One step of the reckoning; its value follows from its parts' values by what it is.
export interface Line {
  what: string;
  name?: string;
  title?: string;
  article?: string;
  formula: string;
  value: string;
  unrounded?: string;
  rounding?: { places: number; mode: 'half_up' | 'half_even' | 'down' | 'up' };
  row?: string;
  function?: string;
  blend?: { to: string; weights: string; parts: BlendPart[] };
  parts?: Line[];
  counted?: Fact[];
  not_counted?: Fact[];
  members?: { unit: string; value: string }[];
  order?: Order;
  effects?: Effect[];
}

export interface ExplainedColumn {
  column: string;
  title: string;
  shown: string;
  article: string;
  line: Line;
}

export interface Explanation extends Heading {
  unit: string;
  group: string;
  rank: number;
  vetoed: boolean;
  lines: ExplainedColumn[];
}

export interface Article {
  number: string;
  heading: string;
  prose: string;
  block: string;
}

export interface Method {
  name: string;
  title: string;
  articles: Article[];
}

export interface Problem {
  status: number;
  code: string;
  detail: string;
}
