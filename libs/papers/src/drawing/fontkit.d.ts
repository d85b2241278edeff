/** The few members of fontkit that papers use; the package carries no types of its own. */
declare module 'fontkit' {
  export interface OpenedGlyph {
    id: number;
    advanceWidth: number;
    path: { commands: { command: string; args: number[] }[] };
  }
  export interface OpenedFont {
    postscriptName: string;
    directory: { tables: Record<string, { offset: number; length: number }> };
    loca: { offsets: number[] };
    createSubset(): unknown;
    glyphForCodePoint(codePoint: number): OpenedGlyph;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string): unknown;
  }
  export function create(bytes: Uint8Array): OpenedFont;
}
