/** A choice that can be repeated: the same seed, the same requests. */
export class Dice {
  constructor(private state: number) {}

  roll(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.roll() * limit);
  }

  chance(share: number): boolean {
    return this.roll() < share;
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)] as Value;
  }
}

/** A piece of JSON Schema, as far as the document uses it. */
export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

/** Texts that somebody could well have typed; a pattern takes those that fit it. */
const likely = [
  ...[
    '2026-09-23',
    '2026-09-28',
    '2026-11-10',
    '2032-11-09',
    '2019-01-01',
    '2027-01-31',
    '370126101226',
    '370126101000',
  ],
  ...[
    '900',
    '1.50',
    '4.00',
    '0.01',
    '120',
    'SH-0004217',
    '演练农户',
    '材料齐全，同意公示。',
    '平台规则 申-01',
    '110000',
  ],
  ...[
    '999999198001010003',
    '10000004190',
    '000000',
    '2026-09-28T09:00:00+08:00',
    'grain',
    'consent',
    'household',
    'town_clerk',
  ],
];

/** Shaped as the pattern wants it, and nowhere on a calendar, in a ledger or in a column. */
const edges = [
  ...[
    '9999-12-31',
    '0000-00-00',
    '2026-02-30',
    '9999-99-99',
    '0001-01-01',
    '275760-09-13',
    '-0001-01-01',
    '2026-13-01',
  ],
  ...[
    '0',
    '0.00',
    '-1',
    '-0',
    '00000',
    '9999999.99',
    '99999999999999999999',
    '9223372036854775808',
    '2147483648',
    '1e999',
  ],
  ...[
    '9999999',
    '999999.9999',
    '0.0001',
    'NaN',
    'Infinity',
    '٣',
    '０',
    '1,000',
    '0x10',
    '9999-12-31T23:59:59.999+14:00',
  ],
  ...['000000000000', '999999999999', '00000000-0000-0000-0000-000000000000', 'yes', 'true', 'null'],
];

/** What no form sends and everybody's attacker does. */
const odd: readonly unknown[] = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '演\udfff',
    '𠮷野家𝒳',
    '\u202e反向\u202c',
    '\ufeff',
    '\u200b\u200b\u200b\u200b',
  ],
  ...[
    "'; DROP TABLE transfer; --",
    '%',
    '_',
    '\\',
    '<script>alert(1)</script>',
    '{{page.me}}',
    '../../etc/passwd',
    '\r\nX: y',
  ],
  ...[
    '长'.repeat(5000),
    'x'.repeat(70_000),
    'e\u0301'.repeat(300),
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ],
  ...[null, true, false, 0, -1, 1.5, 1e21, 2 ** 53, -(2 ** 63), 1e308],
  ...[[], [[]], [null], ['a', 'b'], {}, { a: 1 }, { length: 3 }, { toString: 'x' }, [{}], [[[[[[]]]]]]],
];

export const oddValue = (dice: Dice): unknown => (dice.chance(0.4) ? dice.pick(edges) : dice.pick(odd));
/** Names that every object of JavaScript knows: a table that is asked by them answers with what nobody wrote into it. */
export const inherited = ['toString', 'constructor', '__proto__', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'];
export const oddText = (dice: Dice): string => {
  const value = oddValue(dice);
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Values by the document's schemas: the right shape, and on demand one thing wrong somewhere. */
export class Bodies {
  constructor(
    private readonly schemas: Readonly<Record<string, Schema>>,
    private readonly ids: readonly string[],
  ) {}

  /** A body as the schema wants it; with `wrong`, each field is something else with that chance. */
  of(schema: Schema, dice: Dice, wrong: number, depth = 0): unknown {
    const whole = this.resolve(schema);
    if (depth > 0 && dice.chance(wrong)) return oddValue(dice);
    const [first] = [whole.oneOf, whole.anyOf, whole.allOf].flatMap((each) => each ?? []);
    if (first && !whole.type && !whole.properties) return this.of(first, dice, wrong, depth);
    if (whole.enum) return dice.pick(whole.enum);
    if (whole.type === 'object' || whole.properties) return this.record(whole, dice, wrong, depth);
    if (whole.type === 'array') {
      const count = Math.max(whole.minItems ?? 0, dice.below(3));
      return Array.from({ length: count }, () => this.of(whole.items ?? { type: 'string' }, dice, wrong, depth + 1));
    }
    if (whole.type === 'integer' || whole.type === 'number') {
      const [least, most] = [whole.minimum ?? -(2 ** 40), whole.maximum ?? 2 ** 53];
      return dice.pick([least, most, Math.max(least, 1), Math.max(least, 10)]);
    }
    if (whole.type === 'boolean') return dice.chance(0.5);
    return this.text(whole, dice);
  }

  private resolve(schema: Schema): Schema {
    return schema.$ref ? (this.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
  }

  private record(schema: Schema, dice: Dice, wrong: number, depth: number): unknown {
    const entries = Object.entries(schema.properties ?? {})
      .filter(([name]) => schema.required?.includes(name) === true || dice.chance(0.6))
      .filter(() => !dice.chance(wrong / 3))
      .map(([name, each]) => [name, this.value(schema, name, each, dice, wrong, depth)] as const);
    const built = Object.fromEntries(entries);
    if (dice.chance(wrong / 2))
      Object.assign(built, { [dice.pick(['extra', '演', 'id', 'state', 'constructor'])]: oddValue(dice) });
    return built;
  }

  /** A program that knows nothing of an optional field sends `null` as readily as it leaves it out. */
  private value({ required }: Schema, name: string, each: Schema, dice: Dice, wrong: number, depth: number): unknown {
    const spared = required?.includes(name) !== true && dice.chance(0.12);
    return spared || depth > 4 ? null : this.of(each, dice, wrong, depth + 1);
  }

  private text(schema: Schema, dice: Dice): string {
    if (schema.format === 'uuid') return dice.pick(this.ids);
    if (schema.format === 'date')
      return dice.pick([...likely, ...edges].filter((each) => /^\d{4}-\d{2}-\d{2}$/.test(each)));
    if (schema.format === 'date-time')
      return dice.pick([
        '2026-09-28T09:00:00+08:00',
        '9999-12-31T23:59:59.999+14:00',
        '2026-02-30T25:61+99:99',
        '0001-01-01T00:00Z',
      ]);
    const pattern = schema.pattern === undefined ? null : shapeOf(schema.pattern);
    if (pattern) {
      const fitting = [...likely, ...likely, ...edges].filter((each) => pattern.test(each));
      if (fitting.length > 0) return dice.pick(fitting);
    }
    const least = schema.minLength ?? 0;
    const most = Math.min(schema.maxLength ?? 60, 3000);
    const fitting = [...likely, ...edges].filter((each) => each.length >= least && each.length <= most);
    if (fitting.length > 0 && dice.chance(0.7)) return dice.pick(fitting);
    return dice
      .pick(['长', '𠮷', '\u0000', '\ud800', "'", 'é'])
      .repeat(dice.chance(0.5) ? Math.max(least, 1) : most)
      .slice(0, most);
  }
}

function shapeOf(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return null;
  }
}
