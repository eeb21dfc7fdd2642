// The little Markdown that methods use: paragraphs with their line breaks, bold, code, lists,
// tables, headings. Read into values; what is not known stays text, and HTML is text too.

export interface Piece {
  kind: 'text' | 'bold' | 'code';
  text: string;
}

export type Block =
  | { kind: 'paragraph'; lines: Piece[][] }
  | { kind: 'heading'; line: Piece[] }
  | { kind: 'list'; ordered: boolean; items: Piece[][] }
  | { kind: 'table'; head: Piece[][]; rows: Piece[][][] };

const piece = /\*\*(.+?)\*\*|`([^`]+)`/g;
const bullet = /^\s*[-*] +(.*)$/;
const numbered = /^\s*\d+\. +(.*)$/;
const tableRow = /^\s*\|(.*)\|\s*$/;
const tableRule = /^\s*\|[\s|:-]+\|\s*$/;
const heading = /^#{1,6} +(.*)$/;

export function readPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  const plain = (to: number) => {
    if (to > done) {
      pieces.push({ kind: 'text', text: text.slice(done, to) });
    }
  };
  for (const match of text.matchAll(piece)) {
    plain(match.index);
    const bold = match[1];
    pieces.push(bold ? { kind: 'bold', text: bold } : { kind: 'code', text: match[2] ?? '' });
    done = match.index + match[0].length;
  }
  plain(text.length);
  return pieces;
}

function cells(line: string): Piece[][] {
  const inside = tableRow.exec(line)?.[1] ?? '';
  return inside.split('|').map((cell) => readPieces(cell.trim()));
}

function readBlock(lines: string[]): Block {
  const [first = '', second = ''] = lines;
  const title = heading.exec(first);
  if (title) {
    return { kind: 'heading', line: readPieces(title[1] ?? '') };
  }
  if (tableRow.test(first) && tableRule.test(second)) {
    return { kind: 'table', head: cells(first), rows: lines.slice(2).map(cells) };
  }
  for (const [mark, ordered] of [[bullet, false], [numbered, true]] as const) {
    if (lines.every((line) => mark.test(line))) {
      const items = lines.map((line) => readPieces(mark.exec(line)?.[1] ?? ''));
      return { kind: 'list', ordered, items };
    }
  }
  return { kind: 'paragraph', lines: lines.map((line) => readPieces(line.trim())) };
}

type Kind = 'heading' | 'table' | 'bullet' | 'numbered' | 'text';

function kindOf(line: string): Kind {
  const kinds: [RegExp, Kind][] = [
    [heading, 'heading'],
    [tableRow, 'table'],
    [bullet, 'bullet'],
    [numbered, 'numbered'],
  ];
  return kinds.find(([mark]) => mark.test(line))?.[1] ?? 'text';
}

export function readMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) {
      blocks.push(readBlock(open));
    }
    open = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const kind = kindOf(line);
    const [first] = open;
    if (line.trim() === '') {
      close();
    } else {
      if (first !== undefined && (kindOf(first) !== kind || kind === 'heading')) {
        close();
      }
      open.push(line);
    }
  }
  close();
  return blocks;
}

// An article's prose begins with its own number and heading in bold; a page that shows them as a
// heading leaves them out. A document's title is left out likewise.
export function withoutHeading(blocks: Block[], title: string): Block[] {
  const [first, ...others] = blocks;
  if (first?.kind === 'heading') {
    return others;
  }
  const opening = first?.kind === 'paragraph' ? first.lines[0] : undefined;
  if (first?.kind !== 'paragraph' || opening?.[0]?.kind !== 'bold' || opening[0].text !== title) {
    return blocks;
  }
  const line = opening.slice(1).map((each, index) => ({
    ...each,
    text: index === 0 ? each.text.trimStart() : each.text,
  }));
  const lines = [line, ...first.lines.slice(1)].filter((each) => each.length > 0);
  return lines.length === 0 ? others : [{ kind: 'paragraph', lines }, ...others];
}
