import { describe, expect, it } from '@jest/globals';
import { bodyOfForm } from './form-body.js';

describe('A form', () => {
  it('gives the body that a program would send', () => {
    const body = bodyOfForm({
      'term.start.year': '2026',
      'term.start.month': '11',
      'term.start.day': '1',
      price: ' 900 ',
    });
    expect(body).toEqual({ term: { start: '2026-11-01' }, price: '900' });
  });

  it('reads numbered fields as a list, in order', () => {
    expect(bodyOfForm({ 'parcels.1.code': 'b', 'parcels.0.code': 'a' })).toEqual({
      parcels: [{ code: 'a' }, { code: 'b' }],
    });
  });

  it('leaves out what was left empty', () => {
    expect(bodyOfForm({ name: '', choice: ['', 'a'] })).toEqual({ choice: ['a'] });
  });

  it.each(['__proto__.polluted', 'constructor.prototype.polluted'])('cannot reach the prototype through %s', (name) => {
    bodyOfForm({ [name]: 'yes' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
