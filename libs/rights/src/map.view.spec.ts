import { describe, expect, it } from '@jest/globals';
import { type PlotOnMap, groundOf, mapView, onPlane } from './map.view.js';
import type { Point } from './shape/plane.js';

const square: Point[] = [
  [117.15, 37.31],
  [117.16, 37.31],
  [117.16, 37.32],
  [117.15, 37.32],
  [117.15, 37.31],
];
const plots: PlotOnMap[] = [{ ring: onPlane([square]), kind: 'on', number: '1', href: '/x', say: '1' }];

describe('The ground under a sketch', () => {
  it('holds the plots, with the room that the sketch leaves around them', () => {
    const ground = groundOf(plots);
    const map = mapView(plots);
    const [first] = map?.plots[0]?.points.split(' ') ?? [];
    const [x = 0, y = 0] = first?.split(',').map(Number) ?? [];
    const lon = ground.west + (x / (map?.width ?? 1)) * (ground.east - ground.west);
    const lat = ground.north - (y / (map?.height ?? 1)) * (ground.north - ground.south);
    expect(Math.abs(lon - 117.15)).toBeLessThan(0.00002);
    expect(Math.abs(lat - 37.31)).toBeLessThan(0.00002);
    expect(ground.west).toBeLessThan(117.15);
    expect(ground.north).toBeGreaterThan(37.32);
  });
});
