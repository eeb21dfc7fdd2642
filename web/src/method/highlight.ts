// A method block cut into what stands out when read: its words, its texts and numbers, its notes.

export interface Token {
  kind: 'word' | 'text' | 'number' | 'note' | 'plain';
  text: string;
}

const words = new Set(
  (
    'again and any award bottom by case clamp count define distinct else freeze from group grouped ' +
    'half_even half_up honour in is blank item join let max mean measure method min month not of ' +
    'on or over period procedure publish rank rejects round share shown stages sum table take ties ' +
    'to top unit units vetoed veto warning when where workdays year blend down up'
  ).split(' '),
);
const token = /(#.*)|("[^"]*")|(\d[\d.%-]*)|\.?[\p{L}_][\p{L}\p{N}_]*/gu;

export function readBlock(block: string): Token[] {
  const tokens: Token[] = [];
  let done = 0;
  const add = (kind: Token['kind'], text: string) => {
    if (text !== '') {
      tokens.push({ kind, text });
    }
  };
  for (const match of block.matchAll(token)) {
    const [whole, note, text, number] = match;
    add('plain', block.slice(done, match.index));
    const kind = note ? 'note' : text ? 'text' : number ? 'number' : words.has(whole) ? 'word' : 'plain';
    add(kind, whole);
    done = match.index + whole.length;
  }
  add('plain', block.slice(done));
  return tokens;
}
