import type { Span } from '../drawing/line-break.js';

/** One block of a letter, as a line of its template says it. */
export type Block =
  | {
      readonly kind: 'title' | 'heading' | 'subtitle' | 'address' | 'paragraph' | 'flush' | 'item' | 'small';
      readonly spans: readonly Span[];
    }
  | { readonly kind: 'field'; readonly label: string; readonly spans: readonly Span[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly TableColumn[];
      /** What the head of the table sets of it. */
      readonly style: { readonly size?: number; readonly lead?: number };
      readonly rows: (readonly Span[])[][];
      total?: (readonly Span[])[];
    }
  | { readonly kind: 'order'; readonly name: Order; readonly words: readonly string[] };

export interface TableColumn {
  readonly head: string;
  readonly share: number;
  readonly align: 'left' | 'centre' | 'right';
}

const orders = [
  'letterhead',
  'number',
  'sketch',
  'gap',
  'rule',
  'page',
  'size',
  'sign',
  'hands',
  'receipt',
  'frame',
] as const;
export type Order = (typeof orders)[number];

// Signs that a value of a view may hold by chance; they travel as private characters and come back when drawn.
const signs: Record<string, string> = { '\n': '\uE000', '|': '\uE001', '*': '\uE002' };
const shield = '\uE003';

/** Makes a value harmless: whatever a person typed stays words and never becomes a line, a cell or a heading of the letter. */
export function armour(value: string): string {
  const quiet = value.replace(/[\uE000-\uE003\r]/g, '').replace(/[\n|*]/g, (sign) => signs[sign] ?? '');
  return /^[#@:>|=-]/.test(quiet) ? shield + quiet : quiet;
}

export function disarm(text: string): string {
  return text.replace(/[\uE000-\uE003]/g, (one) => ({ '\uE001': '|', '\uE002': '*' })[one] ?? '');
}

/** **bold** within a line. */
export function spansOfLine(text: string): Span[] {
  return text
    .split('**')
    .map((part, i): Span => ({ text: disarm(part), weight: i % 2 ? 'bold' : 'regular' }))
    .filter((span) => span.text !== '');
}

const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());

function columnsOf(line: string): TableColumn[] {
  return cells(line).map((cell) => {
    const [, head = cell, share = '20', mark = ''] = /^(.*?):([\d.]+)([<>^]?)$/.exec(cell) ?? [];
    return { head, share: Number(share), align: mark === '>' ? 'right' : mark === '^' ? 'centre' : 'left' };
  });
}

const prefixes = [
  ['### ', 'subtitle'],
  ['## ', 'heading'],
  ['# ', 'title'],
  ['> ', 'flush'],
  ['- ', 'item'],
  ['@to ', 'address'],
  ['@small ', 'small'],
] as const;

/** Reads the filled template of a letter, line by line; an order it does not know is a fault of the template and throws. */
export function parseLetter(text: string): Block[] {
  const blocks: Block[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    const prefix = prefixes.find(([sign]) => line.startsWith(sign));
    if (prefix) blocks.push({ kind: prefix[1], spans: paragraphsOf(line.slice(prefix[0].length)) });
    else if (line.startsWith(':: ')) blocks.push(fieldOf(line.slice(3)));
    else if (line.startsWith('|')) addRow(blocks, line);
    else if (line.startsWith('@')) blocks.push(orderOf(line));
    else blocks.push(...line.split('\uE000').map((part): Block => ({ kind: 'paragraph', spans: spansOfLine(part) })));
  }
  return blocks;
}

/** The blocks of a paper that is drawn in places of its own, by the part of its template in which they stand. */
export class Parts {
  private readonly named: ReadonlyMap<string, readonly Block[]>;

  constructor(text: string) {
    const [, ...parts] = text.split(/^@part (\w+)\n/m);
    const names = parts.filter((_, index) => index % 2 === 0);
    this.named = new Map(names.map((name, index) => [name, parseLetter(parts[index * 2 + 1] ?? '')]));
  }

  /** What a part says; one that the template leaves out says nothing. */
  of(name: string): readonly Block[] {
    return this.named.get(name) ?? [];
  }

  /** The lines of a part as plain text. */
  lines(name: string): readonly string[] {
    return this.of(name).map((block) => ('spans' in block ? wordsIn(block.spans) : ''));
  }
}

export const wordsIn = (spans: readonly Span[]): string => spans.map((span) => span.text).join('');

/** A break that a person typed becomes a space where a block is one line by nature. */
function paragraphsOf(text: string): Span[] {
  return spansOfLine(text.replaceAll('\uE000', '　'));
}

function fieldOf(text: string): Block {
  const at = text.indexOf('|');
  const [label, value] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  return {
    kind: 'field',
    label: disarm(label.trim()),
    spans: paragraphsOf(value.trim()).map((span) => ({ ...span, weight: 'bold' })),
  };
}

function addRow(blocks: Block[], line: string): void {
  const [, size, lead, head] = /^\|!([\d.]+)?(?:\/([\d.]+))? (.*)$/.exec(line) ?? [];
  if (head !== undefined) {
    const style = { ...(size && { size: Number(size) }), ...(lead && { lead: Number(lead) }) };
    blocks.push({ kind: 'table', columns: columnsOf(head), rows: [], style });
    return;
  }
  const table = blocks.at(-1);
  if (table?.kind !== 'table') throw new SyntaxError(`A row of a table stands without its head: ${line}`);
  const total = line.startsWith('|=');
  const row = cells(line.slice(total ? 2 : 1)).map((cell) => paragraphsOf(cell));
  if (total) table.total = row.map((cell) => cell.map((span) => ({ ...span, weight: 'bold' as const })));
  else table.rows.push(row);
}

function orderOf(line: string): Block {
  const [, name = '', rest = ''] = /^@(\w+) ?(.*)$/.exec(line) ?? [];
  if (!(orders as readonly string[]).includes(name)) throw new SyntaxError(`The letter has an unknown order: ${line}`);
  return { kind: 'order', name: name as Order, words: rest ? cells(rest).map(disarm) : [] };
}
