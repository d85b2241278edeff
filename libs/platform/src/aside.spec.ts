import { afterAll, describe, expect, it } from '@jest/globals';
import { Aside } from './aside.js';

describe('A thread aside', () => {
  const thread = new Aside<Uint8Array, { found: string | null }>('./pdf.worker.js', import.meta.url);
  afterAll(() => thread.end());
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF');

  it('answers one job after the other, also when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => thread.ask(pdf, pdf.length)));
    expect(answers).toEqual(Array.from({ length: 5 }, () => ({ found: null })));
  });

  it('is begun anew after what cannot be read, and after many bytes', async () => {
    expect(await thread.ask('no bytes' as unknown as Uint8Array)).toBeNull();
    for (const bytes of [pdf.length, 100_000_000, pdf.length])
      expect(await thread.ask(pdf, bytes)).toEqual({ found: null });
  });

  it('takes no more than it can read', async () => {
    const asked = Array.from({ length: 24 }, () => thread.ask(pdf, pdf.length));
    expect(() => thread.ask(pdf)).toThrow(expect.objectContaining({ type: 'busy' }) as unknown as Error);
    expect(await Promise.all(asked)).toHaveLength(24);
  });
});
