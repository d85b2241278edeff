/** Repeatable chance: the same seed throws the same numbers on every machine (mulberry32 over an FNV-1a hash). */
export class Dice {
  private turn = 0x811c9dc5;

  constructor(seed: string) {
    for (let i = 0; i < seed.length; i++) this.turn = Math.imul(this.turn ^ seed.charCodeAt(i), 0x01000193);
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    this.turn = (this.turn + 0x6d2b79f5) | 0;
    let t = Math.imul(this.turn ^ (this.turn >>> 15), 1 | this.turn);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  between(from: number, to: number): number {
    return from + this.next() * (to - from);
  }

  one<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)]!;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  shuffle<T>(things: T[]): T[] {
    for (let i = things.length - 1; i > 0; i--) {
      const j = this.whole(0, i);
      [things[i], things[j]] = [things[j]!, things[i]!];
    }
    return things;
  }
}
