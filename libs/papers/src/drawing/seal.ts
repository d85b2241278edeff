import { ink, rgb } from './ink.js';
import { glyphAt, keep, stencil, type Stencil } from './stencil.js';

const size = 140;
const middle = size / 2;

function circle(radius: number): string {
  // Four Bézier quarters; 0.5523 is the handle that comes nearest to a circle.
  const k = radius * 0.5523;
  const at = (x: number, y: number): string => `${(middle + x).toFixed(2)} ${(middle + y).toFixed(2)}`;
  return [
    `${at(radius, 0)} m`,
    `${at(radius, k)} ${at(k, radius)} ${at(0, radius)} c`,
    `${at(-k, radius)} ${at(-radius, k)} ${at(-radius, 0)} c`,
    `${at(-radius, -k)} ${at(-k, -radius)} ${at(0, -radius)} c`,
    `${at(k, -radius)} ${at(radius, -k)} ${at(radius, 0)} c h`,
  ].join(' ');
}

function star(radius: number): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const reach = i % 2 ? radius * 0.382 : radius;
    const angle = Math.PI / 2 + (i * Math.PI) / 5;
    return `${(middle + reach * Math.cos(angle)).toFixed(2)} ${(middle + reach * Math.sin(angle)).toFixed(2)}`;
  });
  return `${points.map((point, i) => `${point} ${i ? 'l' : 'm'}`).join(' ')} h f`;
}

/**
 * The round seal of an office: circle, star, the name along the arc, and a line at the foot.
 * In training the foot says so, and no real seal is ever held by the system in that mode.
 */
export function seal(office: string, foot: string): Stencil {
  return keep(`seal ${office} ${foot}`, () => {
    const name = [...office];
    // A short name stands 24° apart as on the mock-up; a long one closes up and gets smaller, leaving the foot free.
    const step = Math.min(24, 258 / Math.max(1, name.length - 1));
    const letter = Math.min(15.5, step * 0.92);
    const arc = name.map((one, i) => {
      const turn = (i - (name.length - 1) / 2) * step;
      const angle = ((90 - turn) * Math.PI) / 180;
      return glyphAt(one, middle + 51.5 * Math.cos(angle), middle + 51.5 * Math.sin(angle), letter, turn);
    });
    const last = [...foot];
    const line = last.map((one, i) => glyphAt(one, middle + (i - (last.length - 1) / 2) * 12.5, 28, 12));
    const ring = `${rgb(ink.seal)} RG 4 w ${circle(64)} S`;
    return stencil([`${rgb(ink.seal)} rg`, ring, star(20), ...arc, ...line].join('\n'), size, size);
  });
}
