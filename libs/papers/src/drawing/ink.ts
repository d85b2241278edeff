/** Points in a millimetre. */
export const mm = 72 / 25.4;

export type Colour = `#${string}`;

/** The colours of the design guide that papers use. */
export const ink = {
  text: '#1b231d',
  second: '#4a564c',
  line: '#6d766e',
  hair: '#c9d2c0',
  field: '#1c5f40',
  fieldTint: '#e1eee0',
  deep: '#11392a',
  ground: '#e6efe2',
  seal: '#a5271a',
  wheat: '#6b4700',
  drill: '#f6ecd3',
  plot: '#dfe6cb',
  plotEdge: '#77857a',
  canal: '#17546d',
  fallow: '#e9e9e2',
  white: '#ffffff',
} as const satisfies Record<string, Colour>;

const components = new Map<Colour, string>();

/** The three components that PDF wants, remembered. */
export function rgb(colour: Colour): string {
  const known = components.get(colour);
  if (known) return known;
  const value = Number.parseInt(colour.slice(1), 16);
  const text = [value >> 16, (value >> 8) & 255, value & 255].map((part) => (part / 255).toFixed(3)).join(' ');
  components.set(colour, text);
  return text;
}
